// Final premium × value change → return, as a table a reader can walk through, with break-even and
// the fund's own past days on it. Colour is the second carrier only: each cell has sign and number.

import type { PropertyDeclarations } from 'lit';
import { html, nothing } from 'lit';
import '../../../../elements/number-card.ts';
import '../../../../elements/sample-line.ts';
import type { CloseRule, Ops } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, forms, stack, tables } from '../../../../styles/shared.ts';
import { sourceWords } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { changedMark, fieldStyles, renderField } from '../../assumption-fields.ts';
import './grid-plot.ts';
import { gridStyles } from './grid-styles.ts';
import { gridTexts } from './grid-texts.ts';

type Grid = Ops['outcome_grid']['result'];

const barNames = [
  'premium_low',
  'premium_high',
  'premium_step',
  'growth_low',
  'growth_high',
  'growth_step',
  'horizon',
  'within',
  'nearest',
  'round_trip_fraction',
] as const;
type BarName = (typeof barNames)[number];

/** Shades of a cell, by the size of its return. */
const shades = [0, 0.02, 0.05, 0.1, 0.2];

export class OutcomeGridView extends AskingElement<Grid> {
  static override properties: PropertyDeclarations = { rule: { state: true } };

  declare rule: CloseRule;

  static override styles = [base, forms, tables, stack, fieldStyles, gridStyles];

  constructor() {
    super();
    this.rule = 'within';
  }

  protected override get question(): string {
    return [this.rule, ...barNames.map((name) => this.#bar(name))].join(' ');
  }

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Grid> {
    const bars = Object.fromEntries(barNames.map((name) => [name, this.#bar(name)]));
    const request = { ...requestOf(analysed), ...bars, rule: this.rule };
    return this.services.engine.run('outcome_grid', request, options);
  }

  /** A narrow screen begins at the columns around no change, not at the worst. */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('found') || !this.found) return;
    const box = this.renderRoot.querySelector<HTMLElement>('.scroll');
    const column = this.renderRoot.querySelector<HTMLElement>('th.flat');
    const head = this.renderRoot.querySelector<HTMLElement>('thead th');
    if (!box || !column || !head || box.scrollWidth <= box.clientWidth) return;
    const room = box.clientWidth - head.offsetWidth;
    box.scrollLeft = column.offsetLeft - head.offsetWidth - (room - column.offsetWidth) / 2;
  }

  #bar(name: BarName): number | undefined {
    return this.services.bars.get(this.#barName(name));
  }

  /** The axes are chosen from one fund's days, and changed for that fund alone. */
  #barName(name: BarName): string {
    const isAxis = name.startsWith('premium') || name.startsWith('growth');
    return isAxis ? `grid.${name}.${this.analysed.result.fund?.code ?? ''}` : `grid.${name}`;
  }

  protected override render() {
    const { found } = this;
    const own = gridTexts[this.texts.language];
    if (!found) return html`${this.renderState()} ${this.trouble ? this.#renderReset() : nothing}`;
    if (found.premium_from_fraction === null)
      return html`<p>${own.nothing}</p><pl-sample .of=${found}></pl-sample>`;
    return html`${this.renderState()}
      <p>${own.lead(this.format.fraction(found.premium_from_fraction, true), found.date ?? '')}</p>
      ${this.#renderTable(found)} ${this.#renderPast(found)} ${this.#renderBars(found)}
      <pl-sample .of=${found}></pl-sample>`;
  }

  #renderTable(found: Grid) {
    const own = gridTexts[this.texts.language];
    const { format } = this;
    const cost = found.round_trip_fraction;
    return html`<div class="scroll grid" tabindex="0" role="group" aria-label=${own.caption}>
        <table>
          <caption class="visually-hidden">${own.caption}</caption>
          <thead>
            <tr>
              <th scope="col">${own.corner}</th>
              ${found.growth.map((growth) => html`<th scope="col" class=${growth === 0 ? 'end flat' : 'end'}>${signed(growth, format.bar(growth))}</th>`)}
              <th scope="col" class="end even">${own.breakeven}</th>
            </tr>
          </thead>
          <tbody>${found.premium_to.map((_, row) => this.#renderRow(found, row))}</tbody>
        </table>
      </div>
      <p class="small soft">
        ${own.breakeven_note} ${cost > 0 ? own.cost_in(format.fraction(cost)) : nothing}
      </p>`;
  }

  #renderRow(found: Grid, row: number) {
    const own = gridTexts[this.texts.language];
    const { format } = this;
    const premium = found.premium_to[row] ?? 0;
    const isToday = row === found.today_row;
    const even = format.fraction(found.breakeven_growth_fraction[row], true);
    const from = format.fraction(found.premium_from_fraction);
    const card = {
      title: own.breakeven,
      definition: own.breakeven_note,
      formula: '(1 + p₀) ÷ ((1 + p₁)(1 − c)) − 1',
      numbers: `(1 + ${from}) ÷ ((1 + ${format.fraction(premium)})(1 − ${format.fraction(found.round_trip_fraction)})) − 1 = ${even}`,
      dates: found.date ?? undefined,
      source: sourceWords(this.texts, 'own'),
    };
    return html`<tr class=${isToday ? 'today' : ''}>
      <th scope="row" class="number">
        ${isToday ? format.fraction(premium, true) : signed(premium, format.bar(premium))}
        ${isToday ? html`<span class="small">${own.today}</span>` : nothing}
      </th>
      ${found.growth.map((_, column) => this.#renderCell(found, row, column))}
      <td class="end even"><pl-number .text=${even} .card=${card}></pl-number></td>
    </tr>`;
  }

  #renderCell(found: Grid, row: number, column: number) {
    const own = gridTexts[this.texts.language];
    const returns = found.return_fraction[row] ?? [];
    const value = returns[column] ?? 0;
    const next = returns[column + 1];
    const hits = found.counts[row]?.[column] ?? 0;
    const shade = shades.filter((bar) => Math.abs(value) > bar + 1e-12).length;
    const names = [
      'end',
      value < 0 ? `loss${shade}` : `gain${shade}`,
      value < 0 && next !== undefined && next >= 0 ? 'edge' : '',
    ];
    return html`<td class=${names.join(' ')}>
      ${this.format.fraction(value, true)}
      ${
        hits > 0
          ? html`<span class="hits" aria-hidden="true">${this.format.count(hits)}</span
              ><span class="visually-hidden">${own.hits(this.format.count(hits))}</span>`
          : nothing
      }
    </td>`;
  }

  #renderPast(found: Grid) {
    const own = gridTexts[this.texts.language];
    const { format } = this;
    const { too_few, closest, outcomes_count } = found;
    if (too_few)
      return html`<p>${own.too_few(format.count(too_few.needed), format.count(too_few.have))}</p>`;
    const rule = own.rule_words[found.rule](
      format.points(found.within, false),
      format.count(found.nearest),
    );
    const near = closest
      ? own.closest(format.fraction(closest.premium_fraction, true), closest.date ?? '')
      : '';
    if (outcomes_count === 0) return html`<p>${own.none(rule)} ${near}</p>`;
    return html`<p>
        ${own.past(format.count(outcomes_count), format.count(found.horizon), rule)}
        ${found.off_grid > 0 ? own.off_grid(format.count(found.off_grid)) : nothing}
      </p>
      <pl-grid-plot .grid=${found}></pl-grid-plot>
      ${this.#renderOutcomes(found)}
      <p class="small soft">${own.no_overlap}</p>`;
  }

  #renderOutcomes(found: Grid) {
    const own = gridTexts[this.texts.language];
    const { format } = this;
    const heads = [own.past_from, own.past_to, own.past_growth, own.past_return];
    return html`<details>
      <summary>${own.past_caption}</summary>
      <div class="scroll grid" tabindex="0" role="group" aria-label=${own.past_caption}>
        <table>
          <thead>
            <tr>
              <th scope="col">${own.past_day}</th>
              <th scope="col">${own.past_end}</th>
              ${heads.map((head) => html`<th scope="col" class="end">${head}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${[...found.outcomes].reverse().map(
              (one) => html`<tr>
                <th scope="row" class="number">${format.date(one.date)}</th>
                <td class="number">
                  ${format.date(one.end_date)}
                  ${one.sessions === found.horizon ? nothing : html`<span class="small soft">${own.sessions(format.count(one.sessions))}</span>`}
                </td>
                <td class="end">${format.fraction(one.premium_from_fraction, true)}</td>
                <td class="end">${format.fraction(one.premium_to_fraction, true)}</td>
                <td class="end">${format.fraction(one.value_growth, true)}</td>
                <td class="end">${format.fraction(one.return_fraction, true)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  #renderBars({ assumptions }: Grid) {
    const own = gridTexts[this.texts.language];
    const { bars } = this.services;
    const names = barNames.map((name) => this.#barName(name));
    const field = (name: BarName, label: string, hint: string) =>
      renderField(bars, this.#barName(name), label, assumptions[name], this.texts, hint);
    const axis = (of: 'premium' | 'growth', name: string) =>
      html`${field(`${of}_low`, own.low(name), own.axis_hint)}
        ${field(`${of}_high`, own.high(name), own.axis_hint)}
        ${field(`${of}_step`, own.step(name), own.axis_hint)}`;
    return html`<details>
      <summary>${own.bars}${changedMark(bars, names, this.texts)}</summary>
      <div class="fields">
        ${field('horizon', own.horizon, own.horizon_hint)}
        <div>
          <label for="rule">${own.rule}</label>
          <select id="rule" @change=${this.#choose}>
            ${(['within', 'nearest'] as const).map(
              (rule) =>
                html`<option value=${rule} ?selected=${rule === this.rule}>${own.rules[rule]}</option>`,
            )}
          </select>
        </div>
        ${
          this.rule === 'within'
            ? field('within', own.within, own.within_hint)
            : field('nearest', own.nearest, own.nearest_hint)
        }
        ${field('round_trip_fraction', own.cost, own.cost_hint)}
        ${axis('premium', own.axis_premium)} ${axis('growth', own.axis_growth)}
      </div>
    </details>`;
  }

  /** Axes kept from before may not fit together; without an answer there are no fields to mend them. */
  #renderReset() {
    const reset = () => {
      for (const name of barNames) this.services.bars.set(this.#barName(name), undefined);
    };
    return html`<button class="plain" type="button" @click=${reset}>
      ${gridTexts[this.texts.language].reset}
    </button>`;
  }

  #choose(event: Event): void {
    this.rule = (event.currentTarget as HTMLSelectElement).value as CloseRule;
  }
}

const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text);

customElements.define('pl-outcome-grid', OutcomeGridView);
