// What the premiums of a period are like, and of each calendar year.

import type { PropertyDeclarations } from 'lit';
import { css, html, nothing } from 'lit';
import type { ChoiceEvent } from '../../../../elements/choice.ts';
import type { NumberCard } from '../../../../elements/number-card.ts';
import '../../../../elements/number-card.ts';
import '../../../../elements/sample-line.ts';
import '../../../../elements/word-select.ts';
import type { DescribedYear, Ops } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, forms, stack, tables } from '../../../../styles/shared.ts';
import { sourceWords } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { describeTexts } from './describe-texts.ts';

type Result = Ops['describe']['result'];

const mostYears = 60;

export class PremiumDescription extends AskingElement<Result> {
  static override properties: PropertyDeclarations = {
    from: { state: true },
    to: { state: true },
  };

  /** ISO dates; empty: from the first, to the last. */
  declare from: string;
  declare to: string;
  /** The years of the whole past, from the first answer: they stay while a period is looked at. */
  #years: DescribedYear[] = [];

  static override styles = [
    base,
    forms,
    tables,
    stack,
    css`
      .period {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr));
        gap: calc(2 * var(--unit));
        max-width: 40rem;
      }
      .figures {
        max-width: 34rem;
      }
    `,
  ];

  constructor() {
    super();
    this.from = '';
    this.to = '';
  }

  protected override get question(): string {
    return `${this.from} ${this.to}`;
  }

  protected override async ask(analysed: Analysed, options: RunOptions): Promise<Result> {
    const isBackwards = this.from && this.to && this.to < this.from;
    const period = isBackwards ? {} : { from: this.from || null, to: this.to || null };
    const result = await this.services.engine.run(
      'describe',
      { ...requestOf(analysed), ...period },
      options,
    );
    if (!this.from && !this.to) this.#years = result.years;
    return result;
  }

  protected override render() {
    const { found } = this;
    if (!found) return this.renderState();
    const own = this.#own;
    return html`${this.#renderPeriod(found)} ${this.renderState()}
      <pl-sample .of=${found} .few=${found.too_few}></pl-sample>
      ${found.too_few ? nothing : this.#renderFigures(found)}
      <p class="small soft">${own.note} ${sourceWords(this.texts, 'thesis')}</p>
      ${found.years.length > 0 ? this.#renderYears(found) : nothing}`;
  }

  get #own() {
    return describeTexts[this.texts.language];
  }

  #renderPeriod({ first_date, last_date }: Result) {
    const own = this.#own;
    const chosen = this.#years.find(
      ({ year }) => this.from === `${year}-01-01` && this.to === `${year}-12-31`,
    );
    const options = [
      { value: '', label: own.whole },
      ...this.#years.map(({ year }) => ({ value: String(year), label: String(year) })).reverse(),
    ];
    const isOwn = !chosen && (this.from || this.to);
    if (isOwn) options.unshift({ value: 'own', label: `${this.from || '…'} – ${this.to || '…'}` });
    const choose = ({ value }: ChoiceEvent) => {
      if (value === 'own') return;
      this.from = value && `${value}-01-01`;
      this.to = value && `${value}-12-31`;
    };
    return html`<div class="period">
      <pl-select .label=${own.period} .options=${options} .value=${isOwn ? 'own' : chosen ? String(chosen.year) : ''}
        @choice=${choose}></pl-select>
      ${this.#renderDay(own.from, this.from || (first_date ?? ''), first_date, last_date, (day) => {
        this.from = day;
      })}
      ${this.#renderDay(own.to, this.to || (last_date ?? ''), first_date, last_date, (day) => {
        this.to = day;
      })}
      ${this.from && this.to && this.to < this.from ? html`<p class="error" role="alert">${own.backwards}</p>` : nothing}
    </div>`;
  }

  #renderDay(
    label: string,
    value: string,
    least: string | null,
    most: string | null,
    set: (day: string) => void,
  ) {
    const change = (event: Event) => set((event.currentTarget as HTMLInputElement).value);
    return html`<label>${label}
      <input type="date" .value=${value} min=${least ?? nothing} max=${most ?? nothing} @change=${change} />
    </label>`;
  }

  #renderFigures(found: Result) {
    const own = this.#own;
    const { format } = this;
    const n = format.count(found.nobs);
    const sd = format.fraction(found.sd);
    const plain = { formula: own.quantile_formula, numbers: own.numbers(n) };
    type Row = [string, string, Omit<NumberCard, 'title'>, (string | null)?];
    const rows: Row[] = [
      [
        own.mean,
        format.fraction(found.mean, true),
        {
          definition: own.mean_is,
          formula: own.mean_formula,
          numbers: own.mean_numbers(format.fraction(found.sum), n),
        },
      ],
      [
        own.standard_error,
        format.fraction(found.standard_error),
        { definition: own.error_is, formula: own.error_formula, numbers: own.error_numbers(sd, n) },
      ],
      [
        `${own.hac_error}`,
        format.fraction(found.hac_error),
        {
          definition: own.hac_is,
          formula: own.hac_formula,
          numbers: `${own.numbers(n)}, L = ${format.count(found.hac_lag)}`,
        },
        own.hac_lag(format.count(found.hac_lag)),
      ],
      [own.sd, sd, { definition: own.sd_is, formula: own.sd_formula, numbers: own.numbers(n) }],
      [own.q1, format.fraction(found.q1, true), { definition: own.quantile_is, ...plain }],
      [own.median, format.fraction(found.median, true), { definition: own.quantile_is, ...plain }],
      [own.q3, format.fraction(found.q3, true), { definition: own.quantile_is, ...plain }],
      [
        own.min,
        format.fraction(found.min, true),
        { definition: own.extreme_is, formula: 'min', numbers: own.numbers(n) },
        found.min_date,
      ],
      [
        own.max,
        format.fraction(found.max, true),
        { definition: own.extreme_is, formula: 'max', numbers: own.numbers(n) },
        found.max_date,
      ],
    ];
    return html`<table class="figures">
      <caption>${own.figures}</caption>
      <tbody>
        ${rows.map(
          ([title, text, card, beside]) => html`<tr>
            <th scope="row">${title}</th>
            <td class="end"><pl-number .text=${text} .card=${this.#card({ title, ...card })}></pl-number></td>
            <td class="end small soft">${beside ?? ''}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #card(card: Omit<NumberCard, 'denominator' | 'dates' | 'source'>): NumberCard {
    const { denominator, sample } = this.found as Result;
    return {
      ...card,
      denominator: denominator ? this.texts.words.denominator[denominator] : undefined,
      dates: [sample.from, sample.to].filter(Boolean).join(' – '),
      source: sourceWords(this.texts, 'thesis'),
    };
  }

  #renderYears({ years, years_count }: Result) {
    const own = this.#own;
    const columns = [
      own.nobs,
      own.mean,
      own.hac_error,
      own.median,
      own.sd,
      own.q1,
      own.q3,
      own.min,
      own.max,
    ];
    const shown = years.slice(-mostYears).reverse();
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.years}>
      <table class="years">
        <caption>${own.years}</caption>
        <thead>
          <tr>
            <th scope="col">${own.year}</th>
            ${columns.map((column) => html`<th scope="col" class="end">${column}</th>`)}
          </tr>
        </thead>
        <tbody>${shown.map((year) => this.#renderYear(year))}</tbody>
      </table>
      ${years_count > shown.length ? html`<p class="small soft">${own.left_out(this.format.count(years_count - shown.length))}</p>` : nothing}
    </div>`;
  }

  #renderYear(year: DescribedYear) {
    const own = this.#own;
    const { format } = this;
    const { too_few } = year;
    if (too_few)
      return html`<tr>
        <th scope="row" class="number">${year.year}</th>
        <td class="end">${format.count(year.nobs)}</td>
        <td colspan="8" class="small soft">${own.too_few(format.count(too_few.needed), format.count(too_few.have))}</td>
      </tr>`;
    const spread = [year.hac_error, year.sd];
    const cells = [
      format.fraction(year.mean, true),
      format.fraction(spread[0]),
      format.fraction(year.median, true),
      format.fraction(spread[1]),
      ...[year.q1, year.q3, year.min, year.max].map((value) => format.fraction(value, true)),
    ];
    return html`<tr>
      <th scope="row" class="number">${year.year}</th>
      <td class="end">${format.count(year.nobs)}</td>
      ${cells.map((cell) => html`<td class="end">${cell}</td>`)}
    </tr>`;
  }
}

customElements.define('pl-premium-description', PremiumDescription);
