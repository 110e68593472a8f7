// What is doubtful about the data themselves. A wrong join or a changed unit makes a false premium,
// so what is grave stands open above the verdict, and the rest is one line to be opened. Nothing is
// mended in silence: each mend is said, and taken back as it was made, in one step.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import { levels } from '../../elements/levels.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { DataCheck } from '../../generated/ops.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, forms } from '../../styles/shared.ts';
import './check-item.ts';
import { checksTexts } from './checks-texts.ts';

/** So many stand open above the verdict, so that it stays in reach; the others are one tap away. */
const mostGrave = 2;

export class DataChecks extends PageElement {
  static override properties = {
    services: { attribute: false },
    analysed: { attribute: false },
    hasAll: { state: true },
  };

  declare services: Services;
  declare analysed: Analysed;
  /** More than the first few of the grave ones are shown. */
  declare hasAll: boolean;

  static override styles = [
    base,
    forms,
    css`
      section {
        padding: 12px 0;
        border-block: 2px solid var(--severe);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: var(--unit) 0;
        border-top: 1px solid var(--hairline);
      }
      @media print {
        details {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.hasAll = false;
  }

  protected override render() {
    const own = checksTexts[this.texts.language];
    const sorted = [...this.analysed.result.data_checks].sort(
      (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level),
    );
    const grave = sorted.filter(isGrave);
    const rest = sorted.filter((check) => !isGrave(check));
    return html`${
      grave.length > 0
        ? html`<section aria-labelledby="title">
            <h3 id="title">${own.doubtful}</h3>
            ${grave.some(({ mended }) => !mended) ? html`<p class="small">${own.doubtful_note}</p>` : nothing}
            <ul>${grave.slice(0, this.hasAll ? grave.length : mostGrave).map((check) => this.#renderCheck(check))}</ul>
            ${
              grave.length > mostGrave && !this.hasAll
                ? html`<button class="plain" type="button" @click=${() => (this.hasAll = true)}>
                  ${this.texts.result.more(this.format.count(grave.length - mostGrave))}
                </button>`
                : nothing
            }
          </section>`
        : nothing
    }
      ${
        rest.length > 0
          ? html`<details>
            <summary class="small">${own.notes(this.format.count(rest.length))}</summary>
            <ul>${rest.map((check) => this.#renderCheck(check))}</ul>
          </details>`
          : nothing
      }`;
  }

  #renderCheck(check: DataCheck) {
    const { services, analysed } = this;
    return html`<li><pl-check-item .services=${services} .analysed=${analysed} .check=${check}></pl-check-item></li>`;
  }
}

const isGrave = ({ level }: DataCheck): boolean => level === 'warn' || level === 'severe';

customElements.define('pl-checks', DataChecks);
