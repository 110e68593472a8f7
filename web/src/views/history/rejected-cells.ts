// Every cell that could not be used, table by table: where it stands, what is in it, and why; and
// how many rows count all the same.

import { css, html, nothing } from 'lit';
import { PageElement } from '../../elements/page-element.ts';
import type { Rejection } from '../../generated/ops.ts';
import type { LoadedTable } from '../../model/loaded-table.ts';
import { base, forms, tables } from '../../styles/shared.ts';
import { capital, errorWords } from '../../texts/index.ts';
import { texts } from './texts.ts';

type Rejected = Rejection & { table: string };

const step = 100;

export class RejectedCells extends PageElement {
  static override properties = {
    rejected: { attribute: false },
    tables: { attribute: false },
    count: { type: Number },
    shown: { state: true },
  };

  declare rejected: Rejected[];
  declare tables: LoadedTable[];
  declare count: number;
  declare shown: number;

  static override styles = [
    base,
    forms,
    tables,
    css`
      section + section {
        margin-top: calc(2 * var(--unit));
      }
      h4 {
        overflow-wrap: anywhere;
        margin: 0;
        font-size: var(--text);
        font-weight: 600;
      }
      td {
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    this.shown = step;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('rejected')) this.shown = step;
  }

  protected override render() {
    const own = texts[this.texts.language];
    if (this.count === 0) return html`<p class="soft">${own.nothing_rejected}</p>`;
    const shown = [...this.rejected].sort((a, b) => a.row - b.row).slice(0, this.shown);
    const rest = this.count - shown.length;
    return html`<p class="small soft">${own.rejected_note}</p>
      ${this.tables.map((table) =>
        this.#renderTable(
          table,
          shown.filter((one) => one.table === table.name),
        ),
      )}
      ${
        this.rejected.length > this.shown
          ? html`<button class="plain" type="button" @click=${() => (this.shown += step)}>
            ${this.texts.result.more(this.format.count(rest))}
          </button>`
          : rest > 0
            ? html`<p class="small soft">${this.texts.result.more(this.format.count(rest))}</p>`
            : nothing
      }`;
  }

  #renderTable(table: LoadedTable, rejected: Rejected[]) {
    const own = texts[this.texts.language];
    const { format } = this;
    if (rejected.length === 0) return nothing;
    const name = table.file || own.pasted;
    return html`<section>
      <h4>${name}</h4>
      <p class="small soft">${own.good_rows(format.count(table.rows))}</p>
      <div class="scroll" tabindex="0" role="group" aria-label="${own.rejected_title}: ${name}">
        <table>
          <thead>
            <tr>
              <th scope="col" class="end">${own.row}</th>
              <th scope="col">${own.column}</th>
              <th scope="col">${own.rejected_text}</th>
              <th scope="col">${own.rejected_reason}</th>
            </tr>
          </thead>
          <tbody>
            ${rejected.map(
              ({ row, column, text, code }) => html`<tr>
                <td class="number end">${format.count(row)}</td>
                <td>${column || own.whole_row}</td>
                <td>${text}</td>
                <td>${capital(errorWords(this.texts, code, { text }))}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }
}

customElements.define('pl-rejected', RejectedCells);
