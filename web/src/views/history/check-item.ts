// One finding of the data check: what was seen, what it does to the premiums, the rows it names, and
// its mend, made in one step and taken back in another.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import { levelColours, levelMarks } from '../../elements/levels.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { DataCheck } from '../../generated/ops.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, forms } from '../../styles/shared.ts';
import { findingWords, sourceWords } from '../../texts/index.ts';
import { effectWords, mendWords, rowRanges } from './check-words.ts';
import { checksTexts } from './checks-texts.ts';
import './source-rows.ts';

export class CheckItem extends PageElement {
  static override properties = {
    services: { attribute: false },
    analysed: { attribute: false },
    check: { attribute: false },
    isFull: { type: Boolean, attribute: 'full' },
    hasRows: { state: true },
  };

  declare services: Services;
  declare analysed: Analysed;
  declare check: DataCheck;
  /** With its name, the numbers of its rows and what its mend does, as a report has them. */
  declare isFull: boolean;
  /** Its rows are shown. */
  declare hasRows: boolean;

  static override styles = [
    base,
    forms,
    css`
      .level {
        font-weight: 600;
        white-space: nowrap;
      }
      .words {
        max-width: 48rem;
      }
      .do {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px calc(2 * var(--unit));
      }
      .done {
        font-weight: 600;
      }
      @media print {
        button {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.isFull = false;
    this.hasRows = false;
  }

  /** In its place in a list another check may come to stand. */
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('check') as DataCheck | undefined;
    if (before && keyOf(before) !== keyOf(this.check)) this.hasRows = false;
  }

  protected override render() {
    const own = checksTexts[this.texts.language];
    const { texts, check } = this;
    const { code, level, evidence, source, fund, column } = check;
    const { line, why } = findingWords(texts, code, evidence);
    const place = [
      fund && this.analysed.result.shape === 'panel' ? own.of_fund(fund) : '',
      column ? own.in_column(column) : '',
      this.#fileOf(check.table),
      this.isFull && check.rows.length > 0 ? own.row_list(rowRanges(check.rows)) : '',
    ].filter(Boolean);
    return html`<p>
        <span class="level ${levelColours[level]}">
          <span aria-hidden="true">${levelMarks[level]}</span> ${texts.words.level[level]}
        </span>
        ${this.isFull ? html`<strong>${texts.result.rule_names[code]}</strong> · ` : nothing}${line}
      </p>
      <p class="small words">${why}</p>
      <p class="small words"><strong>${own.effect}</strong> ${effectWords(check, texts, this.format)}</p>
      <p class="small soft">${place.join(' · ')}${place.length > 0 ? ' · ' : ''}${texts.result.source} ${sourceWords(texts, source)}</p>
      <div class="do small">${this.#renderRows(check)} ${this.#renderMend(check)}</div>
      ${this.hasRows ? this.#renderSource(check) : nothing}`;
  }

  #renderRows(check: DataCheck) {
    const own = checksTexts[this.texts.language];
    if (check.rows.length === 0) return nothing;
    const toggle = () => (this.hasRows = !this.hasRows);
    return html`<button class="quiet" type="button" aria-expanded=${this.hasRows} @click=${toggle}>
      ${this.hasRows ? own.hide_rows : own.rows(this.format.count(check.rows_count))}
    </button>`;
  }

  /** The rows themselves; of tables that do not agree, those of each. */
  #renderSource(check: DataCheck) {
    const own = checksTexts[this.texts.language];
    const { table, rows, column, elsewhere, rows_count } = check;
    return html`${[{ table, rows }, ...elsewhere].map(
      (
        part,
      ) => html`${elsewhere.length > 0 ? html`<p class="small soft">${this.#fileOf(part.table)}</p>` : nothing}
        <pl-source-rows
          .engine=${this.services.engine}
          .table=${part.table}
          .rows=${part.rows}
          .column=${column}
        ></pl-source-rows>`,
    )}
    ${
      rows_count > rows.length
        ? html`<p class="small soft">${own.rows_cut(this.format.count(rows.length), this.format.count(rows_count))}</p>`
        : nothing
    }`;
  }

  #renderMend({ mend, mended }: DataCheck) {
    const own = checksTexts[this.texts.language];
    const { workspace } = this.services;
    if (!mend) return html`<span class="soft">${own.no_mend}</span>`;
    const how = this.isFull
      ? html`<span class="soft">${mendWords(mend, this.texts, this.format)}</span>`
      : nothing;
    return mended
      ? html`<span class="done">✓ ${own.mended}</span> ${how}
        <button class="quiet" type="button" @click=${() => void workspace.mend(mend, false)}>${own.take_back}</button>`
      : html`<button class="chip" type="button" @click=${() => void workspace.mend(mend, true)}>${own.mend}</button> ${how}`;
  }

  /** Which of several tables it is in. */
  #fileOf(name: string): string {
    const { tables } = this.analysed;
    return tables.length > 1 ? (tables.find((table) => table.name === name)?.file ?? '') : '';
  }
}

const keyOf = ({ code, fund, table, column, rows }: DataCheck): string =>
  [code, fund, table, column, rows[0]].join('\u001f');

customElements.define('pl-check-item', CheckItem);
