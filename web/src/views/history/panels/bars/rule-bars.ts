// All rules with their bars: where each is from, whether it is seen now, and a field to change it.

import { css, html, nothing } from 'lit';
import type { Services } from '../../../../app/services.ts';
import '../../../../elements/bar-field.ts';
import { levelColours, levelMarks } from '../../../../elements/levels.ts';
import { PageElement } from '../../../../elements/page-element.ts';
import type { BarInfo, RuleInfo } from '../../../../generated/ops.ts';
import { ruleBars } from '../../../../model/bars.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, closeStack, forms } from '../../../../styles/shared.ts';
import { unitOf } from '../../../../texts/evidence.ts';
import { capital, sourceWords } from '../../../../texts/index.ts';
import type { BarKey } from './bars-texts.ts';
import { barsTexts } from './bars-texts.ts';

export class RuleBarsView extends PageElement {
  static override properties = { services: { attribute: false }, analysed: { attribute: false } };

  declare services: Services;
  declare analysed: Analysed;

  static override styles = [
    base,
    forms,
    closeStack,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 12px 0;
        border-bottom: 1px solid var(--hairline);
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr));
        gap: 12px;
        padding-top: var(--unit);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(this.services.reference);
    this.follow(this.services.bars);
    void this.services.reference.need();
  }

  protected override render() {
    const own = barsTexts[this.texts.language];
    const { tables } = this.services.reference;
    if (!tables) return nothing;
    const changed = this.services.bars.under(ruleBars);
    const { words } = this.texts;
    return html`<p class="small soft">${own.note}
        ${changed ? html`<button class="quiet" type="button" @click=${() => this.#restore(Object.keys(changed))}>${own.restore}</button>` : nothing}
      </p>
      <ul>
        ${tables.rules.filter(({ bars }) => bars.length > 0).map((rule) => this.#renderRule(rule))}
        <li>
          <h3>${own.ranges}</h3>
          <div class="fields">
            ${tables.range_bars.map((bar) => this.#renderField(bar, `${capital(words.kind[bar.kind])} `))}
          </div>
        </li>
        <li>
          <h3>${own.windows}</h3>
          <div class="fields">${tables.windows.map((bar) => this.#renderField(bar))}</div>
        </li>
      </ul>`;
  }

  #renderRule({ code, level, bars, source }: RuleInfo) {
    const own = barsTexts[this.texts.language];
    const { texts } = this;
    const { findings, funds } = this.analysed.result;
    const isIt = (one: { code: string; level: string }) => one.code === code && one.level === level;
    const isSeen = findings.some(isIt) || funds.some((fund) => fund.findings.some(isIt));
    return html`<li data-rule="${code}.${level}">
      <p>
        <span class=${levelColours[level]}><span aria-hidden="true">${levelMarks[level]}</span> ${texts.words.level[level]}</span>
        <strong>${texts.result.rule_names[code]}</strong>
        <span class="small ${isSeen ? 'watch' : 'soft'}">${isSeen ? own.seen : own.not_seen}</span>
      </p>
      <p class="small soft">${own.from} ${sourceWords(texts, source)}</p>
      <div class="fields">${bars.map((bar) => this.#renderField(bar))}</div>
    </li>`;
  }

  #renderField(bar: BarInfo, before = '') {
    const own = barsTexts[this.texts.language];
    const unit = unitOf(bar.key);
    const shown = unit === 'fraction' ? 'percent' : own.units[unit as keyof typeof own.units];
    return html`<pl-bar-field .bars=${this.services.bars} .name=${ruleBars + bar.name}
      .label=${before + own.labels[bar.key as BarKey]} .unit=${shown} .standard=${bar.standard}
      .least=${bar.least} .most=${bar.most ?? undefined}
      .hint=${this.texts.sources[bar.source].title}></pl-bar-field>`;
  }

  #restore(names: string[]): void {
    for (const name of names) this.services.bars.set(ruleBars + name, undefined);
  }
}

customElements.define('pl-rule-bars', RuleBarsView);
