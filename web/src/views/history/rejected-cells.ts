// Every cell that could not be used: where it stands, what is in it, and why.

import { html, nothing } from 'lit';
import { PageElement } from '../../elements/page-element.ts';
import type { Rejection } from '../../generated/ops.ts';
import type { LoadedTable } from '../../model/loaded-table.ts';
import { base, tables } from '../../styles/shared.ts';
import { capital, errorWords } from '../../texts/index.ts';
import { texts } from './texts.ts';

const mostShown = 200;

export class RejectedCells extends PageElement {
  static override properties = {
    rejected: { attribute: false },
    tables: { attribute: false },
    count: { type: Number },
  };

  declare rejected: (Rejection & { table: string })[];
  /** To say which of several tables a cell stands in. */
  declare tables: LoadedTable[];
  declare count: number;

  static override styles = [base, tables];

  protected override render() {
    const own = texts[this.texts.language];
    if (this.count === 0) return html`<p class="soft">${own.nothing_rejected}</p>`;
    const shown = this.rejected.slice(0, mostShown);
    const rest = this.count - shown.length;
    return html`<p class="small soft">${own.rejected_note}</p>
      <div class="scroll" tabindex="0" role="group" aria-label=${own.rejected_title}>
        <table>
          <thead>
            <tr>
              ${this.tables.length > 1 ? html`<th scope="col">${own.tables}</th>` : nothing}
              <th scope="col">${own.row}</th>
              <th scope="col">${own.column}</th>
              <th scope="col">${own.rejected_text}</th>
              <th scope="col">${own.rejected_reason}</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              ({ row, column, text, code, table }) => html`<tr>
                ${this.tables.length > 1 ? html`<td class="small soft">${this.#fileOf(table)}</td>` : nothing}
                <td class="number">${this.format.count(row)}</td>
                <td>${column}</td>
                <td>${text}</td>
                <td>${capital(errorWords(this.texts, code, { text }))}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${rest > 0 ? html`<p class="small soft">${this.texts.result.more(this.format.count(rest))}</p>` : nothing}`;
  }

  #fileOf(name: string): string {
    const own = texts[this.texts.language];
    return this.tables.find((table) => table.name === name)?.file || own.pasted;
  }
}

customElements.define('pl-rejected', RejectedCells);
