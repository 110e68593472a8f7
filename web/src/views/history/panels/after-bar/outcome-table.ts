// The outcomes after one bar: by horizon with their intervals, or, where there are too few episodes,
// case by case.

import { css, html, nothing } from 'lit';
import '../../../../elements/number-card.ts';
import { PageElement } from '../../../../elements/page-element.ts';
import type {
  AfterBarCase,
  AfterBarCrossings,
  AfterBarOutcome,
  OutcomeSpread,
} from '../../../../generated/ops.ts';
import { base, tables } from '../../../../styles/shared.ts';
import type { AfterBarResult } from './after-bar.ts';
import { afterBarTexts } from './after-bar-texts.ts';

export class OutcomeTable extends PageElement {
  static override properties = { result: { attribute: false }, crossed: { attribute: false } };

  declare result: AfterBarResult;
  declare crossed: AfterBarCrossings;

  static override styles = [
    base,
    tables,
    css`
      th,
      td {
        white-space: nowrap;
      }
      td .small {
        display: block;
      }
    `,
  ];

  protected override render() {
    if (this.crossed.episodes === 0) return nothing;
    return this.crossed.too_few ? this.#renderCases() : this.#renderOutcomes();
  }

  get #outcomes(): AfterBarOutcome[] {
    return this.result.outcomes.filter((one) => one.bar_fraction === this.crossed.bar_fraction);
  }

  #renderOutcomes() {
    const own = afterBarTexts[this.texts.language];
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${own.horizon}</th>
            <th scope="col" class="end">${own.count}</th>
            <th scope="col" class="end">${own.premium_change}</th>
            <th scope="col" class="end">${own.price_return}</th>
            <th scope="col" class="end">${own.negative}</th>
            <th scope="col" class="end">${own.value_return}</th>
            <th scope="col" class="end">${own.any_day}</th>
          </tr>
        </thead>
        <tbody>${this.#outcomes.map((outcome) => this.#renderOutcome(outcome))}</tbody>
      </table>
    </div>`;
  }

  #renderOutcome(outcome: AfterBarOutcome) {
    const own = afterBarTexts[this.texts.language];
    const { format } = this;
    const { horizon, count, beyond_end, price_return } = outcome;
    const any = this.result.all_days.find((one) => one.horizon === horizon);
    const cell = (title: string, spread: OutcomeSpread | null, points: boolean) =>
      html`<td class="end">${this.#renderSpread(title, spread, points, outcome)}</td>`;
    return html`<tr>
      <th scope="row">${own.horizons(format.count(horizon), horizon)}</th>
      <td class="end">
        ${format.count(count)}
        ${beyond_end > 0 ? html`<span class="small soft">${own.beyond(format.count(beyond_end))}</span>` : nothing}
      </td>
      ${
        outcome.too_few
          ? html`<td colspan="4" class="small soft">${own.few_outcomes(format.count(count))}</td>`
          : html`${cell(own.premium_change, outcome.premium_change, true)}
            ${cell(own.price_return, price_return, false)}
            <td class="end">${format.fraction(price_return?.negative_share)}</td>
            ${cell(own.value_return, outcome.value_return, false)}`
      }
      <td class="end soft">
        ${this.#renderAnyDay(any)}
        <span class="small">${own.below_zero} ${format.fraction(any?.price_return?.negative_share)}</span>
      </td>
    </tr>`;
  }

  #renderAnyDay(any: AfterBarResult['all_days'][number] | undefined) {
    const own = afterBarTexts[this.texts.language];
    const { format } = this;
    const spread = any?.price_return;
    if (!any || !spread) return '—';
    const text = format.fraction(spread.mean, true);
    const { denominator, sample } = this.result;
    const card = {
      title: `${own.any_day} · ${own.horizons(format.count(any.horizon), any.horizon)}`,
      definition: own.any_day_card,
      formula: own.any_day_formula,
      numbers: [
        `${own.mean} ${text}, n = ${format.count(any.count)}`,
        `${own.median} ${format.fraction(spread.median, true)}`,
        `${own.below_zero} ${format.fraction(spread.negative_share)}`,
      ].join(this.texts.language === 'zh' ? '；' : '; '),
      denominator: denominator ? this.texts.words.denominator[denominator] : undefined,
      dates: `${sample.from ?? ''} – ${sample.to ?? ''}`,
      source: own.own_source,
    };
    return html`<pl-number .text=${text} .card=${card}></pl-number>`;
  }

  /** The mean, its interval below it; the whole distribution is in its card. */
  #renderSpread(
    title: string,
    spread: OutcomeSpread | null,
    points: boolean,
    outcome: AfterBarOutcome,
  ) {
    const own = afterBarTexts[this.texts.language];
    const { format } = this;
    if (!spread) return '—';
    const text = (value: number | undefined) =>
      points ? format.points(value) : format.fraction(value, true);
    const plain = (value: number | undefined) => format.number((value ?? NaN) * 100, 2, true);
    const { mean_interval: mean, median_interval: median } = spread;
    const means = outcome.over_days_means;
    const overDays = points ? means.premium_change : means.price_return;
    const isValue = title === own.value_return;
    const card = {
      title: `${title} · ${own.horizons(format.count(outcome.horizon), outcome.horizon)}`,
      definition: own.mean_card,
      formula: own.mean_formula,
      numbers: [
        `${own.mean} ${text(spread.mean)}, n = ${format.count(outcome.count)}`,
        `${own.interval} [${plain(mean?.low)}, ${plain(mean?.high)}]`,
        `${own.median} ${text(spread.median)} [${plain(median?.low)}, ${plain(median?.high)}]`,
        `${own.quartiles} ${plain(spread.q1)}, ${plain(spread.q3)}`,
        `${own.range} ${plain(spread.min)}, ${plain(spread.max)}`,
        `${own.below_zero} ${format.fraction(spread.negative_share)}`,
        own.interval_note(format.count(outcome.resamples), format.count(outcome.block_length)),
        `${own.over_days(format.count(means.count))} ${text((isValue ? means.value_return : overDays) ?? undefined)}`,
      ].join(this.texts.language === 'zh' ? '；' : '; '),
      denominator: this.result.denominator
        ? this.texts.words.denominator[this.result.denominator]
        : undefined,
      dates: `${this.result.sample.from ?? ''} – ${this.result.sample.to ?? ''}`,
      source: own.own_source,
    };
    return html`<pl-number .text=${text(spread.mean)} .card=${card}></pl-number>
      <span class="small soft">[${plain(mean?.low)}, ${plain(mean?.high)}]</span>
      <span class="small soft">${own.median} ${plain(spread.median)}</span>`;
  }

  #renderCases() {
    const own = afterBarTexts[this.texts.language];
    const { format } = this;
    const cases = [...this.crossed.cases].reverse();
    const horizons = this.#outcomes.map(({ horizon }) => horizon);
    return html`<p class="small soft">${own.price_return} · ${own.premium_change}</p>
    <div class="scroll" tabindex="0" role="group" aria-label=${own.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${own.crossed_on}</th>
            <th scope="col" class="end">${own.premium}</th>
            ${horizons.map((horizon) => html`<th scope="col" class="end">${own.horizons(format.count(horizon), horizon)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${cases.map(
            (one) => html`<tr>
              <th scope="row" class="number">${one.date ?? `#${one.index + 1}`}</th>
              <td class="end">${format.fraction(one.premium_fraction, true)}</td>
              ${one.outcomes.map((outcome) => this.#renderCase(outcome))}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #renderCase({ premium_change, price_return }: AfterBarCase['outcomes'][number]) {
    const own = afterBarTexts[this.texts.language];
    const { format } = this;
    if (premium_change === null) return html`<td class="end small soft">${own.not_yet}</td>`;
    return html`<td class="end">
      ${format.fraction(price_return, true)}
      <span class="small soft">${format.points(premium_change)}</span>
    </td>`;
  }
}

customElements.define('pl-outcomes', OutcomeTable);
