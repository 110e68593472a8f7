// What a table says: which data, the answer, the chart, then the detail in folds.

import { css, html, nothing } from 'lit';
import { addressOf } from '../../app/route.ts';
import type { Services } from '../../app/services.ts';
import '../../elements/finding-list.ts';
import { PageElement } from '../../elements/page-element.ts';
import '../../elements/price-ladder.ts';
import { latestAnswer } from '../../model/answer.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base } from '../../styles/shared.ts';
import './chart-panel.ts';
import './check-strip.ts';
import './dataset-header.ts';
import './dataset-settings.ts';
import './denominator-choice.ts';
import './fund-list.ts';
import './rejected-cells.ts';
import './row-table.ts';
import './table-columns.ts';
import { texts } from './texts.ts';
import './verdict-cards.ts';
import './waiting-tables.ts';

export class HistoryView extends PageElement {
  static override properties = { services: { attribute: false } };

  declare services: Services;

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
      .old {
        opacity: 0.7;
      }
      @media (min-width: 64rem), print {
        .columns {
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        }
      }
      @media print {
        .view {
          gap: 12px;
        }
        details {
          display: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(this.services.workspace);
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
    const own = texts[this.texts.language];
    const { services } = this;
    const { result, series, tables } = analysed;
    const { latest } = result;
    const answer = latest && latestAnswer(latest, result.fund.kind, result.denominator);
    const hasChart =
      (result.shape === 'history' || result.shape === 'intraday') && series.length > 1;
    return html`<div class="view" @show-rejected=${this.#showRejected}>
      <pl-dataset .services=${services} .analysed=${analysed}></pl-dataset>
      <pl-denominator .services=${services} .analysed=${analysed}></pl-denominator>
      ${
        result.shape === 'cross_section'
          ? html`<pl-fund-list .analysed=${analysed}></pl-fund-list>`
          : html`<pl-verdict-cards .analysed=${analysed}></pl-verdict-cards>`
      }
      <pl-dataset-settings .services=${services} .analysed=${analysed}></pl-dataset-settings>
      ${hasChart ? html`<pl-chart .analysed=${analysed}></pl-chart>` : nothing}
      <div class="columns">
        <pl-findings .findings=${result.findings} .unjudged=${result.unjudged}></pl-findings>
        ${answer ? html`<pl-ladder .answer=${answer}></pl-ladder>` : nothing}
      </div>
      <div>
        <details ?open=${!hasChart}>
          <summary>${own.table}</summary>
          <pl-rows .analysed=${analysed}></pl-rows>
        </details>
        <details>
          <summary>${own.columns}</summary>
          <pl-columns .services=${services} .tables=${tables}></pl-columns>
        </details>
        <details id="rejected">
          <summary>${own.rejected_title} · ${this.format.count(result.rejected_count)}</summary>
          <pl-rejected .rejected=${result.rejected} .tables=${tables} .count=${result.rejected_count}></pl-rejected>
        </details>
      </div>
    </div>`;
  }

  #showRejected(): void {
    const fold = this.renderRoot.querySelector<HTMLDetailsElement>('#rejected');
    if (!fold) return;
    fold.open = true;
    fold.scrollIntoView();
    fold.querySelector('summary')?.focus();
  }
}

customElements.define('pl-history-view', HistoryView);
