// What a table says, each shape in its own way: which data, what is doubtful about them, the answer,
// the chart or the table, then the detail in folds.

import { css, html, nothing } from 'lit';
import { addressOf, fundIn } from '../../app/route.ts';
import type { Services } from '../../app/services.ts';
import '../../elements/finding-list.ts';
import { PageElement } from '../../elements/page-element.ts';
import '../../elements/price-ladder.ts';
import { latestAnswer } from '../../model/answer.ts';
import { FundTable } from '../../model/fund-table.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base } from '../../styles/shared.ts';
import type { DayShown } from './chart-panel.ts';
import './chart-panel.ts';
import './check-strip.ts';
import './data-checks.ts';
import './dataset-header.ts';
import type { DatasetSettings } from './dataset-settings.ts';
import './dataset-settings.ts';
import './denominator-choice.ts';
import './export-panel.ts';
import './fund-picker.ts';
import './fund-table.ts';
import './intraday-summary.ts';
import './pair-table.ts';
import './rejected-cells.ts';
import './row-table.ts';
import './table-columns.ts';
import type { Panel } from './panel.ts';
import { isOfFunds, panelsOf } from './panel.ts';
import { texts } from './texts.ts';
import './value-ladder.ts';
import './verdict-cards.ts';
import './waiting-tables.ts';

export class HistoryView extends PageElement {
  static override properties = {
    services: { attribute: false },
    day: { state: true },
    opened: { state: true },
  };

  declare services: Services;
  /** The row looked at, and in which analysis; none is the latest. */
  declare day: { analysed: Analysed; index: number | undefined } | undefined;
  /** The folds that were opened: what is in them is not made before. */
  declare opened: ReadonlySet<string>;

  /** Outlives a look at one fund: the filter and the order are still there afterwards. */
  readonly #table = new FundTable();

  static override styles = [
    base,
    css`
      .view {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(3 * var(--unit));
      }
      .columns {
        display: grid;
        gap: calc(3 * var(--unit)) calc(5 * var(--unit));
      }
      @media (min-width: 64rem), print {
        .columns {
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        }
      }
      @media (max-width: 40rem) {
        .view {
          gap: calc(2 * var(--unit));
        }
      }
      @media print {
        .view {
          gap: 12px;
        }
        details,
        .folds {
          display: none;
        }
        /* The report of the data is printed where it stands open, on a page of its own. */
        #doctor[open] {
          display: block;
          break-before: page;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.opened = new Set();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(this.services.workspace);
    addEventListener('hashchange', this.#followAddress);
    this.#followAddress();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#followAddress);
  }

  protected override render() {
    const own = texts[this.texts.language];
    const { current, waiting } = this.services.workspace;
    return html`<h2 class="visually-hidden">${own.title}</h2>
      <pl-check-strip .services=${this.services}></pl-check-strip>
      ${
        waiting
          ? html`<pl-waiting .services=${this.services} .waiting=${waiting} .isOverResult=${current !== undefined}></pl-waiting>`
          : nothing
      }
      ${current ? this.#renderAnalysed(current) : nothing}
      ${
        current || waiting
          ? nothing
          : html`<p>${own.empty} <a href=${addressOf('check')}>${own.empty_link}</a></p>`
      }`;
  }

  #renderAnalysed(analysed: Analysed) {
    const { services } = this;
    const { overview, settings } = analysed;
    return html`<div class="view" @show-rejected=${this.#showRejected}
      @show-settings=${this.#showSettings} @show-estimate=${this.#showEstimate}>
      ${
        overview
          ? html`<pl-fund-picker .overview=${overview} .table=${this.#table} .fund=${settings.fund ?? ''}></pl-fund-picker>`
          : nothing
      }
      <pl-dataset .services=${services} .analysed=${analysed}></pl-dataset>
      ${
        analysed.result.data_checks.length > 0
          ? html`<pl-checks .services=${services} .analysed=${analysed}></pl-checks>`
          : nothing
      }
      <pl-denominator .services=${services} .analysed=${analysed}></pl-denominator>
      ${isOfFunds(analysed) ? this.#renderFunds(analysed) : this.#renderFund(analysed)}
      ${this.#renderPanels(analysed)}
      ${this.#renderFolds(analysed)}
      <pl-export .services=${services} .analysed=${analysed}></pl-export>
    </div>`;
  }

  #renderFunds(analysed: Analysed) {
    const { findings } = analysed.result;
    return html`<pl-funds .analysed=${analysed} .table=${this.#table}></pl-funds>
      ${
        findings.length > 0
          ? html`<pl-findings .findings=${findings} .unjudged=${[]}></pl-findings>`
          : nothing
      }`;
  }

  #renderFund(analysed: Analysed) {
    const { services } = this;
    const { result, series } = analysed;
    const { latest, shape } = result;
    const answer = latest && latestAnswer(latest, result.fund.kind, result.denominator);
    return html`${
      shape === 'pairs' && series.length > 1
        ? html`<pl-pairs .services=${services} .analysed=${analysed}></pl-pairs>`
        : nothing
    }
      <pl-verdict-cards .services=${services} .analysed=${analysed}></pl-verdict-cards>
      <pl-dataset-settings .services=${services} .analysed=${analysed}></pl-dataset-settings>
      ${shape === 'intraday' ? html`<pl-intraday .analysed=${analysed}></pl-intraday>` : nothing}
      ${hasChart(analysed) ? html`<pl-chart .analysed=${analysed} @day-shown=${({ index }: DayShown) => (this.day = { analysed, index })}></pl-chart>` : nothing}
      ${
        shape === 'history'
          ? html`<pl-value-ladder .services=${services} .analysed=${analysed}
            .index=${this.day?.analysed === analysed ? this.day.index : undefined}></pl-value-ladder>`
          : nothing
      }
      <div class="columns">
        <pl-findings .findings=${result.findings} .unjudged=${result.unjudged}
          .bars=${analysed.settings.rule_bars}></pl-findings>
        ${answer ? html`<pl-ladder .answer=${answer}></pl-ladder>` : nothing}
      </div>`;
  }

  #renderFolds(analysed: Analysed) {
    const own = texts[this.texts.language];
    const { services } = this;
    const { result, tables } = analysed;
    const isOfOne = !isOfFunds(analysed);
    const hasRows = isOfOne && result.shape !== 'pairs';
    return html`<div>
      ${
        hasRows
          ? html`<details ?open=${!hasChart(analysed)}>
            <summary>${own.table}</summary>
            <pl-rows .analysed=${analysed}></pl-rows>
          </details>`
          : nothing
      }
      ${panelsOf('data', analysed).map((panel) => this.#renderPanel(panel, analysed))}
      <details>
        <summary>${own.columns}</summary>
        <pl-columns .services=${services} .tables=${tables}></pl-columns>
      </details>
      <details id="rejected">
        <summary>${own.rejected_title} · ${this.format.count(result.rejected_count)}</summary>
        <pl-rejected .rejected=${result.rejected} .tables=${tables} .count=${result.rejected_count}></pl-rejected>
      </details>
    </div>`;
  }

  /** What is asked of one fund's past, under the question it belongs to. */
  #renderPanels(analysed: Analysed) {
    const own = texts[this.texts.language];
    return groups.map((group) => {
      const shown = panelsOf(group, analysed);
      if (shown.length === 0) return nothing;
      return html`<section id=${group} class="folds">
        <h3>${own.groups[group]}</h3>
        ${shown.map((panel) => this.#renderPanel(panel, analysed))}
      </section>`;
    });
  }

  /** A fold whose content is brought and made when it is first opened. */
  #renderPanel({ name, title, load, render }: Panel, analysed: Analysed) {
    const isOpened = this.opened.has(name);
    const open = async () => {
      if (this.opened.has(name)) return;
      await load();
      this.opened = new Set([...this.opened, name]);
    };
    return html`<details id=${name} @toggle=${open}>
      <summary>${title(this.texts.language, analysed, this.format)}</summary>
      ${isOpened ? render(this.services, analysed) : nothing}
    </details>`;
  }

  /** The address says which of several funds is looked at, so that back and forward work. */
  #followAddress = (): void => {
    const { workspace } = this.services;
    const { current } = workspace;
    if (!current) return;
    const fund = fundIn(location.hash);
    if (fund === (current.overview ? (current.settings.fund ?? '') : '')) return;
    if (!fund) void workspace.closeFund();
    else if (current.overview || isOfFunds(current)) void workspace.openFund(fund);
    scrollTo(0, 0);
  };

  #showSettings(): void {
    const settings = this.renderRoot.querySelector('pl-dataset-settings');
    settings?.scrollIntoView({ block: 'center' });
    const lag = [...(settings?.shadowRoot?.querySelectorAll('pl-select') ?? [])].at(-1);
    lag?.shadowRoot?.querySelector('select')?.focus();
  }

  #showEstimate(): void {
    this.renderRoot.querySelector<DatasetSettings>('pl-dataset-settings')?.showEstimate();
  }

  #showRejected(): void {
    const fold = this.renderRoot.querySelector<HTMLDetailsElement>('#rejected');
    if (!fold) return;
    fold.open = true;
    fold.scrollIntoView();
    fold.querySelector('summary')?.focus();
  }
}

const groups = ['unusual', 'cost', 'why'] as const;

const hasChart = ({ result: { shape }, series }: Analysed): boolean =>
  (shape === 'history' || shape === 'intraday') && series.length > 1;

customElements.define('pl-history-view', HistoryView);
