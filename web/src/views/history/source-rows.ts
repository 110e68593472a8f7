// The rows of one table that a check names, as they stand in the source.

import { css, html, nothing } from 'lit';
import { PageElement } from '../../elements/page-element.ts';
import type { Ops } from '../../generated/ops.ts';
import type { Calculator } from '../../model/engine.ts';
import { base, tables } from '../../styles/shared.ts';
import { checksTexts } from './checks-texts.ts';

/** A jump is seen beside the row before it; a long list shows itself. */
const mostWithNeighbour = 10;

/** More columns than this make no picture; the doubtful one is always among them. */
const mostColumns = 8;

export class SourceRows extends PageElement {
  static override properties = {
    engine: { attribute: false },
    table: { attribute: false },
    rows: { attribute: false },
    column: { attribute: false },
    found: { state: true },
    hasFailed: { state: true },
  };

  declare engine: Calculator;
  declare table: string;
  declare rows: number[];
  /** The doubtful one. */
  declare column: string | null;
  declare found: Ops['rows']['result'] | undefined;
  declare hasFailed: boolean;

  static override styles = [
    base,
    tables,
    css`
      .scroll {
        max-height: 24rem;
        overflow: auto;
      }
      th,
      td {
        white-space: nowrap;
      }
      .named .doubtful {
        color: var(--severe);
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    this.found = undefined;
    this.hasFailed = false;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('table') || changed.has('rows')) void this.#ask();
  }

  protected override render() {
    const own = checksTexts[this.texts.language];
    if (this.hasFailed) return html`<p class="error" role="alert">${own.rows_failed}</p>`;
    if (!this.found) return nothing;
    const { columns, rows } = this.found;
    const shown = columns
      .map((name, index) => ({ name, index }))
      .filter(({ name, index }) => index < mostColumns || name === this.column);
    const mark = (name: string) => (name === this.column ? 'doubtful' : '');
    const { format } = this;
    const named = new Set(this.rows);
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.title}>
        <table class="small">
          <thead>
            <tr>
              <th scope="col">${own.row}</th>
              ${shown.map(({ name }) => html`<th scope="col" class=${mark(name)}>${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ row, cells }) => html`<tr class=${named.has(row) ? 'named' : 'soft'}>
                <th scope="row" class="number">${format.count(row)}</th>
                ${shown.map(({ name, index }) => html`<td class="number ${mark(name)}">${cells[index] || '—'}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  async #ask(): Promise<void> {
    const { table, rows: named } = this;
    const rows = withNeighbours(named);
    this.hasFailed = false;
    try {
      const found = await this.engine.run('rows', { table, rows });
      if (named === this.rows) this.found = found;
    } catch {
      if (named === this.rows) this.hasFailed = true;
    }
  }
}

function withNeighbours(rows: number[]): number[] {
  if (rows.length > mostWithNeighbour) return rows;
  return [...new Set(rows.flatMap((row) => [row - 1, row]))].sort((a, b) => a - b);
}

customElements.define('pl-source-rows', SourceRows);
