// The day in one small table: where price and premium began, how far they went and when, where they
// ended; and, if the value stood still, that much of the premium is the age of the value.

import { css, html, nothing } from 'lit';
import { PageElement } from '../../elements/page-element.ts';
import { timeOfDay } from '../../model/brand.ts';
import type { Extent, Extreme } from '../../model/intraday.ts';
import { summarise } from '../../model/intraday.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, tables } from '../../styles/shared.ts';
import { capital } from '../../texts/index.ts';
import { texts } from './texts.ts';

export class IntradaySummaryElement extends PageElement {
  static override properties = { analysed: { attribute: false } };

  declare analysed: Analysed;

  static override styles = [
    base,
    tables,
    css`
      table {
        max-width: 44rem;
      }
      .time {
        display: block;
      }
      @media (max-width: 40rem) {
        th,
        td {
          padding-inline-end: 4px;
          font-size: var(--small);
        }
      }
      .flat {
        padding-top: var(--unit);
      }
    `,
  ];

  protected override render() {
    const own = texts[this.texts.language];
    const { result } = this.texts;
    const { price, premium, flat, flatMinutes } = summarise(this.analysed.series);
    const { format } = this;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.day_range}>
        <table>
          <caption>${own.day_range}</caption>
          <thead>
            <tr>
              <td></td>
              <th scope="col" class="end">${own.first}</th>
              <th scope="col" class="end">${own.low}</th>
              <th scope="col" class="end">${own.high}</th>
              <th scope="col" class="end">${own.last}</th>
            </tr>
          </thead>
          <tbody>
            ${this.#renderExtent(result.price, price, (value) => format.price(value))}
            ${this.#renderExtent(result.premium, premium, (value) => format.fraction(value, true))}
          </tbody>
        </table>
      </div>
      ${
        flat.length > 0
          ? html`<p class="flat watch">
            ${own.flat(capital(this.#denominator), format.amountOf(flatMinutes, '分钟', 'minute'), this.#spans())}
          </p>`
          : nothing
      }`;
  }

  #renderExtent(name: string, extent: Extent | undefined, write: (value: number) => string) {
    if (!extent) return nothing;
    const cell = ({ value, time }: Extreme) => html`<td class="end">
      ${write(value)}
      ${Number.isNaN(time) ? nothing : html`<span class="time small soft">${timeOfDay(time)}</span>`}
    </td>`;
    return html`<tr>
      <th scope="row">${name}</th>
      ${[extent.first, extent.low, extent.high, extent.last].map(cell)}
    </tr>`;
  }

  get #denominator(): string {
    return this.texts.words.denominator[this.analysed.result.denominator];
  }

  #spans(): string {
    const { series } = this.analysed;
    const time = (row: number) => timeOfDay(series.times?.[row] ?? 0);
    return summarise(series)
      .flat.map(({ from, to }) => `${time(from)}–${time(to)}`)
      .join(this.texts.language === 'zh' ? '、' : ', ');
  }
}

customElements.define('pl-intraday', IntradaySummaryElement);
