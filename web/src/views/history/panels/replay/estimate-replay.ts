// The estimate made again on every past day: how far off it was, on which side of each bar it put
// the fund, and the published NAV taken as an estimate beside it.

import type { PropertyDeclarations } from 'lit';
import { css, html, nothing } from 'lit';
import type { BarSides, Ops, ReplayError } from '../../../../generated/ops.ts';
import { at, isoDate } from '../../../../model/brand.ts';
import { indexOnOrBefore } from '../../../../model/history-series.ts';
import '../../../../elements/lines-chart.ts';
import type { NamedLine } from '../../../../elements/lines-chart.ts';
import '../../../../elements/number-card.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, forms, stack, tables } from '../../../../styles/shared.ts';
import { errorWords } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import '../../estimate-missing.ts';
import '../../estimate-settings.ts';
import { estimateTexts } from '../../estimate-texts.ts';
import { replayTexts } from './replay-texts.ts';

interface Found {
  dates: Int32Array;
  estimate: Float64Array;
  published: Float64Array | undefined;
  sameDay: Float64Array | undefined;
  result: Ops['estimate_replay']['result'];
  price: Float64Array;
  value: Float64Array;
  navDates: Int32Array;
  sessionDates: Int32Array;
  indexMove: Float64Array;
  fxMove: Float64Array;
}

export class EstimateReplayView extends AskingElement<Found> {
  static override properties: PropertyDeclarations = { chosen: { state: true } };

  /** The row looked at. */
  declare chosen: number | undefined;

  static override styles = [
    base,
    forms,
    tables,
    stack,
    css`
      .says {
        max-width: 48rem;
      }
      .says p:first-child {
        font-weight: 600;
      }
      .both {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
        gap: calc(2 * var(--unit)) calc(4 * var(--unit));
        align-items: start;
      }
      .sides th.end {
        white-space: normal;
        vertical-align: bottom;
      }
      .choose {
        max-width: 14rem;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(12rem, 100%), 1fr));
        gap: 4px calc(2 * var(--unit));
        margin: 0;
      }
      dl div {
        display: flex;
        justify-content: space-between;
        align-items: end;
        gap: var(--unit);
        border-bottom: 1px solid var(--hairline);
      }
      dt {
        font-size: var(--small);
        color: var(--ink-soft);
      }
      dd {
        margin: 0;
      }
    `,
  ];

  constructor() {
    super();
    this.chosen = undefined;
  }

  protected override async ask(analysed: Analysed, options: RunOptions): Promise<Found> {
    const { engine } = this.services;
    const result = await engine.run('estimate_replay', requestOf(analysed), options);
    const { premiums } = analysed.series;
    return {
      result,
      dates: await engine.dates(result.dates),
      estimate: await engine.series(result.premium_fraction),
      published: premiums.get('nav_published'),
      sameDay: premiums.get('nav_same_day'),
      price: await engine.series(result.price),
      value: await engine.series(result.iopv_estimated),
      navDates: await engine.dates(result.nav_dates),
      sessionDates: await engine.dates(result.session_dates),
      indexMove: await engine.series(result.index_move_fraction),
      fxMove: await engine.series(result.fx_move_fraction),
    };
  }

  protected override render() {
    if (this.analysed.result.indexes.length === 0)
      return html`<pl-estimate-missing></pl-estimate-missing>`;
    const settings = html`<pl-estimate-settings .services=${this.services} .analysed=${this.analysed}></pl-estimate-settings>`;
    if (this.trouble) return html`${this.#renderTrouble(this.trouble.code)} ${settings}`;
    const { found } = this;
    if (!found)
      return html`<p class="small soft">${estimateTexts[this.texts.language].loading}</p>`;
    return html`${this.#renderWords(found)}
      ${found.result.estimate.nobs > 0 ? this.#renderTables(found.result) : nothing} ${settings}
      ${found.result.estimate.nobs > 0 ? this.#renderChart(found) : nothing}
      ${found.result.trouble ? nothing : this.#renderDay(found)}`;
  }

  #renderChart({ dates, estimate, published, sameDay }: Found) {
    const own = replayTexts[this.texts.language];
    const line = (name: string, values: Float64Array | undefined, colour: NamedLine['colour']) =>
      values ? [{ name, values, colour, width: 1 as const }] : [];
    const lines: NamedLine[] = [
      { name: own.line_estimate, values: estimate, colour: 'accent', width: 2 },
      ...line(own.line_published, published, 'ink'),
      ...line(own.line_same_day, sameDay, 'watch'),
    ];
    return html`<div>
      <h3>${own.chart}</h3>
      <pl-lines-chart .dates=${dates} .lines=${lines} .isFirstOnTop=${true}
        .label=${own.chart_label(isoDate(dates[0]) ?? '', isoDate(dates.at(-1)) ?? '')}></pl-lines-chart>
    </div>`;
  }

  #renderTrouble(code: string) {
    return html`<p class="error" role="alert">${errorWords(this.texts, code, {})}</p>`;
  }

  #renderWords({ result }: Found) {
    const own = replayTexts[this.texts.language];
    const { format } = this;
    const { estimate, published, held_already, trouble } = result;
    if (trouble) return this.#renderTrouble(trouble);
    const days = (count: number) => format.amountOf(count, '天', 'day');
    return html`<div class="says">
      <p>
        ${
          estimate.nobs > 0
            ? own.found(
                days(estimate.nobs),
                format.fraction(estimate.bias_fraction, true),
                format.fraction(estimate.rmse_fraction),
                format.fraction(published.rmse_fraction),
              )
            : own.nothing
        }
      </p>
      <p class="small soft">${own.how} ${held_already > 0 ? own.held(days(held_already)) : nothing}</p>
    </div>`;
  }

  #renderTables(result: Found['result']) {
    const own = replayTexts[this.texts.language];
    return html`<div class="both">
      ${this.#renderErrors(result)}
      <div class="scroll" tabindex="0" role="group" aria-label=${own.sides}>
        <table class="sides">
          <caption>${own.sides}<span class="small soft">${own.sides_note}</span></caption>
          <thead>
            <tr>
              <th scope="col">${own.bar}</th>
              <th scope="col" class="end">${own.both}</th>
              <th scope="col" class="end">${own.estimate_only}</th>
              <th scope="col" class="end">${own.actual_only}</th>
              <th scope="col" class="end">${own.published_wrong}</th>
            </tr>
          </thead>
          <tbody>${result.bars.map((bar) => this.#renderBar(bar))}</tbody>
        </table>
      </div>
    </div>`;
  }

  #renderErrors({ estimate, published }: Found['result']) {
    const own = replayTexts[this.texts.language];
    const { format } = this;
    const row = (name: string, of: (error: ReplayError, isPublished: boolean) => unknown) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td class="end">${of(estimate, false)}</td>
        <td class="end">${of(published, true)}</td>
      </tr>`;
    const figure =
      (title: string, made: string, of: (error: ReplayError) => string) =>
      (error: ReplayError, isPublished: boolean) =>
        this.#renderFigure(title, made, of(error), error, isPublished);
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.errors}>
      <table>
        <caption>${own.errors}</caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col" class="end">${own.estimate}</th>
            <th scope="col" class="end">${own.published}</th>
          </tr>
        </thead>
        <tbody>
          ${row(own.days, ({ nobs }) => format.count(nobs))}
          ${row(
            own.bias,
            figure(own.bias, own.bias_is, (error) => format.fraction(error.bias_fraction, true)),
          )}
          ${row(
            own.rmse,
            figure(own.rmse, own.rmse_is, (error) => format.fraction(error.rmse_fraction)),
          )}
          ${row(
            own.worst,
            figure(own.worst, own.worst_is, (error) => format.fraction(error.worst_fraction, true)),
          )}
          ${row(own.worst_day, ({ worst_date }) => this.#renderLink(worst_date))}
        </tbody>
      </table>
    </div>`;
  }

  #renderFigure(
    title: string,
    made: string,
    text: string,
    { nobs, worst_date }: ReplayError,
    isPublished: boolean,
  ) {
    const own = replayTexts[this.texts.language];
    const { format } = this;
    const days = own.of_days(format.amountOf(nobs, '天', 'day'));
    const when = made === own.worst_is && worst_date ? `, ${own.on_day(worst_date)}` : '';
    const card = {
      title,
      definition: isPublished ? own.published_is : own.error_is,
      formula: isPublished ? own.published_formula : own.error_formula,
      numbers: `${made} = ${text}`,
      dates: this.texts.language === 'zh' ? `${days}${when.replace(', ', '，')}` : `${days}${when}`,
    };
    return html`<pl-number .text=${text} .card=${card}></pl-number>`;
  }

  #renderLink(date: string | null) {
    if (!date) return '—';
    return html`<button class="quiet number" type="button" @click=${() => this.#goTo(date)}>${date}</button>`;
  }

  #renderBar({ bar_fraction, both, estimate_only, actual_only, published_wrong }: BarSides) {
    const { format } = this;
    return html`<tr>
      <th scope="row" class="number">${format.bar(bar_fraction)}</th>
      <td class="end">${format.count(both)}</td>
      <td class="end">${format.count(estimate_only)}</td>
      <td class="end">${format.count(actual_only)}</td>
      <td class="end">${format.count(published_wrong)}</td>
    </tr>`;
  }

  #renderDay(found: Found) {
    const own = replayTexts[this.texts.language];
    const { format } = this;
    const row = Math.min(this.chosen ?? lastEstimated(found), found.dates.length - 1);
    const day = isoDate(found.dates[row]) ?? '';
    const facts: [string, string][] = [
      [own.price, format.price(at(found.price, row))],
      [own.nav_date, format.date(isoDate(found.navDates[row]))],
      [own.session, format.date(isoDate(found.sessionDates[row]))],
      [own.index_move, format.fraction(at(found.indexMove, row), true)],
      [own.fx_move, format.fraction(at(found.fxMove, row), true)],
      [own.value, format.value(at(found.value, row))],
      [own.premium_estimate, format.fraction(at(found.estimate, row), true)],
    ];
    if (found.published)
      facts.push([own.premium_published, format.fraction(at(found.published, row), true)]);
    if (found.sameDay)
      facts.push([own.premium_same_day, format.fraction(at(found.sameDay, row), true)]);
    return html`<section aria-label=${own.day} tabindex="-1">
      <div class="choose">
        <label for="day">${own.day}</label>
        <input id="day" type="date" .value=${day} @change=${this.#typed} />
      </div>
      <h3>${own.day_of(day)}</h3>
      ${Number.isNaN(at(found.value, row)) ? html`<p class="small watch">${own.day_missing}</p>` : nothing}
      <dl>
        ${facts.map(([name, text]) => html`<div><dt>${name}</dt><dd class="number">${text}</dd></div>`)}
      </dl>
    </section>`;
  }

  #typed(event: Event): void {
    const { value } = event.currentTarget as HTMLInputElement;
    if (value) this.#show(value);
  }

  #show(date: string): void {
    const row = indexOnOrBefore(
      this.found?.dates ?? new Int32Array(),
      Date.parse(date) / 86_400_000,
    );
    if (row >= 0) this.chosen = row;
  }

  /** The worst day is a link: it shows that day. */
  #goTo(date: string): void {
    this.#show(date);
    const section = this.renderRoot.querySelector<HTMLElement>('section');
    section?.scrollIntoView({ block: 'center' });
    section?.focus({ preventScroll: true });
  }
}

/** The newest row that has an estimate; without one, the newest. */
function lastEstimated({ dates, value }: Found): number {
  for (let row = value.length - 1; row >= 0; --row) {
    if (!Number.isNaN(at(value, row))) return row;
  }
  return dates.length - 1;
}

customElements.define('pl-estimate-replay', EstimateReplayView);
