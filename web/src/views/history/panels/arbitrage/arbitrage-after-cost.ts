// What buying new shares at NAV and selling them on the exchange leaves: the sum, the odds over the
// delay, what fits, and what stands in the way.

import { html, nothing } from 'lit';
import type { ChoiceEvent } from '../../../../elements/choice.ts';
import '../../../../elements/number-card.ts';
import '../../../../elements/sample-line.ts';
import '../../../../elements/word-select.ts';
import type {
  ArbitrageOdds,
  ArbitrageRoute,
  Ops,
  PurchaseStatus,
} from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, tables } from '../../../../styles/shared.ts';
import { sourceWords } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { changedOf, fieldStyles, renderFields } from '../../assumption-fields.ts';
import { panelStyles } from '../../panel-styles.ts';
import { arbitrageTexts } from './texts.ts';

type Found = Ops['arbitrage']['result'];

const op = 'arbitrage';

export class ArbitrageAfterCost extends AskingElement<Found> {
  static override properties = {
    ...AskingElement.properties,
    route: { state: true },
    isHedged: { state: true },
    purchase: { state: true },
  };

  declare route: ArbitrageRoute | undefined;
  declare isHedged: boolean;
  declare purchase: PurchaseStatus | undefined;

  static override styles = [base, tables, panelStyles, fieldStyles];

  constructor() {
    super();
    this.isHedged = false;
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
      ${this.#renderSteps(found)} ${this.#renderOdds(found)} ${this.#renderReplay(found)}
      <p class="small soft">${own.note}</p>
      ${renderFields(this.services.bars, op, own.fields, found.assumptions, texts)}
      <pl-sample .of=${found} .few=${found.too_few}></pl-sample>`;
  }

  #renderAnswer(found: Found) {
    const own = this.#own;
    const { format } = this;
    if (found.premium_fraction === null) return html`<p class="answer">${own.answer_none}</p>`;
    const left = format.fraction(found.left_fraction, true);
    const isOfUnits = found.units !== null && (found.assumptions['unit_cny']?.value ?? 0) > 0;
    return html`<p class="answer">
        ${own.answer(format.fraction(found.premium_fraction, true), left, this.#delay(found))}
      </p>
      ${found.obstacles.map((obstacle) => html`<p class="watch">${own.obstacle[obstacle]}</p>`)}
      ${
        found.obstacles.length > 0
          ? nothing
          : html`<p>
            ${own.fits(format.cny(found.amount_cny), isOfUnits ? format.count(found.units) : '')}
            ${(found.left_cny ?? 0) < 0 ? own.loses(format.cny(-(found.left_cny ?? 0))) : own.earns(format.cny(found.left_cny))}
          </p>`
      }`;
  }

  /** What counts, to how much, and who says so. */
  #statusHint({ purchase, purchase_said, purchase_limit_cny: limit }: Found): string {
    const status = this.texts.words.purchase_status[purchase];
    const most = purchase === 'limited' && limit !== null ? this.format.cny(limit) : '';
    const parts = [purchase_said ? this.#own.said : '', status, most];
    return parts.filter(Boolean).join(' · ');
  }

  #renderChoices(found: Found) {
    const own = this.#own;
    const { route, hedged } = found;
    const options = <Word extends string>(words: Record<Word, string>) =>
      Object.entries<string>(words).map(([value, label]) => ({ value, label }));
    return html`<div class="choices">
      <pl-select .label=${own.route} .options=${options(own.routes)} .value=${route}
        @choice=${(event: ChoiceEvent) => (this.route = event.value as ArbitrageRoute)}></pl-select>
      <pl-select .label=${own.hedge} .options=${options({ no: own.unhedged, yes: own.hedged })}
        .value=${hedged ? 'yes' : 'no'}
        @choice=${(event: ChoiceEvent) => (this.isHedged = event.value === 'yes')}></pl-select>
      <pl-select .label=${own.status} .options=${options(own.statuses)} .value=${this.purchase ?? 'pasted'}
        .hint=${this.#statusHint(found)}
        @choice=${(event: ChoiceEvent) => this.#say(event.value)}></pl-select>
    </div>`;
  }

  #say(status: string): void {
    this.purchase = status === 'pasted' ? undefined : (status as PurchaseStatus);
  }

  #renderSteps(found: Found) {
    const own = this.#own;
    const { format } = this;
    const [premium, cost, out] = [
      found.premium_fraction,
      found.in_fraction,
      found.out_fraction,
    ].map((value) => format.fraction(value));
    const card = (title: string, definition: string, formula: string, numbers: string) => ({
      title,
      definition,
      formula,
      numbers,
      denominator: found.denominator ? this.texts.words.denominator[found.denominator] : undefined,
      dates: found.date ?? undefined,
      source: sourceWords(this.texts, 'own'),
    });
    const breakeven = format.fraction(found.breakeven_premium_fraction, true);
    const left = format.fraction(found.left_fraction, true);
    return html`<h3>${own.steps}</h3>
<div class="scroll" tabindex="0" role="group" aria-label=${own.steps}>
      <table>
        <caption class="visually-hidden">${own.steps}</caption>
        <tbody>
          <tr><th scope="row">${own.step_premium} (${found.date ?? '—'})</th><td class="end">${premium}</td></tr>
          <tr><th scope="row">${own.step_in}</th><td class="end">${cost}</td></tr>
          <tr><th scope="row">${own.step_out}</th><td class="end">${out}</td></tr>
          <tr><th scope="row">${own.step_breakeven}</th><td class="end"><pl-number .text=${breakeven}
            .card=${card(own.step_breakeven, own.breakeven_is, '(1 + in) ÷ (1 − out) − 1', `(1 + ${cost}) ÷ (1 − ${out}) − 1 = ${breakeven}`)}></pl-number></td></tr>
          <tr class="best"><th scope="row">${own.step_left}</th><td class="end"><pl-number .text=${left}
            .card=${card(own.step_left, own.left_is, '(1 + p) × (1 − out) ÷ (1 + in) − 1', `(1 + ${premium}) × (1 − ${out}) ÷ (1 + ${cost}) − 1 = ${left}`)}></pl-number></td></tr>
        </tbody>
      </table>
    </div>`;
  }

  #renderOdds(found: Found) {
    const own = this.#own;
    const { format } = this;
    const { empirical, ar1 } = found;
    if (!empirical || !ar1) return nothing;
    const row = (name: string, odds: ArbitrageOdds) => html`<tr>
      <th scope="row">${name}</th>
      <td class="end">${format.fraction(odds.loss_probability)}</td>
      <td class="end">${format.fraction(odds.low_fraction, true)}</td>
      <td class="end">${format.fraction(odds.median_fraction, true)}</td>
      <td class="end">${format.fraction(odds.high_fraction, true)}</td>
    </tr>`;
    const title = own.odds(this.#delay(found));
    return html`<h3>${title}</h3>
<div class="scroll" tabindex="0" role="group" aria-label=${title}>
        <table>
          <caption class="visually-hidden">${title}</caption>
          <thead>
            <tr>
              <th scope="col">${own.model}</th>
              <th scope="col" class="end">${own.loss}</th>
              <th scope="col" class="end">${own.low}</th>
              <th scope="col" class="end">${own.median}</th>
              <th scope="col" class="end">${own.high}</th>
            </tr>
          </thead>
          <tbody>
            ${row(own.empirical(format.count(empirical.nobs)), empirical)}
            ${row(own.ar1(format.count(ar1.nobs), format.number(found.persistence, 2)), ar1)}
          </tbody>
        </table>
      </div>
      <p class="small soft">${own.odds_note}</p>`;
  }

  #renderReplay({ replay }: Found) {
    const own = this.#own;
    const { format } = this;
    if (!replay) return nothing;
    if (replay.days === 0) return html`<p>${own.replay_none}</p>`;
    const days = (count: number) => format.amountOf(count, '天', 'day');
    return html`<p>
        ${own.replay(days(replay.days), format.count(replay.spells), days(replay.losses), format.fraction(replay.median_fraction, true))}
        ${own.replay_worst(format.fraction(replay.worst_fraction, true), replay.worst_date ?? '')}
      </p>
      <p class="small soft">${own.replay_note[replay.is_own_nav ? 'own' : 'known']}</p>`;
  }

  #delay({ assumptions }: Found): string {
    return this.format.amountOf(assumptions['delay_sessions']?.value, '个交易日', 'session');
  }

  get #choices() {
    const { route, purchase } = this;
    return {
      ...changedOf(this.services.bars, op, arbitrageTexts.zh.fields),
      ...(route ? { route } : {}),
      ...(purchase ? { purchase } : {}),
      hedged: this.isHedged,
    };
  }

  get #own() {
    return arbitrageTexts[this.texts.language];
  }
}

customElements.define('pl-arbitrage-after-cost', ArbitrageAfterCost);
