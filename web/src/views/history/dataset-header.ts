// Which data these are: fund, dates, what was read and what was not, and the tables they came
// from.

import { css, html, nothing } from 'lit';
import { inputsOfFiles, OpenTables } from '../../app/intake.ts';
import type { Services } from '../../app/services.ts';
import type { ChoiceEvent } from '../../elements/choice.ts';
import { PageElement } from '../../elements/page-element.ts';
import '../../elements/word-select.ts';
import { isoDate } from '../../model/brand.ts';
import type { LoadedTable } from '../../model/loaded-table.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, forms } from '../../styles/shared.ts';
import { texts } from './texts.ts';

export class DatasetHeader extends PageElement {
  static override properties = { services: { attribute: false }, analysed: { attribute: false } };

  declare services: Services;
  declare analysed: Analysed;

  static override styles = [
    base,
    forms,
    css`
      .facts {
        display: flex;
        flex-wrap: wrap;
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
      pl-select {
        max-width: 28rem;
        margin-top: 12px;
      }
      @media print {
        ul,
        pl-select {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const own = texts[this.texts.language];
    const { result, series, isGenerated } = this.analysed;
    const { format } = this;
    const { fund, join } = result;
    const title =
      result.shape === 'cross_section'
        ? own.several(format.count(result.funds.length))
        : [fund.name, fund.code].filter(Boolean).join(' ') || own.unnamed;
    const rejected = result.rejected_count;
    const from = isoDate(series.dates?.[0]);
    const to = isoDate(series.dates?.[series.length - 1]);
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
        ${
          join
            ? html`<span>${own.joined(format.count(join.matched), format.count(join.price_only), format.count(join.value_only))}</span>`
            : nothing
        }
      </p>
      ${this.#renderGuesses()} ${this.#renderTables()} ${this.#renderFunds()}`;
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
    return guessed.length > 0
      ? html`<p class="small watch">${own.guessed(guessed.join(' · '))}</p>`
      : nothing;
  }

  #renderFunds() {
    const own = texts[this.texts.language];
    const { funds, fund, shape } = this.analysed.result;
    if (funds.length < 2 || shape === 'cross_section') return nothing;
    const options = funds.map(({ code, name, rows }) => ({
      value: code,
      label: [code, name, own.rows(this.format.count(rows))].filter(Boolean).join(' · '),
    }));
    return html`<pl-select .label=${own.funds} .hint=${own.funds_note} .options=${options} .value=${fund.code}
      @choice=${(event: ChoiceEvent) => void this.services.workspace.change({ fund: event.value })}></pl-select>`;
  }

  #renderTables() {
    const own = texts[this.texts.language];
    const { tables } = this.analysed;
    const isRemovable = tables.length > 1;
    const remove = (table: LoadedTable) => void this.services.workspace.remove(table);
    return html`<ul class="small" aria-label=${own.tables}>
      ${tables.map(
        (table) => html`<li>
          <span class="soft">${table.file || own.pasted} · ${own.rows(this.format.count(table.rows))}</span>
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
