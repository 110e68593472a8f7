// The highest price at which the premium is at most 0, 1, 2, 5 %.

import { html, nothing } from 'lit';
import { base, tables } from '../styles/shared.ts';
import { AnswerElement } from './answer-element.ts';
import { ladderCard } from './cards.ts';
import './number-card.ts';

export class PriceLadder extends AnswerElement {
  static override styles = [base, tables];

  protected override render() {
    const { answer, texts, format } = this;
    if (!answer) return nothing;
    const { result } = texts;
    return html`<table>
        <caption>
          ${result.ladder}<span class="small soft">${result.ladder_note}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">${result.ladder_premium}</th>
            <th scope="col" class="end">${result.ladder_price}</th>
          </tr>
        </thead>
        <tbody>
          ${answer.price_ladder.map(
            (step) => html`<tr>
              <th scope="row">${format.bar(step.premium_fraction)}</th>
              <td class="end">
                ${
                  step.price === null
                    ? html`<span class="soft">— ${result.no_number}</span>`
                    : html`<pl-number .text=${format.price(step.price)}
                      .card=${ladderCard(answer, step, texts, format)}></pl-number>`
                }
              </td>
            </tr>`,
          )}
        </tbody>
      </table>`;
  }
}

customElements.define('pl-ladder', PriceLadder);
