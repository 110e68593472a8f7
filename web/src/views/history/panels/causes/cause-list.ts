// The causes one below the other, those that the data speak for first; each opens to its signs.

import { css, html, nothing } from 'lit';
import '../../../../elements/number-card.ts';
import '../../../../elements/sample-line.ts';
import type { Cause, CauseStatus, Ops, Sign } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, closeStack, forms } from '../../../../styles/shared.ts';
import { Said } from '../../../../texts/evidence.ts';
import { sourceWords, wordOf } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { changedOf, fieldStyles, renderFields } from '../../assumption-fields.ts';
import { causesTexts } from './causes-texts.ts';

type Causes = Ops['causes']['result'];

const marks: Record<CauseStatus, string> = { for: '●', against: '○', silent: '—', asked: '?' };
const order: CauseStatus[] = ['for', 'asked', 'silent', 'against'];
export class CauseList extends AskingElement<Causes> {
  static override styles = [
    base,
    forms,
    fieldStyles,
    closeStack,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li.cause {
        border-bottom: 1px solid var(--hairline);
      }
      li.cause > details > summary {
        display: grid;
        grid-template-columns: auto 1fr;
        column-gap: var(--unit);
        color: inherit;
      }
      .line {
        grid-column: 2;
      }
      .signs {
        display: grid;
        gap: 4px;
        padding: 0 0 12px 24px;
        max-width: 48rem;
      }
      .for {
        font-weight: 600;
      }
    `,
  ];

  protected override get question(): string {
    return JSON.stringify(this.#changed);
  }

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Causes> {
    const request = { ...requestOf(analysed), ...this.#changed };
    return this.services.engine.run('causes', request, options);
  }

  get #changed() {
    return changedOf(this.services.bars, 'causes', causesTexts.zh.bar_names);
  }

  protected override render() {
    const own = causesTexts[this.texts.language];
    const { found, format } = this;
    if (!found) return this.renderState();
    const value = found.denominator ? this.texts.words.denominator[found.denominator] : '';
    const premium = format.fraction(found.premium_fraction, true);
    const causes = [...found.causes].sort(
      (a, b) => order.indexOf(a.status) - order.indexOf(b.status),
    );
    return html`${this.renderState()}
      <p>${found.date ? own.of(found.date, premium, value) : nothing}</p>
      <p class="small soft">${own.note}</p>
      <ul>${causes.map((cause) => this.#renderCause(cause))}</ul>
      ${renderFields(this.services.bars, 'causes', own.bar_names, found.assumptions, this.texts)}
      <pl-sample .of=${found} .few=${found.too_few}></pl-sample>`;
  }

  #renderCause({ cause, source, status, signs }: Cause) {
    const own = causesTexts[this.texts.language];
    const deciding = signs.find((sign) => sign.status === status) ?? signs[0];
    return html`<li class="cause" data-cause=${cause} data-status=${status}>
      <details>
        <summary>
          <span aria-hidden="true">${marks[status]}</span>
          <span class=${status}>${own.names[cause]} · <span class=${status === 'for' ? 'watch' : 'soft'}>${own.status[status]}</span></span>
          ${deciding ? html`<span class="line small">${this.#lineOf(deciding)}</span>` : nothing}
        </summary>
        <div class="signs small">
          <p>${own.says[cause]} <span class="soft">${own.from} ${sourceWords(this.texts, source)}</span></p>
          ${signs.map(
            (sign) =>
              html`<p class=${sign.status === 'for' || sign.status === 'against' ? '' : 'soft'}>
              <span aria-hidden="true">${marks[sign.status]}</span>
              <span class="visually-hidden">${own.status[sign.status]}:</span> ${this.#lineOf(sign)}
            </p>`,
          )}
          ${signs.some((sign) => sign.status === 'asked') ? html`<p class="soft">${own.ask}</p>` : nothing}
        </div>
      </details>
    </li>`;
  }

  #lineOf({ word, status, evidence, needs, too_few }: Sign): string {
    const own = causesTexts[this.texts.language];
    const { texts, format } = this;
    if (status === 'asked') return own.asks[word] ?? own.about[word];
    if (too_few)
      return own.few(own.about[word], format.count(too_few.needed), format.count(too_few.have));
    if (status === 'silent')
      return needs ? own.lacks(own.about[word], own.needs[needs]) : own.about[word];
    const said = new Said(evidence, format, (group, name) => wordOf(texts, group, name));
    return own.signs[word](said, status === 'for');
  }
}

customElements.define('pl-causes', CauseList);
