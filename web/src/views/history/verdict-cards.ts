// The answer for the latest row: against its kind's range; of a history also against its own past,
// its index and the absolute bars, side by side; the rules with a bar of their own; and every other
// denominator with the difference. A history has its value ladder for the last, but on paper.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import '../../elements/closing-costs.ts';
import { PageElement } from '../../elements/page-element.ts';
import '../../elements/premium-verdict.ts';
import type { ByDenominator, FindingCode } from '../../generated/ops.ts';
import { latestAnswer } from '../../model/answer.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, tables } from '../../styles/shared.ts';
import { capital, ruleName } from '../../texts/index.ts';
import './four-verdicts.ts';
import { texts } from './texts.ts';

/** The rules with a bar of their own, whatever the kind. */
const absoluteRules: FindingCode[] = [
  'premium_over_5',
  'premium_days_over_5',
  'small_float_premium',
  'premium_over_50',
];

export class VerdictCards extends PageElement {
  static override properties = {
    services: { attribute: false },
    analysed: { attribute: false },
  };

  declare services: Services;
  declare analysed: Analysed;

  static override styles = [
    base,
    tables,
    css`
      .cards {
        display: grid;
        gap: calc(3 * var(--unit)) calc(5 * var(--unit));
      }
      @media (min-width: 64rem), print {
        .cards {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          grid-auto-flow: dense;
        }
        .wide {
          grid-row: span 2;
        }
        pl-four-verdicts {
          grid-column: 1 / -1;
        }
      }
      /* The four verdicts stand beside the main one, above the fold. */
      @media screen and (min-width: 64rem) {
        .four {
          grid-template-rows: auto 1fr;
        }
        .four .wide {
          grid-row: auto;
        }
        pl-four-verdicts {
          grid-column: 2;
          grid-row: span 2;
        }
      }
      @media screen {
        .paper {
          display: none;
        }
      }
      .date {
        display: block;
      }
      pl-costs {
        margin-top: calc(2 * var(--unit));
      }
    `,
  ];

  protected override render() {
    const own = texts[this.texts.language];
    const { result } = this.analysed;
    const { latest, fund, denominator, shape } = result;
    if (!latest) return nothing;
    const answer = latestAnswer(latest, fund.kind, denominator);
    const row = shape === 'pairs' ? own.pair(this.format.count(latest.index + 1)) : '';
    const date = latest.date ? own.latest(latest.date) : row;
    return html`<div class="cards ${shape === 'history' ? 'four' : ''}">
      <section class="wide">
        <h3>${own.by_kind} <span class="number small soft">${date}</span></h3>
        <div aria-live="polite"><pl-verdict .answer=${answer}></pl-verdict></div>
        <pl-costs .answer=${answer}></pl-costs>
      </section>
      ${
        shape === 'history'
          ? html`<pl-four-verdicts .services=${this.services} .analysed=${this.analysed}></pl-four-verdicts>`
          : nothing
      }
      ${this.#renderBars()}
      ${this.#renderDenominators(latest.by_denominator)}
    </div>`;
  }

  #renderBars() {
    const own = texts[this.texts.language];
    const { findings, unjudged } = this.analysed.result;
    const stateOf = (code: FindingCode) => {
      if (findings.some((finding) => finding.code === code)) return 'passed';
      return unjudged.some((rule) => rule.code === code) ? 'not_judged' : 'not_passed';
    };
    const marks = { passed: '▲', not_passed: '○', not_judged: '—' } as const;
    return html`<section>
      <table>
        <caption>${own.by_bar}</caption>
        <tbody>
          ${absoluteRules.map((code) => {
            const state = stateOf(code);
            return html`<tr>
              <th scope="row">${ruleName(this.texts, code, this.analysed.settings.rule_bars)}</th>
              <td class="end ${state === 'passed' ? 'severe' : 'soft'}">
                <span aria-hidden="true">${marks[state]}</span> ${own[state]}
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </section>`;
  }

  #renderDenominators(all: ByDenominator[]) {
    const own = texts[this.texts.language];
    const { result } = this.analysed;
    const { format } = this;
    const { words } = this.texts;
    if (all.length < 2) return nothing;
    const chosen =
      all.find(({ denominator }) => denominator === result.denominator)?.premium_fraction ?? null;
    return html`<section class="scroll ${result.shape === 'history' ? 'paper' : ''}" tabindex="0" role="group" aria-label=${own.by_denominator}>
      <table>
        <caption>${own.by_denominator}</caption>
        <thead>
          <tr>
            <th scope="col">${own.denominator}</th>
            <th scope="col" class="end">${this.texts.result.premium}</th>
            <th scope="col" class="end">${own.difference}</th>
          </tr>
        </thead>
        <tbody>
          ${all.map((one) => {
            const premium = one.premium_fraction;
            const difference = premium === null || chosen === null ? null : premium - chosen;
            const valueDate = ({ value_date }: ByDenominator) =>
              value_date ? `${own.value_date} ${value_date}` : nothing;
            const isChosen = one.denominator === result.denominator;
            return html`<tr>
              <th scope="row">
                ${capital(words.denominator[one.denominator])}
                <span class="date small soft">${premium === null ? own.no_value : valueDate(one)}</span>
              </th>
              <td class="end ${premium === null ? 'soft' : premium < 0 ? 'down' : 'up'}">${format.fraction(premium, true)}</td>
              <td class="end small">${isChosen ? '' : format.points(difference)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </section>`;
  }
}

customElements.define('pl-verdict-cards', VerdictCards);
