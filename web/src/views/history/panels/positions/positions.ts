// The reader's positions: their share of all assets, their regions, and what closing premiums cost.

import { html, nothing } from 'lit';
import '../../../../elements/number-card.ts';
import type { FieldInput } from '../../../../elements/number-input.ts';
import '../../../../elements/number-input.ts';
import type { Ops, PortfolioClosing, PositionSeen } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import { parseField } from '../../../../model/number-field.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, closeStack, forms, tables, wideTables } from '../../../../styles/shared.ts';
import { capital, errorWords, sourceWords } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { changedOf, fieldStyles, renderFields } from '../../assumption-fields.ts';
import type { OwnTextEvent } from '../../own-text.ts';
import '../../own-text.ts';
import { keepText, keptText, withOwnTable } from '../../own-table.ts';
import { positionsTexts } from './positions-texts.ts';

type Positions = Ops['positions']['result'];

export class PositionsView extends AskingElement<Positions> {
  static override properties = {
    ...AskingElement.properties,
    text: { state: true },
    assets: { state: true },
  };

  declare text: string;
  declare assets: string;

  static override styles = [base, forms, tables, wideTables, fieldStyles, closeStack];

  constructor() {
    super();
    this.text = '';
    this.assets = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.text = keptText(this.services.engine, 'positions');
    this.assets = keptText(this.services.engine, 'assets');
    this.#readAssets();
  }

  /** The last that was a number above zero; nothing where the field is empty. */
  #assetsCny: number | null = null;

  #readAssets(): void {
    const read = parseField(this.assets);
    if (read.kind === 'empty') this.#assetsCny = null;
    if (read.kind === 'number' && read.value > 0) this.#assetsCny = read.value;
  }

  protected override get question(): string {
    return `${this.#assetsCny} ${JSON.stringify(this.#changed)} ${this.text}`;
  }

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Positions> {
    const { engine } = this.services;
    const own = { assets_cny: this.#assetsCny, ...this.#changed };
    return withOwnTable(engine, this.#withHeader(), options, (table) =>
      engine.run('positions', { ...requestOf(analysed), ...own, positions_table: table }, options),
    );
  }

  get #changed() {
    return changedOf(this.services.bars, 'positions', positionsTexts.zh.bars);
  }

  /** Rows that begin with a code at once are given the header they lack. */
  #withHeader(): string {
    const first = this.text.trim().split('\n')[0] ?? '';
    if (!/^\D{0,3}\d{6}\b/.test(first)) return this.text;
    const divider = first.match(/[\t,，;]/)?.[0] ?? ' ';
    const cells = first.trim().split(divider === ' ' ? /\s+/ : divider).length;
    const { two, three } = positionsTexts[this.texts.language].header;
    const header = cells === 2 ? two : cells === 3 ? three : undefined;
    return header ? `${header.join(divider)}\n${this.text}` : this.text;
  }

  protected override render() {
    const own = positionsTexts[this.texts.language];
    const read = parseField(this.assets);
    const isTooLow = read.kind === 'number' && read.value <= 0;
    const problem = read.kind === 'problem' ? errorWords(this.texts, 'not_a_number', read) : '';
    const error = isTooLow ? own.assets_above : problem;
    return html`<pl-own-text .label=${own.label} .hint=${own.hint} .example=${own.example} .text=${this.text}
        @own-text=${({ text }: OwnTextEvent) => this.#keep('positions', text)}></pl-own-text>
      <div class="fields">
        <pl-field .label=${own.assets} .unit=${own.assets_unit} .hint=${own.assets_hint} .text=${this.assets} .error=${error}
          @field-input=${({ text }: FieldInput) => this.#keep('assets', text)}></pl-field>
      </div>
      ${this.renderState()}
      ${this.#isStale ? html`<p class="small soft">${own.stale}</p>` : nothing}
      ${this.found ? this.#renderFound(this.found) : nothing}
      ${this.found ? renderFields(this.services.bars, 'positions', own.bars, this.found.assumptions, this.texts) : nothing}`;
  }

  /** What could not be read leaves the last answer. */
  get #isStale(): boolean {
    return this.trouble !== undefined && this.found !== undefined && !this.found.too_few;
  }

  #keep(name: 'positions' | 'assets', text: string): void {
    if (name === 'positions') this.text = text;
    else this.assets = text;
    this.#readAssets();
    keepText(this.services.engine, name, text);
  }

  #renderFound(found: Positions) {
    const own = positionsTexts[this.texts.language];
    const { format } = this;
    if (found.too_few) return this.trouble ? nothing : html`<p class="soft">${own.empty}</p>`;
    const count = (value: number) => format.count(value);
    return html`${this.#renderShare(found)}
      ${found.unknown > 0 ? html`<p class="small watch">${own.unknown(count(found.unknown), format.cny(found.unknown_cny))}</p>` : nothing}
      ${found.without_amount > 0 ? html`<p class="small watch">${own.without_amount(count(found.without_amount))}</p>` : nothing}
      ${this.#renderClosings(found.closings)}
      ${found.regions.length > 0 ? this.#renderRegions(found) : nothing}
      ${this.#renderPositions(found.positions)}`;
  }

  #renderShare(found: Positions) {
    const own = positionsTexts[this.texts.language];
    const { format } = this;
    if (found.cross_border_fraction === null || !found.against)
      return html`<p>${own.no_assets}</p>`;
    const share = format.fraction(found.cross_border_fraction);
    const [amount, assets] = [format.cny(found.cross_border_cny), format.cny(found.assets_cny)];
    const { least_fraction: least, most_fraction: most } = found.assumptions;
    const isChanged = least?.value !== least?.standard || most?.value !== most?.standard;
    const words = (isChanged ? own.against_changed : own.against)[found.against];
    const card = {
      title: own.share_title,
      definition: own.share_is,
      formula: `Σ A ÷ ${own.assets}`,
      numbers: `${amount} ÷ ${assets} = ${share}`,
      source: sourceWords(this.texts, found.source),
    };
    return html`<p>
        ${own.share} <pl-number .text=${share} .card=${card}></pl-number>${own.share_of(amount, assets)}<span class=${found.against === 'over' ? 'watch' : ''}>${words(format.bar(found.least_fraction), format.bar(found.most_fraction))}</span>
      </p>
      <p class="small soft">${own.guide}</p>`;
  }

  #renderClosings(closings: PortfolioClosing[]) {
    const own = positionsTexts[this.texts.language];
    const { format } = this;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.closings}>
        <table>
          <caption>${own.closings}</caption>
          <thead>
            <tr>
              <td></td>
              <th scope="col" class="end">${own.result}</th>
              <th scope="col" class="end">${own.of_assets}</th>
              <th scope="col" class="end">${own.counted}</th>
              <th scope="col" class="end">${own.left_out}</th>
            </tr>
          </thead>
          <tbody>
            ${closings.map((one) => {
              const result = format.number(one.result_cny, 2, true);
              const card = {
                title: own.to[one.to],
                definition: own.result_is,
                formula: own.result_formula,
                numbers: `Σ = ${result}`,
              };
              return html`<tr data-to=${one.to}>
                <th scope="row">${own.to[one.to]}</th>
                <td class="end">${one.counted > 0 ? html`<pl-number .text=${result} .card=${card}></pl-number>` : '—'}</td>
                <td class="end">${one.counted > 0 ? format.fraction(one.of_assets_fraction, true) : '—'}</td>
                <td class="end">${format.count(one.counted)}</td>
                <td class="end">${one.left_out_cny > 0 ? format.cny(one.left_out_cny) : ''}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
      <p class="small soft">${own.closings_note}</p>`;
  }

  #renderRegions({ regions }: Positions) {
    const own = positionsTexts[this.texts.language];
    const { format } = this;
    return html`<table>
      <caption>${own.regions}</caption>
      <tbody>
        ${regions.map(
          ({ region, amount_cny, fraction }) => html`<tr>
            <th scope="row">${capital(this.texts.words.region[region])}</th>
            <td class="end">${format.cny(amount_cny)}</td>
            <td class="end">${format.fraction(fraction)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #renderPositions(positions: PositionSeen[]) {
    const own = positionsTexts[this.texts.language];
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.positions}>
      <table>
        <caption>${own.positions}</caption>
        <thead>
          <tr>
            <th scope="col">${own.fund}</th>
            <th scope="col">${own.kind}</th>
            <th scope="col" class="end">${own.amount}</th>
            <th scope="col" class="end">${own.premium}</th>
            ${(['zero', 'one_percent', 'own_level'] as const).map((to) => html`<th scope="col" class="end">${own.to[to]}</th>`)}
          </tr>
        </thead>
        <tbody>${positions.map((one) => this.#renderPosition(one))}</tbody>
      </table>
    </div>`;
  }

  #renderPosition(one: PositionSeen) {
    const own = positionsTexts[this.texts.language];
    const { format } = this;
    const { words } = this.texts;
    const isKnown = one.premium_fraction !== null;
    const from = one.premium_given ? own.given : own.of_data(one.premium_date ?? '');
    const level =
      one.own_level_fraction === null
        ? ''
        : own.own_level(
            format.fraction(one.own_level_fraction, true),
            format.count(one.own_level_nobs),
          );
    return html`<tr>
      <th scope="row">${one.fund || one.name} <span class="small soft">${one.fund ? one.name : ''}</span></th>
      <td class="small">${one.known ? `${words.kind[one.kind]} · ${words.region[one.region]}` : own.unknown_fund}</td>
      <td class="end">${format.cny(one.amount_cny)}</td>
      <td class="end">${format.fraction(one.premium_fraction, true)}
        ${isKnown ? html`<span class="small soft">${from}</span>` : nothing}
        ${level ? html`<br /><span class="small soft">${level}</span>` : nothing}</td>
      ${one.results.map(({ result_cny }) => html`<td class="end">${format.number(result_cny, 2, true)}</td>`)}
    </tr>`;
  }
}

customElements.define('pl-positions', PositionsView);
