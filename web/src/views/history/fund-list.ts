// Several funds at one moment, the highest premium first, each against the range of its own kind.
// What answers the reader stands first, so that a phone shows it without scrolling sideways.

import { css, html } from 'lit';
import { PageElement } from '../../elements/page-element.ts';
import type { FundEntry } from '../../generated/ops.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, tables } from '../../styles/shared.ts';
import { capital } from '../../texts/index.ts';
import { texts } from './texts.ts';

export class FundList extends PageElement {
  static override properties = { analysed: { attribute: false } };

  declare analysed: Analysed;

  static override styles = [
    base,
    tables,
    css`
      th[scope="col"],
      td {
        white-space: nowrap;
      }
    `,
  ];

  protected override render() {
    const own = texts[this.texts.language];
    const { result, words } = this.texts;
    const { funds, denominator } = this.analysed.result;
    const height = ({ premium_fraction }: FundEntry) =>
      premium_fraction ?? Number.NEGATIVE_INFINITY;
    const sorted = [...funds].sort((a, b) => height(b) - height(a));
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.fund_list}>
      <table>
        <caption>${own.fund_list}</caption>
        <thead>
          <tr>
            <th scope="col">${own.fund}</th>
            <th scope="col" class="end">${result.premium}</th>
            <th scope="col">${own.verdict}</th>
            <th scope="col" class="end">${result.price}</th>
            <th scope="col" class="end">${capital(words.denominator[denominator])}</th>
            <th scope="col">${own.kind}</th>
          </tr>
        </thead>
        <tbody>${sorted.map((fund) => this.#renderFund(fund))}</tbody>
      </table>
    </div>`;
  }

  #renderFund({ code, name, kind, kind_reason, verdict, premium_fraction, index }: FundEntry) {
    const { words } = this.texts;
    const { series } = this.analysed;
    const { format } = this;
    const premium = premium_fraction ?? null;
    const value = (values: Float64Array) => (index === null ? null : values[index]);
    return html`<tr>
      <th scope="row">${code} <span class="small soft">${name}</span></th>
      <td class="end ${(premium ?? 0) < 0 ? 'down' : 'up'}">${format.fraction(premium, true)}</td>
      <td>${verdict ? words.verdict[verdict] : '—'}</td>
      <td class="end">${format.price(value(series.price))}</td>
      <td class="end">${format.value(value(series.value))}</td>
      <td>
        ${kind ? capital(words.kind[kind]) : '—'}
        ${kind_reason ? html`<span class="small soft">${words.guess_reason[kind_reason]}</span>` : ''}
      </td>
    </tr>`;
  }
}

customElements.define('pl-fund-list', FundList);
