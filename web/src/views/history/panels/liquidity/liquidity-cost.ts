// What getting out takes: days to sell, slippage, the spread, and the trading against its own past.

import { html, nothing } from 'lit';
import '../../../../elements/number-card.ts';
import '../../../../elements/sample-line.ts';
import type { Ops } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, tables } from '../../../../styles/shared.ts';
import { sourceWords } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { changedOf, fieldStyles, renderFields } from '../../assumption-fields.ts';
import { panelStyles } from '../../panel-styles.ts';
import { liquidityTexts } from './texts.ts';

type Found = Ops['liquidity']['result'];

const op = 'liquidity';

export class LiquidityCost extends AskingElement<Found> {
  static override styles = [base, tables, panelStyles, fieldStyles];

  protected override get question(): string {
    return JSON.stringify(this.#changed);
  }

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Found> {
    return this.services.engine.run(op, { ...requestOf(analysed), ...this.#changed }, options);
  }

  protected override render() {
    const { found, texts } = this;
    if (!found) return this.renderState();
    const { fields } = this.#own;
    return html`${this.renderState()} ${this.#renderAnswer(found)}
      ${this.#renderSlippage(found)} ${this.#renderSpread(found)} ${this.#renderTurnover(found)}
      ${renderFields(this.services.bars, op, fields, found.assumptions, texts)}
      <pl-sample .of=${found} .few=${found.source === 'none' ? null : found.too_few}></pl-sample>`;
  }

  #renderAnswer(found: Found) {
    const own = this.#own;
    const { format } = this;
    const { traded, amount_sample: sample, source } = found;
    if (source === 'none') return html`<p class="answer">${own.no_amount}</p>`;
    const first = found.selling[0];
    const days = (count: number) => format.amountOf(count, '天', 'day');
    const { assumptions } = found;
    const least = format.cny(assumptions['least_amount_cny']?.value);
    const preferred = format.cny(assumptions['preferred_amount_cny']?.value);
    return html`${found.unit_doubt ? html`<p class="watch">${own.unit_doubt}</p>` : nothing}
      ${
        first
          ? html`<p class="answer">
            ${
              first.sessions === null
                ? own.answer_nothing
                : own.answer(
                    format.cny(found.position_cny),
                    format.bar(first.participation_fraction),
                    format.amountOf(first.sessions, '个交易日', 'session'),
                  )
            }
          </p>`
          : nothing
      }
      <p>
        ${found.amount_class ? own.traded_class[found.amount_class](format.cny(traded.mean_cny), least, preferred) : nothing}
        ${traded.percentile_fraction === null ? nothing : own.percentile(format.fraction(traded.percentile_fraction), format.count(traded.means))}
        ${own.under(days(traded.days_under_least), least, days(sample.nobs))}
        ${own.latest(traded.latest_date ?? '', format.cny(traded.latest_cny))}
      </p>
      ${first ? this.#renderSelling(found) : nothing}
      <p class="small soft">
        ${own.amounts(format.count(sample.nobs), sample.from ?? '', sample.to ?? '')}
        ${own.of_source[source]}
        ${traded.days_of_nothing > 0 ? own.nothing(days(traded.days_of_nothing), traded.last_of_nothing ?? '') : nothing}
        ${traded.days_missing > 0 ? own.missing(days(traded.days_missing)) : nothing}
      </p>`;
  }

  #renderSelling({ selling, traded, position_cny, amount_sample }: Found) {
    const own = this.#own;
    const { format } = this;
    const shown = (days: number | null) =>
      days === null
        ? '—'
        : days > 0 && days < 0.01
          ? own.days(`<\u202f${format.number(0.01, 2)}`)
          : own.days(format.number(days, days < 10 ? 2 : 0));
    const card = (share: number, days: number | null) => ({
      title: own.card_title,
      definition: own.card_definition,
      formula: own.card_formula,
      numbers: `${format.cny(position_cny)} ÷ (${format.bar(share)} × ${format.cny(traded.median_cny)}) = ${shown(days)}`,
      dates: `${amount_sample.from ?? ''} – ${amount_sample.to ?? ''}`,
      source: sourceWords(this.texts, 'own'),
    });
    return html`<h3>${own.selling}</h3>
<div class="scroll" tabindex="0" role="group" aria-label=${own.selling}>
      <table>
        <caption class="visually-hidden">${own.selling}</caption>
        <thead>
          <tr>
            <th scope="col">${own.share}</th>
            <th scope="col" class="end">${own.of_median}</th>
            <th scope="col" class="end">${own.of_mean}</th>
            <th scope="col" class="end">${own.of_recent(format.count(traded.recent_days))}</th>
          </tr>
        </thead>
        <tbody>
          ${selling.map(
            (one) => html`<tr>
              <th scope="row">${format.bar(one.participation_fraction)}</th>
              <td class="end"><pl-number .text=${shown(one.days_of_median)}
                .card=${card(one.participation_fraction, one.days_of_median)}></pl-number></td>
              <td class="end">${shown(one.days_of_mean)}</td>
              <td class="end">${shown(one.days_of_recent)}</td>
            </tr>`,
          )}
          <tr>
            <th scope="row">${own.usual}</th>
            <td class="end">${format.cny(traded.median_cny)}</td>
            <td class="end">${format.cny(traded.mean_cny)}</td>
            <td class="end">${format.cny(traded.recent_cny)}</td>
          </tr>
        </tbody>
      </table>
      </div>
      <p class="small soft">${own.days_note}</p>`;
  }

  #renderSlippage({ slippage }: Found) {
    const own = this.#own;
    const { format } = this;
    return html`<h3>${own.slippage}</h3>
<div class="scroll" tabindex="0" role="group" aria-label=${own.slippage}>
        <table>
          <caption class="visually-hidden">${own.slippage}</caption>
          <thead>
            <tr>
              <th scope="col">${own.slip}</th>
              <th scope="col" class="end">${own.cost}</th>
              <th scope="col" class="end">${own.proceeds}</th>
              <th scope="col" class="end">${own.premium_left}</th>
            </tr>
          </thead>
          <tbody>
            ${slippage.map(
              (one) => html`<tr>
                <th scope="row">${format.bar(one.slippage_fraction)}</th>
                <td class="end">${format.cny(one.cost_cny)}</td>
                <td class="end">${format.cny(one.proceeds_cny)}</td>
                <td class="end">${format.fraction(one.premium_left_fraction, true)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="small soft">${own.slippage_note} ${sourceWords(this.texts, 'investor_guide')}</p>`;
  }

  #renderSpread({ spread }: Found) {
    const own = this.#own;
    const { format } = this;
    if (!spread) return html`<p class="small soft">${own.spread_missing}</p>`;
    const { bid, ask, date } = spread;
    if (spread.is_crossed)
      return html`<p class="watch">${own.spread_crossed(format.price(bid), format.price(ask), date ?? '')}</p>`;
    return html`<p>
      ${own.spread(format.price(bid), format.price(ask), format.fraction(spread.spread_fraction), format.count(spread.ticks), format.cny(spread.half_cost_cny), date ?? '')}
      ${spread.nobs > 1 ? own.spread_usual(format.fraction(spread.usual_spread_fraction), format.amountOf(spread.nobs, '天', 'day')) : nothing}
    </p>`;
  }

  #renderTurnover({ turnover, assumptions }: Found) {
    const own = this.#own;
    const { format } = this;
    if (!turnover) return html`<p class="small soft">${own.turnover_missing}</p>`;
    const { too_few: few } = turnover;
    if (few)
      return html`<p class="small soft">${own.turnover_few(format.count(few.needed), format.count(few.have))}</p>`;
    const bar = (name: string) => format.bar(assumptions[name]?.value);
    return html`<p>
      ${own.turnover(format.fraction(turnover.recent_fraction), format.fraction(turnover.usual_fraction), format.fraction(turnover.percentile_fraction))}
      ${own.turnover_high(format.fraction(turnover.highest_fraction), turnover.highest_date ?? '')}
      ${
        turnover.has_fallen
          ? html`<span class="watch">${own.turnover_fallen(bar('turnover_from_fraction'), bar('turnover_to_fraction'))}</span>
            <span class="small soft">${sourceWords(this.texts, 'investor_guide')}</span>`
          : nothing
      }
      ${turnover.is_derived ? html`<span class="small soft">${own.turnover_derived}</span>` : nothing}
    </p>`;
  }

  get #own() {
    return liquidityTexts[this.texts.language];
  }

  get #changed() {
    return changedOf(this.services.bars, op, liquidityTexts.zh.fields);
  }
}

customElements.define('pl-liquidity-cost', LiquidityCost);
