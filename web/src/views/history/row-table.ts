// The rows themselves, newest first, a page at a time: the chart in words for those who cannot
// see it, and the only form of rows without dates.

import { html } from 'lit';
import { PageElement } from '../../elements/page-element.ts';
import { at, isoDate, timeOfDay } from '../../model/brand.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, forms, tables } from '../../styles/shared.ts';
import { capital } from '../../texts/index.ts';
import { pageStyles, renderPages } from './pages.ts';
import { texts } from './texts.ts';

const pageRows = 30;

export class RowTable extends PageElement {
  static override properties = { analysed: { attribute: false }, page: { state: true } };

  declare analysed: Analysed;
  declare page: number;

  static override styles = [base, forms, tables, pageStyles];

  constructor() {
    super();
    this.page = 0;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('analysed')) this.page = 0;
  }

  protected override render() {
    const own = texts[this.texts.language];
    const { series } = this.analysed;
    const { format } = this;
    const last = series.length - 1 - this.page * pageRows;
    const first = Math.max(0, last - pageRows + 1);
    const indexes = Array.from({ length: last - first + 1 }, (_, offset) => last - offset);
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.table}>
        <table>
          ${this.#renderHead()}
          <tbody>${indexes.map((index) => this.#renderRow(index))}</tbody>
        </table>
      </div>
      ${renderPages({
        page: this.page,
        last: Math.max(0, Math.ceil(series.length / pageRows) - 1),
        back: own.newer_rows,
        on: own.older_rows,
        place: own.rows_of(
          format.count(first + 1),
          format.count(last + 1),
          format.count(series.length),
        ),
        go: (page) => (this.page = page),
      })}`;
  }

  #renderHead() {
    const own = texts[this.texts.language];
    const { result, words } = this.texts;
    const { series, result: analysis } = this.analysed;
    const first = series.times ? own.time : series.dates ? own.date : own.row;
    return html`<thead>
      <tr>
        <th scope="col">${first}</th>
        <th scope="col" class="end">${result.price}</th>
        <th scope="col" class="end">${capital(words.denominator[analysis.denominator])}</th>
        ${[...series.premiums.keys()].map(
          (name) =>
            html`<th scope="col" class="end">${own.premium_on(words.denominator[name])}</th>`,
        )}
      </tr>
    </thead>`;
  }

  #renderRow(index: number) {
    const { series } = this.analysed;
    const { format } = this;
    const time = series.times?.[index];
    const name =
      time === undefined
        ? (isoDate(series.dates?.[index]) ?? format.count(index + 1))
        : timeOfDay(time);
    return html`<tr>
      <th scope="row" class="number">${name}</th>
      <td class="end">${format.price(series.price[index])}</td>
      <td class="end">${format.value(series.value[index])}</td>
      ${[...series.premiums.values()].map(
        (values) =>
          html`<td class="end ${at(values, index) < 0 ? 'down' : 'up'}">${format.fraction(values[index], true)}</td>`,
      )}
    </tr>`;
  }
}

customElements.define('pl-rows', RowTable);
