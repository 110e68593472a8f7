// The reader's own fills, and what value, rate, premium and costs made of them.

import { css, html, nothing } from 'lit';
import type { ChoiceEvent } from '../../../../elements/choice.ts';
import '../../../../elements/choice.ts';
import '../../../../elements/number-card.ts';
import '../../../../elements/sample-line.ts';
import type { FillSeen, Matching, Ops, TradeParts, TradeSplit } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, closeStack, tables, wideTables } from '../../../../styles/shared.ts';
import { capital } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import type { OwnTextEvent } from '../../own-text.ts';
import '../../own-text.ts';
import { keepText, keptText, withOwnTable } from '../../own-table.ts';
import { tradeTexts } from './trade-texts.ts';

type Trade = Ops['my_trade']['result'];
const parts = ['value', 'fx', 'premium', 'cost', 'unsplit'] as const;
const matchings: Matching[] = ['average', 'fifo'];

export class MyTrade extends AskingElement<Trade> {
  static override properties = {
    ...AskingElement.properties,
    text: { state: true },
    matching: { state: true },
  };

  declare text: string;
  declare matching: Matching;

  static override styles = [
    base,
    tables,
    wideTables,
    closeStack,
    css`
      .total th,
      .total td {
        font-weight: 600;
      }
      td.told {
        min-width: 12rem;
        white-space: normal;
      }
    `,
  ];

  constructor() {
    super();
    this.text = '';
    this.matching = 'average';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.text = keptText(this.services.engine, 'fills');
  }

  protected override get question(): string {
    return `${this.matching} ${this.text}`;
  }

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Trade> {
    const { engine } = this.services;
    return withOwnTable(engine, this.text, options, (table) =>
      engine.run(
        'my_trade',
        { ...requestOf(analysed), fills_table: table, matching: this.matching },
        options,
      ),
    );
  }

  protected override render() {
    const own = tradeTexts[this.texts.language];
    const options = matchings.map((value) => ({ value, label: own.matchings[value] }));
    return html`<pl-own-text .label=${own.label} .hint=${own.hint} .example=${own.example} .text=${this.text}
        @own-text=${({ text }: OwnTextEvent) => this.#type(text)}></pl-own-text>
      <pl-choice .label=${own.matching} .options=${options} .value=${this.matching}
        @choice=${(event: ChoiceEvent) => (this.matching = event.value as Matching)}></pl-choice>
      <p class="small soft">${own.matching_note}</p>
      ${this.renderState()}
      ${this.#isStale ? html`<p class="small soft">${own.stale}</p>` : nothing}
      ${this.found ? this.#renderFound(this.found) : nothing}`;
  }

  /** What could not be read leaves the last answer. */
  get #isStale(): boolean {
    return this.trouble !== undefined && this.found !== undefined && !this.found.too_few;
  }

  #type(text: string): void {
    this.text = text;
    keepText(this.services.engine, 'fills', text);
  }

  #renderFound(found: Trade) {
    const own = tradeTexts[this.texts.language];
    const { format } = this;
    // An empty field is no lack of data: it is there to be typed into.
    if (found.too_few && this.trouble) return nothing;
    if (found.too_few)
      return html`<p class="soft">${this.text.trim() === '' ? own.empty : own.no_fills}</p>
        ${this.#renderRejected(found)} ${found.fills.length > 0 ? this.#renderFills(found) : nothing}`;
    const held = own.held(
      format.ratio(found.open_shares),
      format.price(found.average_cost_cny),
      format.price(found.average_cost_fees_cny),
    );
    const now = own.now(
      found.latest_date ?? '',
      format.price(found.latest_close),
      this.#money(found.open_value_cny),
    );
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.title}>${this.#renderSplits(found)}</div>
      <p class="small">${found.open_shares > 0 ? `${held}; ${now}` : own.none_held}</p>
      <p class="small soft">${own.how} ${found.fx ? nothing : own.fx_none}</p>
      ${this.#renderRejected(found)}
      ${this.#renderFills(found)}
      ${found.has_range ? nothing : html`<p class="small soft">${own.no_range}</p>`}
      <pl-sample .of=${found}></pl-sample>`;
  }

  #renderRejected({ rejected }: Trade) {
    const own = tradeTexts[this.texts.language];
    return rejected.map(
      ({ row, column, text }) =>
        html`<p class="small watch">${own.rejected(String(row), column, text)}</p>`,
    );
  }

  /** A column for each value the data hold. */
  #renderSplits({ splits, fx }: Trade) {
    const own = tradeTexts[this.texts.language];
    const { words } = this.texts;
    const shown = parts.filter(
      (part) =>
        (part !== 'fx' || fx) &&
        (part !== 'unsplit' || splits.some((split) => split.parts.unsplit_cny !== 0)),
    );
    const nameOf = (part: (typeof parts)[number]) =>
      part === 'value' && fx ? own.value_with_fx : own[part];
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${own.against}</th>
          ${splits.map(
            ({ denominator, hindsight }) =>
              html`<th scope="col" class="end">${denominator ? capital(words.denominator[denominator]) : ''}
              ${hindsight ? html`<span class="small watch">${own.hindsight}</span>` : nothing}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          (part) => html`<tr data-part=${part}>
            <th scope="row">${nameOf(part)}</th>
            ${splits.map((split) => html`<td class="end">${this.#renderPart(split, part, nameOf(part))}</td>`)}
          </tr>`,
        )}
        <tr class="total" data-part="total">
          <th scope="row">${own.total}</th>
          ${splits.map((split) => html`<td class="end">${this.#renderTotal(split)}</td>`)}
        </tr>
        ${(['realised', 'open'] as const).map(
          (side) => html`<tr>
            <th scope="row" class="soft">${own[side]}</th>
            ${splits.map((split) => html`<td class="end soft">${this.#money(split[side].total_cny, true)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #renderPart(split: TradeSplit, part: (typeof parts)[number], title: string) {
    const own = tradeTexts[this.texts.language];
    const amount = split.parts[`${part}_cny`];
    const card = {
      title,
      definition: own.part_is,
      formula: own.part_formula,
      numbers: `${own.realised} ${this.#money(split.realised[`${part}_cny`], true)} + ${own.open} ${this.#money(split.open[`${part}_cny`], true)} = ${this.#money(amount, true)}`,
      denominator: split.denominator ? this.texts.words.denominator[split.denominator] : undefined,
    };
    return html`<pl-number .text=${this.#money(amount, true)} .card=${card}></pl-number>`;
  }

  #renderTotal({ parts: all, denominator }: TradeSplit) {
    const own = tradeTexts[this.texts.language];
    const listed = parts.map((part) => this.#money(all[`${part}_cny` as keyof TradeParts], true));
    const card = {
      title: own.total,
      definition: own.definition,
      formula: own.formula,
      numbers: `${listed.join(' + ')} = ${this.#money(all.total_cny, true)}`,
      denominator: denominator ? this.texts.words.denominator[denominator] : undefined,
    };
    return html`<pl-number .text=${this.#money(all.total_cny, true)} .card=${card}></pl-number>`;
  }

  #renderFills({ fills, splits }: Trade) {
    const own = tradeTexts[this.texts.language];
    const { words } = this.texts;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.fills}>
      <table>
        <caption>${own.fills}</caption>
        <thead>
          <tr>
            <th scope="col">${own.row}</th>
            <th scope="col">${own.date}</th>
            <th scope="col">${own.side}</th>
            <th scope="col" class="end">${own.shares}</th>
            <th scope="col" class="end">${own.price}</th>
            <th scope="col" class="end">${own.fee}</th>
            ${splits.map(
              ({ denominator, hindsight }) =>
                html`<th scope="col" class="end">${own.premium_then}
                <span class="small">${denominator ? words.denominator[denominator] : ''}${hindsight ? ` · ${own.hindsight}` : ''}</span></th>`,
            )}
            <th scope="col">${own.told}</th>
          </tr>
        </thead>
        <tbody>${fills.map((fill) => this.#renderFill(fill))}</tbody>
      </table>
    </div>`;
  }

  #renderFill(fill: FillSeen) {
    const own = tradeTexts[this.texts.language];
    const { format } = this;
    const prices = [fill.close, fill.low, fill.high].map((price) => format.price(price));
    const [close = '', low = '', high = ''] = prices;
    const told = [
      ...(fill.counted ? [] : [own.not_counted]),
      ...fill.troubles.map((trouble) => own.troubles[trouble](close, low, high)),
      ...(fill.split_ratio === 1 ? [] : [own.split(format.ratio(fill.split_ratio))]),
    ];
    return html`<tr class=${fill.counted ? '' : 'soft'}>
      <th scope="row">${fill.row}</th>
      <td class="number">${fill.date ?? '—'}</td>
      <td>${fill.side ? own.sides[fill.side] : '—'}</td>
      <td class="end">${format.ratio(fill.shares)}</td>
      <td class="end">${format.price(fill.price)}</td>
      <td class="end">${format.number(fill.fee_cny, 2)}</td>
      ${fill.values.map(
        ({ value, premium_fraction }) =>
          html`<td class="end">${format.fraction(premium_fraction, true)}
          <span class="small soft">${format.value(value === null ? null : value * fill.split_ratio)}</span></td>`,
      )}
      <td class="told small ${fill.troubles.length > 0 ? 'watch' : ''}">${told.join(this.texts.language === 'zh' ? '；' : '; ')}</td>
    </tr>`;
  }

  /** To the cent: the parts are to be added up. */
  #money(value: number, sign = false): string {
    return this.format.number(value, 2, sign);
  }
}

customElements.define('pl-my-trade', MyTrade);
