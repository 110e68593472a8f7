// Which data these are: fund, dates, what was read and what was not, and the tables they came
// from.

import { css, html, nothing } from 'lit';
import { inputsOfFiles, OpenTables } from '../../app/intake.ts';
import type { Services } from '../../app/services.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { Role } from '../../generated/ops.ts';
import { isoDate, missingDay } from '../../model/brand.ts';
import type { LoadedTable } from '../../model/loaded-table.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, forms } from '../../styles/shared.ts';
import { estimateTexts } from './estimate-texts.ts';
import { mixedNotice } from './mixed-notice.ts';
import './remembered-format.ts';
import { texts } from './texts.ts';

/** What one table may give to a join of several. */
const joinedRoles: Role[] = [
  'price',
  'nav',
  'iopv',
  'amount',
  'float',
  'shares',
  'purchase_status',
];

const mostGuesses = 4;

/** The first and the last day, in whatever order the rows stand. */
function daysOf(dates: Int32Array | undefined): (number | undefined)[] {
  let first: number | undefined;
  let last: number | undefined;
  for (const day of dates ?? []) {
    if (day === missingDay) continue;
    if (first === undefined || day < first) first = day;
    if (last === undefined || day > last) last = day;
  }
  return [first, last];
}

export class DatasetHeader extends PageElement {
  static override properties = { services: { attribute: false }, analysed: { attribute: false } };

  declare services: Services;
  declare analysed: Analysed;

  static override styles = [
    base,
    forms,
    css`
      :host {
        overflow-wrap: anywhere;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 calc(2 * var(--unit));
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px var(--unit);
        margin: 4px 0 0;
        padding: 0;
        list-style: none;
      }
      h2 {
        font-weight: 700;
      }
      @media print {
        details,
        button,
        ul {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const own = texts[this.texts.language];
    const { result, series, isGenerated } = this.analysed;
    const { format } = this;
    const { fund } = result;
    const title =
      result.shape === 'cross_section' || result.shape === 'panel'
        ? own.several(format.count(result.funds.length))
        : [fund.name, fund.code].filter(Boolean).join(' ') || own.unnamed;
    const rejected = result.rejected_count;
    const [from, to] = daysOf(series.dates).map(isoDate);
    return html`${isGenerated ? html`<p class="watch small">${own.generated}</p>` : nothing}
      <h2>${title}</h2>
      <p class="facts small soft">
        <span>${this.texts.words.shape[result.shape]}</span>
        ${from && to ? html`<span class="number">${from === to ? from : own.period(from, to)}</span>` : nothing}
        <span>${own.rows(format.count(result.rows))}</span>
        ${
          rejected > 0
            ? html`<a href="#/history" @click=${this.#goToRejected}>${own.rejected(format.count(rejected))}</a>`
            : html`<span>${own.nothing_rejected}</span>`
        }
      </p>
      ${this.#renderEstimate()}
      ${mixedNotice(this.texts, this.analysed.tables)}
      ${this.#renderGuesses()}
      <pl-remembered only-remembered .services=${this.services} .tables=${this.analysed.tables}></pl-remembered>
      ${this.#renderTables()}`;
  }

  /** Which index and rate an estimate takes of those pasted, and where to change that. */
  #renderEstimate() {
    const own = estimateTexts[this.texts.language];
    const { estimate, indexes } = this.analysed.result;
    if (indexes.length === 0 || !estimate?.index) return nothing;
    const { index, fx } = estimate;
    return html`<p class="facts small">
      <span>${fx ? own.used(index.name, fx.name) : own.used_index(index.name)}</span>
      <button class="quiet" type="button" @click=${this.#goToEstimate}>
        ${own.change}<span class="visually-hidden"> ${own.settings}</span>
      </button>
    </p>`;
  }

  #goToEstimate(): void {
    this.dispatchEvent(new CustomEvent('show-estimate', { bubbles: true, composed: true }));
  }

  /** A price or value that no header named may be something else. */
  #renderGuesses() {
    const own = texts[this.texts.language];
    const { role } = this.texts.words;
    const isValue = (name: string) => name === 'price' || name === 'nav' || name === 'iopv';
    const guessed = this.analysed.tables
      .flatMap(({ columns }) => columns)
      .filter((column) => column.reason === 'values' && isValue(column.role))
      .map((column) => `${column.name} → ${role[column.role]}`);
    if (guessed.length === 0) return nothing;
    const named =
      guessed.slice(0, mostGuesses).join(' · ') + (guessed.length > mostGuesses ? ' …' : '');
    return html`<p class="small watch">${own.guessed(named)}</p>`;
  }

  #renderTables() {
    const own = texts[this.texts.language];
    const { tables } = this.analysed;
    const isRemovable = tables.length > 1;
    const remove = (table: LoadedTable) => void this.services.workspace.remove(table);
    const list = html`<ul class="small" aria-label=${own.tables}>
      ${tables.map(
        (table) => html`<li>
          <span class="soft">
            ${[table.file || own.pasted, own.rows(this.format.count(table.rows)), isRemovable ? this.#holds(table) : ''].filter(Boolean).join(' · ')}
          </span>
          ${
            isRemovable
              ? html`<button class="quiet" type="button" @click=${() => remove(table)}>
                ${own.remove}<span class="visually-hidden"> ${table.file || own.pasted}</span>
              </button>`
              : nothing
          }
        </li>`,
      )}
      <li>
        <button class="quiet" type="button" @click=${this.#add}>${own.add}</button>
        <input type="file" multiple hidden aria-label=${own.add} @change=${this.#added} />
      </li>
    </ul>`;
    if (!isRemovable) return html`${this.#renderJoin()} ${list}`;
    return html`<details>
      <summary class="small">${tables.map(({ file }) => file || own.pasted).join(' + ')}</summary>
      ${this.#renderJoin()} ${list}
    </details>`;
  }

  #renderJoin() {
    const { join } = this.analysed.result;
    if (!join) return nothing;
    const { format } = this;
    return html`<p class="small soft">
      ${texts[this.texts.language].joined(this.#joinKey, format.count(join.matched), format.count(join.price_only), format.count(join.value_only))}
    </p>`;
  }

  /** What a table gives to the others. */
  #holds({ columns }: LoadedTable): string {
    const { role } = this.texts.words;
    const held = new Set(columns.map((column) => column.role));
    const named = joinedRoles.filter((one) => held.has(one)).map((one) => role[one]);
    const list = named.join(this.texts.language === 'zh' ? '、' : ', ');
    return list && texts[this.texts.language].holds(list);
  }

  /** By what several tables were joined. */
  get #joinKey(): 'date' | 'code' | 'code_date' {
    const { shape } = this.analysed.result;
    return shape === 'panel' ? 'code_date' : shape === 'cross_section' ? 'code' : 'date';
  }

  #goToRejected(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('show-rejected', { bubbles: true, composed: true }));
  }

  #add(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  #added(event: Event): void {
    const input = event.currentTarget as HTMLInputElement;
    const inputs = inputsOfFiles(input.files ?? []);
    input.value = '';
    if (inputs.length > 0) this.dispatchEvent(new OpenTables(inputs, true));
  }
}

customElements.define('pl-dataset', DatasetHeader);
