// The answer in five seconds: the premium with its word and sign, one sentence, the scale.

import { css, html, nothing } from 'lit';
import { base } from '../styles/shared.ts';
import { AnswerElement } from './answer-element.ts';
import { logPremiumCard, premiumCard, verdictCard } from './cards.ts';
import './number-card.ts';
import './premium-scale.ts';

const marks = { inside: '●', edge: '▲', outside: '◆', no_band: '○' } as const;
const colours = { inside: '', edge: 'watch', outside: 'severe', no_band: 'soft' } as const;

export class PremiumVerdict extends AnswerElement {
  static override styles = [
    base,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 12px;
      }
      .verdict {
        font-size: var(--verdict);
        font-weight: 600;
        line-height: 1.2;
      }
      .chip {
        font-weight: 600;
      }
      p {
        margin: 2px 0 var(--unit);
      }
    `,
  ];

  protected override render() {
    const { answer, texts, format } = this;
    if (!answer) return nothing;
    const { result, words } = texts;
    const premium = answer.premium_fraction;
    const shown = format.fraction(premium, true);
    const word = premium > 0 ? result.premium : premium < 0 ? result.discount : result.par;
    const side = premium > 0 ? 'up' : premium < 0 ? 'down' : '';
    const { inner, outer } = answer.range;
    return html`<div class="line">
        <span class="verdict ${side}">
          <span>${word}</span>
          <pl-number large .text=${shown} .card=${premiumCard(answer, texts, format)}></pl-number>
        </span>
        <span class="chip ${colours[answer.verdict]}">
          <span aria-hidden="true">${marks[answer.verdict]}</span>
          <pl-number .text=${words.verdict[answer.verdict]} .card=${verdictCard(answer, texts, format)}></pl-number>
        </span>
        <span class="small soft">
          ${texts.cards.log_premium.title}
          <pl-number .text=${format.fraction(answer.log_premium, true)}
            .card=${logPremiumCard(answer, texts, format)}></pl-number>
        </span>
      </div>
      <p>
        ${result.verdict({ ...answer, inner, outer }, format)}
        <span class="soft">${result.against(words.denominator[answer.denominator])}</span>
      </p>
      <pl-scale .premium=${premium} .inner=${inner} .outer=${outer}></pl-scale>`;
  }
}

customElements.define('pl-verdict', PremiumVerdict);
