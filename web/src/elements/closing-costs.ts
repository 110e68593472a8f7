// What it would cost if the premium closed, each line a scenario and called one.

import { html, nothing } from 'lit';
import type { Answer } from '../model/answer.ts';
import { base, tables } from '../styles/shared.ts';
import { AnswerElement } from './answer-element.ts';
import { breakevenCard, closingCard } from './cards.ts';
import './number-card.ts';

export class ClosingCosts extends AnswerElement {
  static override styles = [base, tables];

  protected override render() {
    const { answer, texts, format } = this;
    if (!answer) return nothing;
    const { result } = texts;
    const isDiscount = answer.premium_fraction < 0;
    return html`<table>
      <caption>
        ${result.costs}<span class="small soft">${result.costs_condition}</span>
      </caption>
      <tbody>
        ${answer.closing.map((step) => this.#renderStep(answer, step))}
        <tr>
          <th scope="row">${isDiscount ? result.breakeven_discount : result.breakeven}</th>
          <td class="end">
            <pl-number .text=${format.fraction(answer.breakeven_growth_fraction, true)}
              .card=${breakevenCard(answer, texts, format)}></pl-number>
          </td>
        </tr>
      </tbody>
    </table>`;
  }

  #renderStep(answer: Answer, step: Answer['closing'][number]) {
    const { texts, format } = this;
    const { result } = texts;
    const target = format.bar(step.to_premium_fraction);
    const name =
      step.reason === 'zero' || step.reason === 'one_percent'
        ? ''
        : texts.words.closing_reason[step.reason];
    return html`<tr>
      <th scope="row">${result.to(target)} ${name && html`<span class="small soft">${name}</span>`}</th>
      <td class="end">
        ${
          step.already_within
            ? html`<span class="small soft">${result.already_within}</span>`
            : html`<pl-number class=${step.return_fraction < 0 ? 'down' : 'up'}
              .text=${format.fraction(step.return_fraction, true)}
              .card=${closingCard(answer, step, texts, format)}></pl-number>`
        }
      </td>
    </tr>`;
  }
}

customElements.define('pl-costs', ClosingCosts);
