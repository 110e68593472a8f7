// The first screen: one price against one value on the left, a place for tables on the right.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import '../../elements/closing-costs.ts';
import '../../elements/finding-list.ts';
import { PageElement } from '../../elements/page-element.ts';
import '../../elements/premium-verdict.ts';
import '../../elements/price-ladder.ts';
import { answerOf } from '../../model/answer.ts';
import { base } from '../../styles/shared.ts';
import { errorWords } from '../../texts/index.ts';
import './check-extras.ts';
import './check-form.ts';
import './check-scenario.ts';
import './intake-zone.ts';
import { texts } from './texts.ts';

export class CheckView extends PageElement {
  static override properties = {
    services: { attribute: false },
    isEstimating: { state: true },
  };

  declare services: Services;
  /** Its code comes when it is first opened. */
  declare isEstimating: boolean;

  static override styles = [
    base,
    css`
      .view {
        display: grid;
        gap: calc(3 * var(--unit));
      }
      .answer {
        display: grid;
        gap: calc(2 * var(--unit));
        margin-top: calc(2 * var(--unit));
      }
      .stale {
        opacity: 0.75;
      }
      .figures {
        display: grid;
        gap: calc(2 * var(--unit)) calc(4 * var(--unit));
      }
      @media (min-width: 64rem), print {
        .view {
          grid-template-columns: minmax(0, 7fr) minmax(0, 4fr);
          gap: calc(5 * var(--unit));
        }
        .figures {
          grid-template-columns: 3fr 2fr;
          align-items: start;
        }
      }
      @media print {
        pl-intake,
        .estimate {
          display: none;
        }
        .view {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.isEstimating = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { quick, scenario, reference } = this.services;
    for (const source of [quick, scenario, reference]) this.follow(source);
    this.follow({ subscribe: () => quick.subscribe(() => this.#passOn()) });
    void reference.need();
  }

  protected override render() {
    const { services } = this;
    const own = texts[this.texts.language];
    const { quick } = services;
    return html`<div class="view">
      <section aria-labelledby="check">
        <h2 id="check" class="visually-hidden">${own.title}</h2>
        <pl-check-form .services=${services}></pl-check-form>
        <div class="answer">
          <div aria-live="polite" aria-atomic="true">${this.#renderVerdict()}</div>
          ${quick.trouble ? html`<p class="severe" role="alert">${errorWords(this.texts, quick.trouble.code, quick.trouble)}</p>` : nothing}
          ${this.#renderRest()}
          <pl-check-extras .services=${services}></pl-check-extras>
          <details class="estimate" @toggle=${this.#openEstimate}>
            <summary>${own.estimate}</summary>
            ${this.isEstimating ? html`<pl-check-estimate .services=${services}></pl-check-estimate>` : nothing}
          </details>
          ${quick.result ? html`<pl-check-scenario .services=${services}></pl-check-scenario>` : nothing}
        </div>
      </section>
      <pl-intake .services=${services}></pl-intake>
    </div>`;
  }

  #renderVerdict() {
    const { quick } = this.services;
    const own = texts[this.texts.language];
    if (!quick.result) return html`<p class="soft">${own.empty}</p>`;
    return html`${quick.isStale ? html`<p class="small watch">${own.stale}</p>` : nothing}
      <pl-verdict class=${quick.isStale ? 'stale' : ''} .answer=${answerOf(quick.result)}></pl-verdict>`;
  }

  #renderRest() {
    const { quick } = this.services;
    if (!quick.result) return nothing;
    const answer = answerOf(quick.result);
    return html`<div class="figures">
        <pl-costs .answer=${answer}></pl-costs>
        <pl-ladder .answer=${answer}></pl-ladder>
      </div>
      <pl-findings .findings=${quick.result.findings} .unjudged=${quick.result.unjudged}></pl-findings>`;
  }

  async #openEstimate(): Promise<void> {
    await import('./check-estimate.ts');
    this.isEstimating = true;
  }

  /** The scenario starts from the premium at hand. */
  #passOn(): void {
    const { quick, scenario } = this.services;
    const from = quick.result?.premium_fraction;
    if (from !== scenario.from) scenario.set({ from });
  }
}

customElements.define('pl-check-view', CheckView);
