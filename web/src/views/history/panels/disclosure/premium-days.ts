// Days at a premium and at a discount: by size, against several yardsticks, by quarter and year.

import type { PropertyDeclarations } from 'lit';
import { css, html, nothing, svg } from 'lit';
import type { ChoiceEvent } from '../../../../elements/choice.ts';
import '../../../../elements/choice.ts';
import type { NumberCard } from '../../../../elements/number-card.ts';
import '../../../../elements/number-card.ts';
import '../../../../elements/sample-line.ts';
import type { Ops, PeriodDays, SizeBin, Streak, YardstickDays } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, forms, tables } from '../../../../styles/shared.ts';
import { sourceWords } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { fieldStyles, renderField } from '../../assumption-fields.ts';
import { disclosureTexts } from './disclosure-texts.ts';

type Result = Ops['disclosure']['result'];

const mostPeriods = 40;

/** The core has so many standard bars. */
const places = [0, 1, 2, 3, 4, 5];
const nameOf = (place: number) => `disclosure.bar_${place + 1}`;

export class PremiumDays extends AskingElement<Result> {
  static override properties: PropertyDeclarations = { by: { state: true } };

  declare by: 'quarter' | 'year';

  static override styles = [
    base,
    forms,
    tables,
    fieldStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(3 * var(--unit));
      }
      .bins {
        max-width: 44rem;
      }
      .bins th {
        white-space: nowrap;
        text-align: center;
      }
      .bins td {
        width: 35%;
        vertical-align: middle;
      }
      .bins thead th:first-child,
      .bins .left {
        text-align: end;
      }
      .bins thead th:last-child {
        text-align: start;
      }
      .bins thead th {
        position: static;
      }
      .bins svg {
        display: block;
        width: 100%;
        height: 10px;
      }
      .left svg {
        transform: scaleX(-1);
      }
      .lower {
        fill: var(--down);
      }
      .higher {
        fill: var(--up);
      }
      .periods th {
        white-space: nowrap;
      }
      .yardsticks td,
      .yardsticks th {
        min-width: 5rem;
      }
      .yardsticks tbody th {
        min-width: 11rem;
      }
      .yardsticks td:last-child {
        min-width: 14rem;
      }
      .beyond {
        font-weight: 600;
      }
      pl-choice {
        display: block;
        max-width: 16rem;
        margin-bottom: var(--unit);
      }
    `,
  ];

  constructor() {
    super();
    this.by = 'quarter';
  }

  #standards: number[] = [];

  protected override get question(): string {
    return places.map((place) => this.services.bars.get(nameOf(place)) ?? '').join(' ');
  }

  protected override async ask(analysed: Analysed, options: RunOptions): Promise<Result> {
    const { engine, bars } = this.services;
    const isChanged = places.some((place) => bars.get(nameOf(place)) !== undefined);
    if (this.#standards.length === 0 || !isChanged) {
      const result = await engine.run('disclosure', requestOf(analysed), options);
      this.#standards = result.assumptions.bars.standard;
      if (!isChanged) return result;
    }
    const given = this.#standards.map((bar, place) => bars.get(nameOf(place)) ?? bar);
    const ascending = [...new Set(given)].sort((a, b) => a - b);
    return engine.run('disclosure', { ...requestOf(analysed), bars: ascending }, options);
  }

  protected override render() {
    const { found } = this;
    if (!found) return this.renderState();
    return html`${this.renderState()}
      <pl-sample .of=${found} .few=${found.too_few}></pl-sample>
      ${
        found.too_few
          ? nothing
          : html`${this.#renderBins(found)} ${this.#renderYardsticks(found)}
            ${found.quarters.length > 0 ? this.#renderPeriods(found) : nothing} ${this.#renderStreaks(found)} ${this.#renderBars(found)}`
      }`;
  }

  get #own() {
    return disclosureTexts[this.texts.language];
  }

  #days(count: number): string {
    return this.#own.days(this.format.count(count));
  }

  #sizeOf({ from_fraction, to_fraction }: SizeBin): string {
    const own = this.#own;
    const { format } = this;
    if (to_fraction === null) return own.beyond(format.bar(from_fraction));
    if (from_fraction === 0) return own.up_to(format.bar(to_fraction));
    return own.between(format.bar(from_fraction), format.bar(to_fraction));
  }

  #renderBins(found: Result) {
    const own = this.#own;
    const most = Math.max(
      1,
      ...found.bins.flatMap(({ premium_days, discount_days }) => [premium_days, discount_days]),
    );
    const cell = (
      days: number,
      kind: string,
    ) => html`<svg aria-hidden="true">${svg`<rect class=${kind} width="${(100 * days) / most}%" height="10"></rect>`}</svg>
      ${this.#renderShare(days, found)}`;
    return html`<div>
      <table class="bins">
        <caption>${own.bands}<span class="small soft">${own.bands_note}</span></caption>
        <thead>
          <tr>
            <th scope="col">${own.discount}</th>
            <th scope="col">${own.size}</th>
            <th scope="col">${own.premium}</th>
          </tr>
        </thead>
        <tbody>
          ${found.bins.map(
            (bin) => html`<tr>
              <td class="left">${cell(bin.discount_days, 'lower')}</td>
              <th scope="row">${this.#sizeOf(bin)}</th>
              <td>${cell(bin.premium_days, 'higher')}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      ${found.at_value_days > 0 ? html`<p class="small soft">${own.at_value(this.#days(found.at_value_days))}</p>` : nothing}
    </div>`;
  }

  #renderShare(days: number, { sample }: Result) {
    const { format } = this;
    const share = format.number((100 * days) / sample.nobs, 1);
    const text = `${format.count(days)} · ${share}\u202f%`;
    return html`<pl-number class="small" .text=${text} .card=${this.#card(this.#own.bands, days)}></pl-number>`;
  }

  /** Of so many days out of all. */
  #card(title: string, days: number, source?: string): NumberCard {
    const own = this.#own;
    const { format } = this;
    const { sample, denominator } = this.found as Result;
    return {
      title,
      definition: own.share_is,
      formula: own.share_formula,
      numbers: own.share_numbers(format.count(days), format.count(sample.nobs)),
      denominator: denominator ? this.texts.words.denominator[denominator] : undefined,
      dates: [sample.from, sample.to].filter(Boolean).join(' – '),
      source,
    };
  }

  #renderYardsticks({ yardsticks }: Result) {
    const own = this.#own;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.yardsticks}>
      <table class="yardsticks">
        <caption>${own.yardsticks}<span class="small soft">${own.yardsticks_note}</span></caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col" class="end">${own.days_beyond}</th>
            <th scope="col" class="end">${own.runs}</th>
            <th scope="col">${own.longest}</th>
            <th scope="col">${own.latest}</th>
            <th scope="col">${own.source}</th>
          </tr>
        </thead>
        <tbody>${yardsticks.map((held) => this.#renderYardstick(held))}</tbody>
      </table>
    </div>`;
  }

  #renderYardstick(held: YardstickDays) {
    const own = this.#own;
    const { format } = this;
    const { longest } = held;
    const days = held.premium_days + held.discount_days;
    const rule = own.rule(format.bar(held.bar_fraction), held.at_bar, held.both_sides);
    return html`<tr>
      <th scope="row">${own.yardstick[held.yardstick]}
        <div class="small soft">${rule}${held.run_days > 1 ? html`, ${own.run(this.#days(held.run_days))}` : nothing}</div>
      </th>
      <td class="end"><pl-number .text=${format.count(days)} .card=${this.#card(own.yardstick[held.yardstick], days, sourceWords(this.texts, held.source))}></pl-number></td>
      <td class="end">${format.count(held.runs)}</td>
      <td class="number">${longest ? this.#span(longest) : own.none}</td>
      <td class=${held.latest_beyond ? 'beyond watch' : ''}>${held.latest_beyond ? own.is_beyond : own.is_within}</td>
      <td class="small soft">${sourceWords(this.texts, held.source)}</td>
    </tr>`;
  }

  #span({ days, from, to }: Streak): string {
    const length = this.#days(days);
    return from && to ? this.#own.span(length, from, to) : length;
  }

  #renderPeriods(found: Result) {
    const own = this.#own;
    const { format } = this;
    const isQuarter = this.by === 'quarter';
    const all = isQuarter ? found.quarters : found.years;
    const shown = all.slice(-mostPeriods).reverse();
    const rest = (isQuarter ? found.quarters_count : found.years_count) - shown.length;
    const choose = ({ value }: ChoiceEvent) => {
      this.by = value === 'year' ? 'year' : 'quarter';
    };
    const options = [
      { value: 'quarter', label: own.by_quarter },
      { value: 'year', label: own.by_year },
    ];
    return html`<div>
      <pl-choice .label=${own.by} .options=${options} .value=${this.by} @choice=${choose}></pl-choice>
      <div class="scroll" tabindex="0" role="group" aria-label=${own.periods}>
        <table class="periods">
          <caption>${own.periods}<span class="small soft">${own.periods_note}</span></caption>
          <thead>
            <tr>
              <th scope="col">${own.period}</th>
              <th scope="col" class="end">${own.nobs}</th>
              <th scope="col" class="end">${own.days_premium}</th>
              <th scope="col" class="end">${own.days_discount}</th>
              ${found.bars.map((bar) => html`<th scope="col" class="end">${own.beyond_premium(format.bar(bar))}</th>`)}
              ${found.bars.map((bar) => html`<th scope="col" class="end">${own.beyond_discount(format.bar(bar))}</th>`)}
            </tr>
          </thead>
          <tbody>${shown.map((period) => this.#renderPeriod(period))}</tbody>
        </table>
      </div>
      ${rest > 0 ? html`<p class="small soft">${own.left_out(format.count(rest))}</p>` : nothing}
    </div>`;
  }

  #renderPeriod(period: PeriodDays) {
    const { format } = this;
    const { year, quarter } = period;
    const counts = [
      period.sample.nobs,
      period.premium_days,
      period.discount_days,
      ...period.beyond_premium,
      ...period.beyond_discount,
    ];
    return html`<tr>
      <th scope="row" class="number">${quarter === null ? year : this.#own.quarter(year, quarter)}</th>
      ${counts.map((count) => html`<td class="end">${format.count(count)}</td>`)}
    </tr>`;
  }

  #renderStreaks({ streaks }: Result) {
    const own = this.#own;
    const { format } = this;
    if (streaks.length === 0) return nothing;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.streaks}>
      <table class="streaks">
        <caption>${own.streaks}<span class="small soft">${own.streaks_note}</span></caption>
        <thead>
          <tr>
            <th scope="col">${own.bar}</th>
            <th scope="col">${own.side}</th>
            <th scope="col">${own.length}</th>
            <th scope="col" class="end">${own.largest}</th>
          </tr>
        </thead>
        <tbody>
          ${streaks.map(
            (streak) => html`<tr>
              <th scope="row" class="number">${own.beyond(format.bar(streak.bar_fraction))}</th>
              <td class="number">${streak.side === 'premium' ? own.premium : own.discount}</td>
              <td class="number">${this.#span(streak)}${streak.is_running ? html` <span class="watch">${own.running}</span>` : nothing}</td>
              <td class="end">${format.fraction(streak.largest_fraction, true)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #renderBars({ assumptions }: Result) {
    const own = this.#own;
    const all = assumptions.bars;
    return html`<details>
      <summary>${own.bars}</summary>
      <div class="fields">
        ${all.standard.map((standard, place) => {
          const label = own.bar_number(this.format.count(place + 1));
          const one = { ...all, standard, value: standard };
          return renderField(
            this.services.bars,
            nameOf(place),
            label,
            one,
            this.texts,
            own.bar_own,
          );
        })}
      </div>
    </details>`;
  }
}

customElements.define('pl-premium-days', PremiumDays);
