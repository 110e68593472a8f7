// How long a premium has lasted in this past, and where it would go if that stayed so.

import { css, html, nothing } from 'lit';
import type { NumberCard } from '../../../../elements/number-card.ts';
import type { Ar1, ExpectedPremium, Ops } from '../../../../generated/ops.ts';
import '../../../../elements/number-card.ts';
import '../../../../elements/sample-line.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, stack, tables } from '../../../../styles/shared.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import './expected-fan.ts';
import { persistenceTexts } from './persistence-texts.ts';

type Result = Ops['own_past']['result'];

/** Days ahead: those of the table, and more of them to draw the fan by. */
const tabled = [1, 5, 20, 60];
const drawn = [1, 2, 3, 5, 7, 10, 14, 20, 28, 40, 60];

export class PremiumPersistence extends AskingElement<Result> {
  static override styles = [
    base,
    tables,
    stack,
    css`
      .says {
        max-width: 48rem;
      }
      .says > p:first-of-type {
        font-weight: 600;
      }
      .both {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
        gap: calc(2 * var(--unit)) calc(4 * var(--unit));
        align-items: start;
      }
      table {
        max-width: 44rem;
      }
      .expected :is(th, td):not(:last-child) {
        padding-inline-end: 4px;
      }
      .expected th.end {
        white-space: normal;
        vertical-align: top;
      }
    `,
  ];

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Result> {
    return this.services.engine.run(
      'own_past',
      { ...requestOf(analysed), horizons: drawn },
      options,
    );
  }

  protected override render() {
    const { found } = this;
    if (!found) return this.renderState();
    const { ar1 } = found;
    const own = this.#own;
    if (ar1.too_few || ar1.persistence === null) {
      const { needed, have } = ar1.too_few ?? { needed: 0, have: 0 };
      return html`${this.renderState()}<pl-sample .of=${found}></pl-sample>
        <p>${have >= needed ? own.still(this.format.count(have)) : own.few(this.format.count(needed), this.format.count(have))}</p>`;
    }
    return html`${this.renderState()}
      <pl-sample .of=${found}></pl-sample>
      <div class="says">
        <p>${this.#says(ar1)}</p>
        <p class="watch">${own.warning}</p>
      </div>
      ${
        found.expected_missing === null
          ? html`<div class="both">${this.#renderFigures(ar1)} ${this.#renderExpected(found)}</div>
              ${this.#renderFan(found)}`
          : html`<div class="both">${this.#renderFigures(ar1)}<p class="small">${own.no_scenario}</p></div>`
      }`;
  }

  get #own() {
    return persistenceTexts[this.texts.language];
  }

  #days(count: number | null): string {
    const own = this.#own;
    if (count === null) return own.never;
    if (count < 1) return own.under_a_day;
    return own.days(this.format.number(count, count < 100 ? 1 : 0));
  }

  #halfRange(low: number | null, high: number | null): string {
    if (low === null) return this.#own.never;
    if (high === null) return `${this.#days(low)} – ${this.#own.never}`;
    if (high < 1) return this.#own.under_a_day;
    const shown = (days: number) =>
      days < 1 ? '<\u202f1' : this.format.number(days, days < 100 ? 1 : 0);
    return this.#own.days(`${shown(low)} – ${shown(high)}`);
  }

  #says(ar1: Ar1): string {
    const own = this.#own;
    if (ar1.half_life_days === null) return own.none;
    const halfLife = this.#days(ar1.half_life_days);
    const low = this.#days(ar1.half_life_low_days);
    if (ar1.no_upper_bound) return own.found_open(halfLife, low);
    return own.found(halfLife, low, this.#days(ar1.half_life_high_days));
  }

  #card(card: Omit<NumberCard, 'denominator' | 'dates' | 'source'>): NumberCard {
    const { denominator, sample } = this.found as Result;
    return {
      ...card,
      denominator: denominator ? this.texts.words.denominator[denominator] : undefined,
      dates: [sample.from, sample.to].filter(Boolean).join(' – '),
      source: this.#own.own_source,
    };
  }

  #renderFigures(ar1: Ar1) {
    const own = this.#own;
    const { format } = this;
    const rho = format.number(ar1.persistence, 3);
    const range = `${format.number(ar1.persistence_low, 3)} – ${format.number(ar1.persistence_high, 3)}`;
    const halfRange = this.#halfRange(ar1.half_life_low_days, ar1.half_life_high_days);
    const fitted = {
      formula: own.persistence_formula,
      numbers: own.persistence_numbers(
        rho,
        format.number(ar1.standard_error, 3),
        format.count(ar1.pairs),
      ),
    };
    const rows: [string, string, Omit<NumberCard, 'title'>][] = [
      [
        own.half_life,
        this.#days(ar1.half_life_days),
        {
          definition: own.half_life_is,
          formula: own.half_life_formula,
          numbers: own.half_life_numbers(rho),
        },
      ],
      [
        own.interval95,
        halfRange,
        { definition: own.range_is, formula: own.range_formula, numbers: `ρ: ${range}` },
      ],
      [own.persistence, rho, { definition: own.persistence_is, ...fitted }],
      [
        own.persistence_median,
        format.number(ar1.persistence_median, 3),
        { definition: own.median_is, ...fitted },
      ],
      [
        own.persistence_range,
        range,
        { definition: own.range_is, formula: own.range_formula, numbers: fitted.numbers },
      ],
      [own.mean, format.fraction(ar1.mean_fraction, true), { definition: own.mean_is, ...fitted }],
      [
        own.innovation,
        format.points(ar1.innovation_sd, false),
        { definition: own.innovation_is, ...fitted },
      ],
      [
        own.effective,
        format.number(ar1.effective_nobs, 1),
        {
          definition: own.effective_is,
          formula: own.effective_formula,
          numbers: own.effective_numbers(format.count(ar1.nobs), rho),
        },
      ],
    ];
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.figures}><table>
      <caption>${own.figures}</caption>
      <tbody>
        ${rows.map(
          ([title, text, card]) => html`<tr>
            <th scope="row">${title}</th>
            <td class="end"><pl-number .text=${text} .card=${this.#card({ title, ...card })}></pl-number></td>
          </tr>`,
        )}
      </tbody>
    </table></div>`;
  }

  #renderExpected({ expected, latest_fraction, sample }: Result) {
    const own = this.#own;
    const { format } = this;
    const number = (one: ExpectedPremium, title: string, text: string) => {
      const mean = format.fraction(one.mean_fraction, true);
      const card = this.#card({
        title,
        definition: own.expected_is,
        formula: own.expected_formula,
        numbers: own.expected_numbers(mean, format.points(one.standard_error, false)),
      });
      return html`<pl-number .text=${text} .card=${card}></pl-number>`;
    };
    return html`<div>
      <div class="scroll" tabindex="0" role="group" aria-label=${own.expected}>
        <table class="expected">
          <caption>${own.expected}</caption>
          <thead>
            <tr>
              <th scope="col">${own.after}</th>
              <th scope="col" class="end">${own.mean_column}</th>
              <th scope="col" class="end">${own.interval}<br />${own.interval_median}</th>
            </tr>
          </thead>
          <tbody>
            ${expected
              .filter(({ days }) => tabled.includes(days))
              .map(
                (one) => html`<tr>
                <th scope="row" class="number">${own.days(format.count(one.days))}</th>
                <td class="end">${number(one, own.mean_column, format.fraction(one.mean_fraction, true))}</td>
                <td class="end">
                  ${number(one, own.interval, this.#interval(one))}<br />
                  <span class="small soft">${this.#range(one.median_low_fraction, one.median_high_fraction)}</span>
                </td>
              </tr>`,
              )}
          </tbody>
        </table>
      </div>
      <p class="small soft">${own.expected_note(sample.to ?? own.today, format.fraction(latest_fraction, true))}</p>
    </div>`;
  }

  #interval({ low_fraction, high_fraction }: ExpectedPremium): string {
    return this.#range(low_fraction, high_fraction);
  }

  #range(low: number | null, high: number | null): string {
    const { format } = this;
    return `${format.fraction(low, true)} … ${format.fraction(high, true)}`;
  }

  /** The days at the square root's distance, so that the first ones can be told apart. */
  #renderFan({ expected, latest_fraction, ar1 }: Result) {
    const own = this.#own;
    const { format } = this;
    if (latest_fraction === null) return nothing;
    const start = { days: 0, mean: latest_fraction, low: latest_fraction, high: latest_fraction };
    const points = expected.map((one) => ({
      days: one.days,
      mean: one.mean_fraction ?? 0,
      low: one.low_fraction ?? 0,
      high: one.high_fraction ?? 0,
    }));
    const rows = expected
      .filter(({ days }) => tabled.includes(days))
      .map(
        (one) =>
          `${own.days(format.count(one.days))} ${format.fraction(one.mean_fraction, true)} (${this.#interval(one)})`,
      );
    return html`<pl-expected-fan .points=${[start, ...points]} .marked=${[0, ...tabled]} .usual=${ar1.mean_fraction}
      .label=${own.fan(rows.join('; '))} .today=${own.today}></pl-expected-fan>`;
  }
}

customElements.define('pl-premium-persistence', PremiumPersistence);
