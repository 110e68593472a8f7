// A premium beside the fund's yearly fee: their sum as the thesis prints it, and the premium in
// years of fee; of one fund, or of all those pasted.

import { css, html, nothing } from 'lit';
import '../../../../elements/number-card.ts';
import '../../../../elements/sample-line.ts';
import type { FeeRow, Ops } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, forms, stack, tables } from '../../../../styles/shared.ts';
import { sourceWords } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { changedMark, fieldStyles, renderField } from '../../assumption-fields.ts';
import { feesTexts } from './fees-texts.ts';

type Fees = Ops['fees']['result'];

const barNames = ['fee_fraction', 'round_trip_fraction', 'holding_years'] as const;

export class FeeYearsView extends AskingElement<Fees> {
  static override styles = [
    base,
    forms,
    tables,
    stack,
    fieldStyles,
    css`
      .funds {
        max-height: 80vh;
        overflow: auto;
      }
      .one {
        max-width: 32rem;
      }
      .wide thead th.end {
        white-space: normal;
        min-width: 5rem;
      }
      .wide tbody th {
        position: sticky;
        inset-inline-start: 0;
        background: var(--paper);
        min-width: 7rem;
        max-width: 9rem;
      }
      .scroll {
        position: relative;
      }
      td.end,
      th.end {
        padding-inline-start: 12px;
      }
    `,
  ];

  protected override get question(): string {
    return barNames.map((name) => this.#bar(name)).join(' ');
  }

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Fees> {
    const bars = Object.fromEntries(barNames.map((name) => [name, this.#bar(name)]));
    return this.services.engine.run('fees', { ...requestOf(analysed), ...bars }, options);
  }

  #bar(name: (typeof barNames)[number]): number | undefined {
    return this.services.bars.get(name === 'fee_fraction' ? this.#feeBar : `fees.${name}`);
  }

  /** A fee is one fund's. */
  get #feeBar(): string {
    return `fees.fee_fraction.${this.analysed.result.fund?.code ?? ''}`;
  }

  protected override render() {
    const { found } = this;
    if (!found) return this.renderState();
    const [first] = found.funds;
    return html`${this.renderState()}
      ${found.funds.length === 1 && first ? this.#renderOne(found, first) : this.#renderFunds(found)}
      ${this.#renderBars(found)} ${this.#renderThesis(found)}`;
  }

  #years(value: number | null): string {
    const own = feesTexts[this.texts.language];
    return value === null ? '—' : own.year_unit(this.format.number(value, 1));
  }

  #renderOne(found: Fees, fund: FeeRow) {
    const own = feesTexts[this.texts.language];
    const { format } = this;
    const premium = format.fraction(fund.premium_fraction, true);
    const fee = format.fraction(fund.fee_fraction);
    const percent = (value: number | null) => format.fraction(value, true);
    const sum = (of: number | null, total: number | null) =>
      this.#number(percent(total), own.sum_is, 'p + f', `${percent(of)} + ${fee}`, 'thesis', fund);
    const years = (of: number | null, count: number | null) =>
      this.#number(
        this.#years(count),
        own.years_is,
        'p ÷ f',
        `${percent(of)} ÷ ${fee}`,
        'own',
        fund,
      );
    const breakeven = this.#number(
      percent(fund.breakeven_year_fraction),
      own.breakeven_is,
      '((1 + p) ÷ (1 − c))^(1/n) − 1',
      `((1 + ${premium}) ÷ (1 − ${format.fraction(found.round_trip_fraction)}))^(1/${format.ratio(found.holding_years)}) − 1`,
      'own',
      fund,
    );
    const rows: [string, unknown][] = [
      [own.fee, fee],
      [own.latest, premium],
      [own.sum, sum(fund.premium_fraction, fund.sum_fraction)],
      [own.years, years(fund.premium_fraction, fund.years)],
      [own.mean, percent(fund.mean_premium_fraction)],
      [own.mean_sum, sum(fund.mean_premium_fraction, fund.mean_sum_fraction)],
      [own.mean_years, years(fund.mean_premium_fraction, fund.mean_years)],
      [own.breakeven(own.year_unit(format.ratio(found.holding_years))), breakeven],
    ];
    const pasted = fund.fee_pasted ? own.fee_pasted : own.fee_of(fund.fee_date ?? '');
    const known = fund.fee_given ? own.fee_given : pasted;
    return html`<p>
        ${fund.fee_fraction === null ? own.no_fee : own.lead(premium, fee, this.#years(fund.years))}
      </p>
      <table class="one">
        <tbody>
          ${rows.map(
            ([name, shown]) => html`<tr>
              <th scope="row">${name}</th>
              <td class="end">${shown}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      <p class="small soft">
        ${fund.fee_fraction === null ? nothing : known} ${own.note}
      </p>
      <pl-sample .of=${fund}></pl-sample>`;
  }

  #number(
    text: string,
    definition: string,
    formula: string,
    numbers: string,
    source: 'thesis' | 'own',
    fund: FeeRow,
  ) {
    const { from, to } = fund.sample;
    const card = {
      title: feesTexts[this.texts.language].title,
      definition,
      formula,
      numbers: `${numbers} = ${text}`,
      denominator: fund.denominator ? this.texts.words.denominator[fund.denominator] : undefined,
      dates: from && to ? `${from} – ${to}` : undefined,
      source: sourceWords(this.texts, source),
    };
    return html`<pl-number .text=${text} .card=${card}></pl-number>`;
  }

  #renderFunds({ funds }: Fees) {
    const own = feesTexts[this.texts.language];
    const heads = [own.fee, own.latest, own.sum, own.years, own.mean, own.mean_sum, own.mean_years];
    return html`<div class="scroll funds" tabindex="0" role="group" aria-label=${own.funds_caption}>
        <table class="wide">
          <caption>${own.funds_caption}</caption>
          <thead>
            <tr>
              <th scope="col">${own.fund}</th>
              ${heads.map((head) => html`<th scope="col" class="end">${head}</th>`)}
            </tr>
          </thead>
          <tbody>${funds.map((fund) => this.#renderFund(fund))}</tbody>
        </table>
      </div>
      <p class="small soft">${own.note}</p>`;
  }

  #renderFund(fund: FeeRow) {
    const own = feesTexts[this.texts.language];
    const { format } = this;
    const { nobs, from, to } = fund.sample;
    const denominator = fund.denominator ? this.texts.words.denominator[fund.denominator] : '';
    const isMean = nobs > 1;
    return html`<tr>
      <th scope="row">
        ${fund.code} ${fund.name}<br /><span class="small soft"
          >${own.sample(format.count(nobs), from ?? '', to ?? '', denominator)}</span
        >
      </th>
      <td class="end">${format.fraction(fund.fee_fraction)}</td>
      <td class="end">${format.fraction(fund.premium_fraction, true)}</td>
      <td class="end">${format.fraction(fund.sum_fraction, true)}</td>
      <td class="end">${this.#years(fund.years)}</td>
      <td class="end">${isMean ? format.fraction(fund.mean_premium_fraction, true) : '—'}</td>
      <td class="end">${isMean ? format.fraction(fund.mean_sum_fraction, true) : '—'}</td>
      <td class="end">${isMean ? this.#years(fund.mean_years) : '—'}</td>
    </tr>`;
  }

  #renderBars({ assumptions, funds }: Fees) {
    const own = feesTexts[this.texts.language];
    const { bars } = this.services;
    const names = [this.#feeBar, 'fees.round_trip_fraction', 'fees.holding_years'];
    const field = (name: (typeof barNames)[number], label: string, hint: string) => {
      const key = name === 'fee_fraction' ? this.#feeBar : `fees.${name}`;
      return renderField(bars, key, label, assumptions[name], this.texts, hint);
    };
    return html`<details>
      <summary>${own.bars}${changedMark(bars, names, this.texts)}</summary>
      <div class="fields">
        ${funds.length === 1 ? field('fee_fraction', own.fee_field, own.fee_hint) : nothing}
        ${field('round_trip_fraction', own.cost, own.cost_hint)}
        ${field('holding_years', own.holding, own.holding_hint)}
      </div>
    </details>`;
  }

  #renderThesis({ thesis }: Fees) {
    const own = feesTexts[this.texts.language];
    const { format } = this;
    const percent = (value: number) => `${format.number(100 * value, 4, true)}\u202f%`;
    const covers = thesis.filter((fund) => fund.fee_covers).length;
    const heads = [own.thesis_mean, own.fee, own.thesis_sum, own.mean_years, own.covers];
    return html`<details>
      <summary>${own.thesis}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label=${own.thesis}>
        <table class="wide">
          <thead>
            <tr>
              <th scope="col">${own.fund}</th>
              ${heads.map((head) => html`<th scope="col" class="end">${head}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${thesis.map(
              (fund) => html`<tr>
                <th scope="row">${fund.code} ${fund.name}</th>
                <td class="end">${percent(fund.mean_premium_fraction)}</td>
                <td class="end">${format.bar(fund.fee_fraction)}</td>
                <td class="end">${percent(fund.sum_fraction)}</td>
                <td class="end">${this.#years(fund.years)}</td>
                <td class="end">${fund.fee_covers ? own.yes : own.no}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="small soft">
        ${own.thesis_note(format.count(covers), format.count(thesis.length))} ${sourceWords(this.texts, 'thesis')}
      </p>
    </details>`;
  }
}

customElements.define('pl-fee-years', FeeYearsView);
