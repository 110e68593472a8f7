// Funds on the same index, the lowest premium first, and what going there gains or costs.

import { html, nothing } from 'lit';
import '../../../../elements/bar-field.ts';
import '../../../../elements/number-card.ts';
import type { IndexGroup, Ops, SwitchFund } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, forms, tables } from '../../../../styles/shared.ts';
import { sourceWords } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { changedOf, fieldStyles, renderFields } from '../../assumption-fields.ts';
import { panelStyles } from '../../panel-styles.ts';
import { switchTexts } from './texts.ts';

type Found = Ops['switching']['result'];

const op = 'switching';
const otherBar = 'switching.premium_to_fraction';

export class FundSwitching extends AskingElement<Found> {
  static override properties = { ...AskingElement.properties, toFund: { state: true } };

  declare toFund: string | undefined;

  static override styles = [base, forms, tables, panelStyles, fieldStyles];

  protected override get question(): string {
    return JSON.stringify([this.#changed, this.toFund, this.services.bars.get(otherBar)]);
  }

  protected override async ask(analysed: Analysed, options: RunOptions): Promise<Found> {
    const { engine, bars } = this.services;
    const request = { ...requestOf(analysed), ...this.#changed };
    const to_fund = this.toFund;
    const found = await engine.run(op, { ...request, ...(to_fund ? { to_fund } : {}) }, options);
    const premium = analysed.result.latest?.premium_fraction;
    if (found.groups.length > 0 || premium === undefined) return found;
    // No other fund is there: against the premium that the reader fills in.
    const pair = { premium_from_fraction: premium, premium_to_fraction: bars.get(otherBar) ?? 0 };
    return engine.run(op, { ...request, ...pair }, options);
  }

  protected override render() {
    const { found, texts } = this;
    if (!found) return this.renderState();
    const own = this.#own;
    const { bars } = this.services;
    const isAlone = found.groups.length === 0;
    return html`${this.renderState()} ${this.#renderAnswer(found)}
      ${
        isAlone
          ? html`${this.#renderLatest()}<p>${own.alone}</p>
            <pl-bar-field .bars=${bars} .name=${otherBar} .label=${own.other} unit="percent"
              .standard=${0} .least=${-0.9} .most=${10} .hint=${own.other_hint}></pl-bar-field>`
          : nothing
      }
      ${this.#renderPast(found)} ${found.groups.map((group) => this.#renderGroup(found, group))}
      <p class="small soft">
        ${found.unknown_index > 0 ? own.unknown_index(this.format.count(found.unknown_index)) : nothing}
        ${own.note} ${own.source_note}${sourceWords(texts, 'investor_guide')}
      </p>
      ${renderFields(bars, op, own.fields, found.assumptions, texts)}`;
  }

  /** The day and the value of the premium that is switched from. */
  #renderLatest() {
    const { latest, denominator } = this.analysed.result;
    if (!latest?.date || !denominator) return nothing;
    const value = this.texts.words.denominator[denominator];
    return html`<p class="small soft">${this.#own.latest(latest.date, value)}</p>`;
  }

  #renderAnswer(found: Found) {
    const own = this.#own;
    const { format } = this;
    const { switch: made } = found;
    if (!made) return nothing;
    const from = found.fund ?? format.fraction(found.premium_from_fraction, true);
    const to = found.to_fund ?? format.fraction(found.premium_to_fraction, true);
    const isGain = made.net_fraction > 0;
    const net = format.fraction(Math.abs(made.net_fraction));
    const gross = format.fraction(made.gross_fraction, true);
    const isLowest =
      found.groups.length > 0 &&
      (found.premium_to_fraction ?? 0) >= (found.premium_from_fraction ?? 0);
    return html`${isLowest && !this.toFund ? html`<p>${own.lowest_already(from)}</p>` : nothing}
      <p class="answer">
        ${isGain ? own.answer_gain(from, to, net, gross) : own.answer_loss(from, to, net, gross)}
        <pl-number .text=${format.fraction(made.net_fraction, true)} .card=${this.#card(found)}></pl-number>
      </p>
      <p>${own.even(format.points(made.breakeven_difference_fraction, false))}</p>`;
  }

  #card(found: Found) {
    const own = this.#own;
    const { format } = this;
    const [from, to] = [found.premium_from_fraction, found.premium_to_fraction];
    const { assumptions, switch: made } = found;
    const side =
      (assumptions['commission_fraction']?.value ?? 0) +
      (assumptions['slippage_fraction']?.value ?? 0);
    const c = format.fraction(side);
    return {
      ...own.gain_card,
      numbers: `(1 + ${format.fraction(from)}) ÷ (1 + ${format.fraction(to)}) × (1 − ${c}) ÷ (1 + ${c}) − 1 = ${format.fraction(made?.net_fraction, true)}`,
      source: sourceWords(this.texts, 'own'),
    };
  }

  #renderPast({ past }: Found) {
    const own = this.#own;
    const { format } = this;
    if (!past) return nothing;
    const { too_few: few, sample } = past;
    if (few)
      return html`<p class="small soft">${own.past_few(format.count(few.needed), format.count(few.have))}</p>`;
    const count = format.count(sample.nobs);
    const shown = (value: number | null) => format.fraction(value, true);
    const denominator = past.from_denominator
      ? this.texts.words.denominator[past.from_denominator]
      : '';
    return html`<p>
      ${own.past(format.fraction(past.percentile_fraction), count, shown(past.median_fraction), shown(past.least_fraction), shown(past.most_fraction))}
      ${own.past_paid(format.amountOf(past.days_gaining, '天', 'day'), count)}
      <span class="small soft">${sample.from} – ${sample.to} · ${denominator}</span>
    </p>`;
  }

  #renderGroup(found: Found, group: IndexGroup) {
    const own = this.#own;
    const title = own.group(group.index_name);
    return html`<h3>${title}</h3>
<div class="scroll wide" tabindex="0" role="group" aria-label=${title}>
      <table>
        <caption class="visually-hidden">${title}</caption>
        <thead>
          <tr>
            <th scope="col">${own.fund}</th>
            <th scope="col" class="end">${own.premium}</th>
            <th scope="col" class="end">${own.amount}</th>
            <th scope="col" class="end">${own.net}</th>
            <th scope="col">${own.date}</th>
            <th scope="col">${own.purchase}</th>
            <th scope="col"><span class="visually-hidden">${own.compare}</span></th>
          </tr>
        </thead>
        <tbody>${group.funds.map((fund) => this.#renderFund(found, group, fund))}</tbody>
      </table>
    </div>`;
  }

  #renderFund(found: Found, group: IndexGroup, fund: SwitchFund) {
    const own = this.#own;
    const { format } = this;
    const { words } = this.texts;
    const isFrom = fund.code === group.from;
    const isOpened = found.fund === group.from;
    const net = isFrom
      ? own.is_from
      : fund.is_comparable
        ? format.fraction(fund.net_fraction, true)
        : own.not_alike;
    const canCompare = isOpened && !isFrom && fund.premium_fraction !== null;
    return html`<tr class=${fund.code === group.lowest ? 'best' : ''}>
      <th scope="row">${fund.code} ${fund.name}</th>
      <td class="end">${format.fraction(fund.premium_fraction, true)}</td>
      <td class="end">${format.cny(fund.amount_cny)}</td>
      <td class="end">${net}</td>
      <td class="number">${fund.date ?? '—'} · ${fund.denominator ? words.denominator[fund.denominator] : '—'}</td>
      <td>${words.purchase_status[fund.purchase]}</td>
      <td>
        ${
          canCompare
            ? html`<button class="quiet" type="button" aria-pressed=${found.to_fund === fund.code}
              @click=${() => (this.toFund = fund.code)}>
              ${own.compare}<span class="visually-hidden"> ${fund.code}</span>
            </button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  get #changed() {
    return changedOf(this.services.bars, op, switchTexts.zh.fields);
  }

  get #own() {
    return switchTexts[this.texts.language];
  }
}

customElements.define('pl-fund-switching', FundSwitching);
