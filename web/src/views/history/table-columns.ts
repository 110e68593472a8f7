// What each column was taken for and why; a wrong guess is corrected in place.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import type { ChoiceEvent } from '../../elements/choice.ts';
import { PageElement } from '../../elements/page-element.ts';
import '../../elements/word-select.ts';
import type { Role, Unit } from '../../generated/ops.ts';
import type { LoadedTable } from '../../model/loaded-table.ts';
import { base, forms, tables } from '../../styles/shared.ts';
import { capital } from '../../texts/index.ts';
import { texts } from './texts.ts';

export class TableColumns extends PageElement {
  static override properties = { services: { attribute: false }, tables: { attribute: false } };

  declare services: Services;
  declare tables: LoadedTable[];

  static override styles = [
    base,
    forms,
    tables,
    css`
      pl-select {
        min-width: 8rem;
      }
      .sample {
        max-width: 16rem;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  protected override render() {
    const own = texts[this.texts.language];
    return html`<p class="small soft">${own.columns_note}</p>
      ${this.tables.map((table) => this.#renderTable(table))}`;
  }

  #renderTable(table: LoadedTable) {
    const own = texts[this.texts.language];
    const { workspace } = this.services;
    const roles = this.#options(this.texts.words.role);
    const units = this.#options(this.texts.words.unit);
    const name = table.file || own.pasted;
    return html`<div class="scroll" tabindex="0" role="group" aria-label="${own.columns}: ${name}">
      <table>
        <caption class="small">${name}</caption>
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
          ${table.columns.map(
            (column) => html`<tr>
              <th scope="row">${column.name}</th>
              <td>
                <pl-select label-hidden .label="${own.meaning}: ${column.name}" .options=${roles} .value=${column.role}
                  @choice=${(event: ChoiceEvent) => void workspace.correct(table, column.name, { role: event.value as Role })}></pl-select>
              </td>
              <td>
                <pl-select label-hidden .label="${own.unit}: ${column.name}" .options=${units} .value=${column.unit}
                  @choice=${(event: ChoiceEvent) => void workspace.correct(table, column.name, { unit: event.value as Unit })}></pl-select>
              </td>
              <td class="small">
                ${this.texts.words.meaning_reason[column.reason]} ${this.#renderUndo(table, column.name)}
              </td>
              <td class="small soft"><div class="sample">${column.sample.join(' · ')}</div></td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
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
