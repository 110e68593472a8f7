// What is doubtful about the data themselves. A wrong join or a changed unit makes a false premium,
// so what is grave stands open above the verdict, and the rest is one line to be opened. Nothing is
// mended in silence: each mend is said, and taken back as it was made, in one step.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import { levelColours, levelMarks, levels } from '../../elements/levels.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { DataCheck } from '../../generated/ops.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, forms } from '../../styles/shared.ts';
import { findingWords, sourceWords } from '../../texts/index.ts';
import { checksTexts } from './checks-texts.ts';
import './source-rows.ts';

/** So many stand open above the verdict; the others of a panel are one tap away. */
const mostGrave = 5;

export class DataChecks extends PageElement {
  static override properties = {
    services: { attribute: false },
    analysed: { attribute: false },
    opened: { state: true },
    hasAll: { state: true },
  };

  declare services: Services;
  declare analysed: Analysed;
  /** The checks whose rows are shown. */
  declare opened: ReadonlySet<string>;
  /** More than the first few of the grave ones are shown. */
  declare hasAll: boolean;

  static override styles = [
    base,
    forms,
    css`
      section {
        padding: 12px 0;
        border-block: 2px solid var(--severe);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: var(--unit) 0;
        border-top: 1px solid var(--hairline);
      }
      .level {
        font-weight: 600;
        white-space: nowrap;
      }
      .why {
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
        .do,
        details {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.opened = new Set();
    this.hasAll = false;
  }

  protected override render() {
    const own = checksTexts[this.texts.language];
    const sorted = [...this.analysed.result.data_checks].sort(
      (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level),
    );
    const grave = sorted.filter(isGrave);
    const rest = sorted.filter((check) => !isGrave(check));
    return html`${
      grave.length > 0
        ? html`<section aria-labelledby="title">
            <h3 id="title">${own.doubtful}</h3>
            ${grave.some(({ mended }) => !mended) ? html`<p class="small">${own.doubtful_note}</p>` : nothing}
            <ul>${grave.slice(0, this.hasAll ? grave.length : mostGrave).map((check) => this.#renderCheck(check))}</ul>
            ${
              grave.length > mostGrave && !this.hasAll
                ? html`<button class="plain" type="button" @click=${() => (this.hasAll = true)}>
                  ${this.texts.result.more(this.format.count(grave.length - mostGrave))}
                </button>`
                : nothing
            }
          </section>`
        : nothing
    }
      ${
        rest.length > 0
          ? html`<details>
            <summary class="small">${own.notes(this.format.count(rest.length))}</summary>
            <ul>${rest.map((check) => this.#renderCheck(check))}</ul>
          </details>`
          : nothing
      }`;
  }

  #renderCheck(check: DataCheck) {
    const own = checksTexts[this.texts.language];
    const { texts } = this;
    const { code, level, evidence, source, fund, column } = check;
    const { line, why } = findingWords(texts, code, evidence);
    const place = [
      fund && this.analysed.result.shape === 'panel' ? own.of_fund(fund) : '',
      column ? own.in_column(column) : '',
      this.#fileOf(check.table),
    ].filter(Boolean);
    return html`<li>
      <p>
        <span class="level ${levelColours[level]}">
          <span aria-hidden="true">${levelMarks[level]}</span> ${texts.words.level[level]}
        </span>
        ${line}
      </p>
      <p class="small why">${why}</p>
      <p class="small soft">${place.join(' · ')}${place.length > 0 ? ' · ' : ''}${texts.result.source} ${sourceWords(texts, source)}</p>
      <div class="do small">${this.#renderRows(check)} ${this.#renderMend(check)}</div>
      ${this.opened.has(keyOf(check)) ? this.#renderSource(check) : nothing}
    </li>`;
  }

  #renderRows(check: DataCheck) {
    const own = checksTexts[this.texts.language];
    if (check.rows.length === 0) return nothing;
    const key = keyOf(check);
    const isOpen = this.opened.has(key);
    return html`<button class="quiet" type="button" aria-expanded=${isOpen} @click=${() => this.#toggle(key)}>
      ${isOpen ? own.hide_rows : own.rows(this.format.count(check.rows_count))}
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
    return mended
      ? html`<span class="done">✓ ${own.mended}</span>
        <button class="quiet" type="button" @click=${() => void workspace.mend(mend, false)}>${own.take_back}</button>`
      : html`<button class="chip" type="button" @click=${() => void workspace.mend(mend, true)}>${own.mend}</button>`;
  }

  /** Which of several tables it is in. */
  #fileOf(name: string): string {
    const { tables } = this.analysed;
    return tables.length > 1 ? (tables.find((table) => table.name === name)?.file ?? '') : '';
  }

  #toggle(key: string): void {
    const opened = new Set(this.opened);
    if (!opened.delete(key)) opened.add(key);
    this.opened = opened;
  }
}

const isGrave = ({ level }: DataCheck): boolean => level === 'warn' || level === 'severe';

const keyOf = ({ code, fund, table, column, rows }: DataCheck): string =>
  [code, fund, table, column, rows[0]].join('\u001f');

customElements.define('pl-checks', DataChecks);
