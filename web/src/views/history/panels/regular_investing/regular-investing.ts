// A fixed amount each month or week over the past, on the exchange and off it, and all at once.

import { css, html, nothing } from 'lit';
import type { ChoiceEvent } from '../../../../elements/choice.ts';
import '../../../../elements/choice.ts';
import '../../../../elements/number-card.ts';
import '../../../../elements/sample-line.ts';
import type { InvestEvery, Investment, Ops } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, forms, tables } from '../../../../styles/shared.ts';
import { sourceWords } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { changedOf, fieldStyles, renderFields } from '../../assumption-fields.ts';
import { panelStyles } from '../../panel-styles.ts';
import { investTexts } from './texts.ts';

type Found = Ops['regular_investing']['result'];

const op = 'regular_investing';

export class RegularInvesting extends AskingElement<Found> {
  static override properties = {
    ...AskingElement.properties,
    every: { state: true },
    from: { state: true },
    to: { state: true },
  };

  declare every: InvestEvery;
  /** Empty: from the start, to the end. */
  declare from: string;
  declare to: string;

  static override styles = [
    base,
    forms,
    tables,
    panelStyles,
    fieldStyles,
    css`
      ul {
        margin: 0;
        padding-inline-start: 1.2em;
        max-width: 48rem;
      }
    `,
  ];

  constructor() {
    super();
    this.every = 'month';
    this.from = '';
    this.to = '';
  }

  protected override get question(): string {
    return JSON.stringify(this.#choices);
  }

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Found> {
    return this.services.engine.run(op, { ...requestOf(analysed), ...this.#choices }, options);
  }

  protected override render() {
    const { found, texts } = this;
    if (!found) return this.renderState();
    const own = this.#own;
    return html`${this.renderState()} ${this.#renderAnswer(found)} ${this.#renderChoices(found)}
      ${found.investments.length > 0 ? this.#renderTable(found) : nothing}
      <ul class="small soft">${own.rules.map((rule) => html`<li>${rule}</li>`)}</ul>
      ${renderFields(this.services.bars, op, own.fields, found.assumptions, texts)}
      <pl-sample .of=${found}></pl-sample>`;
  }

  #renderAnswer(found: Found) {
    const own = this.#own;
    const { format } = this;
    const on = this.#of(found, 'exchange');
    const off = this.#of(found, 'off_exchange');
    const { too_few: few } = found;
    if (few && few.have > 0)
      return html`<p class="answer">${own.few(own.everies[found.every], format.count(few.needed), format.count(few.have))}</p>`;
    if (!on || !off) return html`<p class="answer">${own.bad_plan}</p>`;
    return html`<p class="answer">
        ${own.answer(
          own.everies[found.every],
          format.cny(found.assumptions['amount_cny']?.value),
          format.count(found.payments),
          format.fraction(on.total_return_fraction, true),
          format.fraction(off.total_return_fraction, true),
          format.fraction(Math.abs(on.average_over_nav_fraction ?? Number.NaN)),
          (on.average_over_nav_fraction ?? 0) >= 0,
        )}
      </p>
      <p>
        ${own.premium(format.fraction(found.over_nav_from_fraction, true), format.fraction(found.over_nav_to_fraction, true))}
        ${own.averages}
        <span class="small soft">${sourceWords(this.texts, 'investor_guide')}</span>
      </p>`;
  }

  #of({ investments }: Found, channel: Investment['channel']): Investment | undefined {
    return investments.find((one) => one.channel === channel && one.plan === 'regular');
  }

  #renderChoices({ every, plan_sample: sample }: Found) {
    const own = this.#own;
    const options = Object.entries(own.everies).map(([value, label]) => ({ value, label }));
    const day = (name: 'from' | 'to', label: string, standard: string | null) => html`<div>
      <label for=${name}>${label}</label>
      <input id=${name} type="date" .value=${this[name] || (standard ?? '')}
        @change=${(event: Event) => (this[name] = (event.currentTarget as HTMLInputElement).value)} />
    </div>`;
    return html`<div class="choices">
      <pl-choice .label=${own.every} .options=${options} .value=${every}
        @choice=${(event: ChoiceEvent) => (this.every = event.value as InvestEvery)}></pl-choice>
      ${day('from', own.from, sample.from)} ${day('to', own.to, sample.to)}
    </div>`;
  }

  #renderTable(found: Found) {
    const own = this.#own;
    const { format } = this;
    const { plan_sample: sample, investments, limit_days: limits } = found;
    const title = own.caption(sample.from ?? '', sample.to ?? '');
    const on = this.#of(found, 'exchange');
    const off = this.#of(found, 'off_exchange');
    const days = (count: number) => format.amountOf(count, '天', 'day');
    return html`<h3>${title}</h3>
<div class="scroll wide" tabindex="0" role="group" aria-label=${title}>
        <table>
          <caption class="visually-hidden">${title}</caption>
          <thead>
            <tr>
              <th scope="col">${own.way}</th>
              <th scope="col" class="end">${own.paid_in}</th>
              <th scope="col" class="end">${own.final}</th>
              <th scope="col" class="end">${own.total}</th>
              <th scope="col" class="end">${own.annual}</th>
              <th scope="col" class="end">${own.over_nav}</th>
              <th scope="col" class="end">${own.paid_premium}</th>
              <th scope="col" class="end">${own.fees}</th>
              <th scope="col" class="end">${own.waiting}</th>
            </tr>
          </thead>
          <tbody>${investments.map((one) => this.#renderRow(found, one))}</tbody>
        </table>
      </div>
      <p class="small soft">
        ${found.is_annual ? nothing : own.not_annual(format.count(found.annual_needs_sessions), format.count(sample.nobs))}
        ${(on?.delayed ?? 0) + (off?.delayed ?? 0) > 0 ? own.delayed(format.count(on?.delayed), format.count(off?.delayed)) : nothing}
        ${limits.suspended + limits.limited > 0 ? own.limits(days(limits.suspended), days(limits.limited)) : nothing}
        ${limits.limit_unknown > 0 ? own.limit_unknown(days(limits.limit_unknown)) : nothing}
        ${(off?.unconfirmed_cny ?? 0) > 0 ? own.unconfirmed(format.cny(off?.unconfirmed_cny)) : nothing}
      </p>`;
  }

  #renderRow({ plan_sample: sample, payments }: Found, one: Investment) {
    const own = this.#own;
    const { format } = this;
    const annual = format.fraction(one.annual_return_fraction, true);
    const total = format.fraction(one.total_return_fraction, true);
    const common = {
      dates: `${sample.from ?? ''} – ${sample.to ?? ''}`,
      source: sourceWords(this.texts, 'own'),
    };
    const times = format.count(one.plan === 'regular' ? payments : 1);
    const [paid, final] = [format.number(one.invested_cny, 2), format.number(one.final_cny, 2)];
    const totalCard = {
      ...common,
      ...own.total_card,
      numbers: `${final} ÷ ${paid} − 1 = ${total}`,
    };
    const card = {
      ...common,
      ...own.annual_card,
      numbers: own.annual_numbers(times, paid, final, annual),
    };
    return html`<tr>
      <th scope="row">${own.channel[one.channel]} · ${own.plan[one.plan]}</th>
      <td class="end">${format.cny(one.invested_cny)}</td>
      <td class="end">${format.cny(one.final_cny)}</td>
      <td class="end"><pl-number .text=${total} .card=${totalCard}></pl-number></td>
      <td class="end"><pl-number .text=${annual} .card=${one.annual_return_fraction === null ? undefined : card}></pl-number></td>
      <td class="end">${format.fraction(one.average_over_nav_fraction, true)}</td>
      <td class="end">${format.fraction(one.average_premium_fraction, true)}</td>
      <td class="end">${format.cny(one.fees_cny)}</td>
      <td class="end">${format.cny(one.waiting_cny)}</td>
    </tr>`;
  }

  get #choices() {
    const { every, from, to } = this;
    return {
      ...changedOf(this.services.bars, op, investTexts.zh.fields),
      every,
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    };
  }

  get #own() {
    return investTexts[this.texts.language];
  }
}

customElements.define('pl-regular-investing', RegularInvesting);
