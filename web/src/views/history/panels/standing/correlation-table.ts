// How the premium and its changes go with the day's returns of price and value.

import { css, html, nothing } from 'lit';
import '../../../../elements/number-card.ts';
import { PageElement } from '../../../../elements/page-element.ts';
import type { Ops, PremiumCorrelation } from '../../../../generated/ops.ts';
import { base, tables } from '../../../../styles/shared.ts';
import { standingTexts } from './standing-texts.ts';

export class CorrelationTable extends PageElement {
  static override properties = { result: { attribute: false } };

  declare result: Ops['own_past']['result'];

  static override styles = [
    base,
    tables,
    css`
      table {
        max-width: 44rem;
      }
      td.few {
        font-size: var(--small);
        color: var(--ink-soft);
      }
    `,
  ];

  protected override render() {
    const own = standingTexts[this.texts.language];
    const { correlations } = this.result;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.correlations}>
      <table>
        <caption>${own.correlations}<span class="small soft">${own.correlation_is}</span></caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col" class="end">${own.value}</th>
            <th scope="col" class="end">${own.count}</th>
          </tr>
        </thead>
        <tbody>${correlations.map((one) => this.#renderCorrelation(one))}</tbody>
      </table>
      ${correlations.some(({ value, too_few }) => value === null && !too_few) ? html`<p class="small soft">${own.no_correlation}</p>` : nothing}
      <p class="small soft">${own.correlation_note}</p>
    </div>`;
  }

  #renderCorrelation({ of, with: other, value, nobs, too_few }: PremiumCorrelation) {
    const own = standingTexts[this.texts.language];
    const { format } = this;
    const name = `${own.correlation_of[of]} · ${own.correlation_with[other]}`;
    if (too_few)
      return html`<tr>
        <th scope="row">${name}</th>
        <td class="few end" colspan="2">${own.too_few(format.count(too_few.needed), format.count(too_few.have))}</td>
      </tr>`;
    const { denominator, sample } = this.result;
    const card = {
      title: name,
      definition: own.correlation_is,
      formula: own.correlation_formula,
      numbers: `n = ${format.count(nobs)}`,
      denominator: denominator ? this.texts.words.denominator[denominator] : undefined,
      dates: [sample.from, sample.to].filter(Boolean).join(' – '),
      source: own.own_source,
    };
    return html`<tr>
      <th scope="row">${name}</th>
      <td class="end"><pl-number .text=${format.number(value, 2, true)} .card=${value === null ? undefined : card}></pl-number></td>
      <td class="end">${format.count(nobs)}</td>
    </tr>`;
  }
}

customElements.define('pl-correlations', CorrelationTable);
