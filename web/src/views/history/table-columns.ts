// What each column was taken for and why; a wrong guess is corrected in place, and the next table
// with the same header is read that way too. The columns of a wide table, one for each fund, are
// corrected by one choice.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import type { ChoiceEvent } from '../../elements/choice.ts';
import { PageElement } from '../../elements/page-element.ts';
import '../../elements/word-select.ts';
import type { ColumnInfo, Role, Unit } from '../../generated/ops.ts';
import type { LoadedTable } from '../../model/loaded-table.ts';
import { isCorrected } from '../../model/loaded-table.ts';
import { base, forms, tables } from '../../styles/shared.ts';
import { capital } from '../../texts/index.ts';
import { columnTexts } from './column-texts.ts';
import './remembered-format.ts';
import { texts } from './texts.ts';

/** So many lines at a time: each has two lists to choose from. */
const step = 30;

/** What a column of a fund may hold. */
const wideRoles: Role[] = ['price', 'nav', 'iopv', 'cumulative_nav', 'premium', 'amount', 'other'];

/** Roles whose cells are no amounts. */
const unitless = new Set<Role>(['date', 'time', 'code', 'name', 'purchase_status', 'other']);

export class TableColumns extends PageElement {
  static override properties = {
    services: { attribute: false },
    tables: { attribute: false },
    shown: { state: true },
    openedWide: { state: true },
  };

  declare services: Services;
  declare tables: LoadedTable[];
  /** How many columns of each table are listed. */
  declare shown: ReadonlyMap<string, number>;
  /** The wide tables whose columns are listed one by one. */
  declare openedWide: ReadonlySet<string>;

  static override styles = [
    base,
    forms,
    tables,
    css`
      section + section {
        margin-top: calc(3 * var(--unit));
      }
      .scroll {
        position: relative;
      }
      h4 {
        overflow-wrap: anywhere;
        margin: 0;
        font-size: var(--text);
        font-weight: 600;
      }
      pl-select {
        min-width: 8rem;
      }
      .wide {
        display: grid;
        gap: var(--unit);
        max-width: 28rem;
        padding: var(--unit) 0;
      }
      .sample {
        max-width: 16rem;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      th[scope="row"] {
        max-width: 16rem;
        overflow-wrap: anywhere;
      }
      .more {
        margin-top: var(--unit);
      }
      /* A phone has no room for five columns: each column of the source is a block of its own. */
      @media (max-width: 40rem) {
        thead {
          position: absolute;
          clip-path: inset(50%);
        }
        tr {
          display: grid;
          grid-template-columns: 1fr 1fr;
          gap: 4px var(--unit);
          padding: var(--unit) 0;
          border-bottom: 1px solid var(--hairline);
        }
        th[scope="row"] {
          grid-column: 1 / -1;
          max-width: none;
          font-weight: 600;
        }
        th,
        td {
          padding: 0;
          border: 0;
        }
        .wide-cell {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.shown = new Map();
    this.openedWide = new Set();
  }

  protected override render() {
    const own = texts[this.texts.language];
    return html`<p class="small soft">${own.columns_note}</p>
      ${this.tables.map((table) => this.#renderTable(table))}`;
  }

  #renderTable(table: LoadedTable) {
    const own = texts[this.texts.language];
    const name = table.file || own.pasted;
    const wide = table.columns.filter(({ fund }) => fund);
    const isOpen = this.openedWide.has(table.name);
    const listed = isOpen ? table.columns : table.columns.filter(({ fund }) => !fund);
    return html`<section>
      <h4>${name}</h4>
      ${table.title ? html`<p class="small soft">${columnTexts[this.texts.language].title_lines(table.title)}</p>` : nothing}
      <pl-remembered .services=${this.services} .tables=${[table]} ?hidden=${!isCorrected(table)}></pl-remembered>
      ${wide.length > 0 ? this.#renderWide(table, wide, isOpen) : nothing}
      ${this.#renderColumns(table, listed, name)}
    </section>`;
  }

  #renderWide(table: LoadedTable, wide: ColumnInfo[], isOpen: boolean) {
    const own = columnTexts[this.texts.language];
    const { workspace } = this.services;
    const { role } = this.texts.words;
    const known = [...new Set([...wideRoles, ...(table.wide_role ? [table.wide_role] : [])])];
    const options = [
      ...(table.wide_role ? [] : [{ value: '', label: own.mixed }]),
      ...known.map((value) => ({ value, label: capital(role[value]) })),
    ];
    const toggle = () => {
      const opened = new Set(this.openedWide);
      if (!opened.delete(table.name)) opened.add(table.name);
      this.openedWide = opened;
    };
    return html`<div class="wide">
      <pl-select .label=${own.wide(this.format.count(wide.length))} .hint=${own.wide_note}
        .options=${options} .value=${table.wide_role ?? ''}
        @choice=${(event: ChoiceEvent) => void workspace.correctWide(table, (event.value || null) as Role | null)}></pl-select>
      <div>
        ${
          table.wideRole
            ? html`<button class="quiet small" type="button" @click=${() => void workspace.correctWide(table, null)}>
              ${texts[this.texts.language].undo}
            </button>`
            : nothing
        }
        <button class="quiet small" type="button" aria-expanded=${isOpen} @click=${toggle}>
          ${isOpen ? own.hide_wide : own.show_wide}
        </button>
      </div>
    </div>`;
  }

  #renderColumns(table: LoadedTable, columns: ColumnInfo[], name: string) {
    const own = texts[this.texts.language];
    const shown = this.shown.get(table.name) ?? step;
    const rest = columns.length - shown;
    const more = () => {
      this.shown = new Map(this.shown).set(table.name, shown + step);
    };
    return html`<div class="scroll" tabindex="0" role="group" aria-label="${own.columns}: ${name}">
        <table>
          <thead>
            <tr>
              <th scope="col">${own.column}</th>
              <th scope="col">${own.meaning}</th>
              <th scope="col">${own.unit}</th>
              <th scope="col">${own.reason}</th>
              <th scope="col">${own.sample}</th>
            </tr>
          </thead>
          <tbody>
            ${columns.slice(0, shown).map((column) => this.#renderColumn(table, column))}
          </tbody>
        </table>
      </div>
      ${
        rest > 0
          ? html`<button class="plain more" type="button" @click=${more}>
            ${columnTexts[this.texts.language].more(this.format.count(Math.min(step, rest)), this.format.count(rest))}
          </button>`
          : nothing
      }`;
  }

  #renderColumn(table: LoadedTable, column: ColumnInfo) {
    const own = texts[this.texts.language];
    const { workspace } = this.services;
    const roles = this.#options(this.texts.words.role);
    return html`<tr>
      <th scope="row">
        ${column.name}
        ${column.fund && column.fund !== column.name ? html`<span class="small soft">${column.fund}</span>` : nothing}
      </th>
      <td>
        <pl-select label-hidden .label="${own.meaning}: ${column.name}" .options=${roles} .value=${column.role}
          @choice=${(event: ChoiceEvent) => void workspace.correct(table, column.name, { role: event.value as Role })}></pl-select>
      </td>
      <td>${this.#renderUnit(table, column)}</td>
      <td class="small wide-cell">${this.#reasonOf(table, column)} ${this.#renderUndo(table, column.name)}</td>
      <td class="small soft wide-cell"><div class="sample">${column.sample.filter(Boolean).join(' · ') || '—'}</div></td>
    </tr>`;
  }

  #renderUnit(table: LoadedTable, { name, role, unit, type }: ColumnInfo) {
    if (unitless.has(role) || (type !== 'number' && unit === 'none')) return nothing;
    const { workspace } = this.services;
    const label = `${texts[this.texts.language].unit}: ${name}`;
    return html`<pl-select label-hidden .label=${label} .options=${this.#options(this.texts.words.unit)} .value=${unit}
      @choice=${(event: ChoiceEvent) => void workspace.correct(table, name, { unit: event.value as Unit })}></pl-select>`;
  }

  #reasonOf(table: LoadedTable, { name, reason }: ColumnInfo): string {
    const own = columnTexts[this.texts.language];
    const isOwn = name in table.roles || name in table.units;
    return isOwn && table.isRemembered ? own.remembered : own.reasons[reason];
  }

  #renderUndo(table: LoadedTable, column: string) {
    if (!(column in table.roles || column in table.units)) return nothing;
    const own = texts[this.texts.language];
    const undo = () =>
      this.services.workspace.correct(table, column, { role: undefined, unit: undefined });
    return html`<button class="quiet" type="button" @click=${() => void undo()}>
      ${own.undo}<span class="visually-hidden"> ${column}</span>
    </button>`;
  }

  #options(words: Record<string, string>) {
    return Object.entries(words).map(([value, label]) => ({ value, label: capital(label) }));
  }
}

customElements.define('pl-columns', TableColumns);
