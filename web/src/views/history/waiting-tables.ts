// Tables that were read but cannot be analysed yet: what is missing, and the columns to correct it.
// Any of several can be left out.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { Waiting } from '../../model/workspace.ts';
import { base, forms } from '../../styles/shared.ts';
import { errorWords } from '../../texts/index.ts';
import './rejected-cells.ts';
import { mixedNotice } from './mixed-notice.ts';
import './remembered-format.ts';
import './table-columns.ts';
import { texts } from './texts.ts';

export class WaitingTables extends PageElement {
  static override properties = {
    services: { attribute: false },
    waiting: { attribute: false },
    isOverResult: { attribute: false },
  };

  declare services: Services;
  declare waiting: Waiting;
  declare isOverResult: boolean;

  static override styles = [
    base,
    forms,
    css`
      /* Names of files have no blanks to break at. */
      section {
        overflow-wrap: anywhere;
        padding: 12px 0 calc(3 * var(--unit));
        margin-bottom: calc(3 * var(--unit));
        border-bottom: 1px solid var(--hairline);
      }
      ul {
        margin: var(--unit) 0 0;
        padding: 0;
        list-style: none;
      }
    `,
  ];

  protected override render() {
    const own = texts[this.texts.language];
    const { waiting, services } = this;
    const { trouble, tables } = waiting;
    const names = tables.map(({ file }) => file || own.pasted).join(' + ');
    return html`<section>
      <p role="alert" class="severe">
        <strong>${names}</strong> · ${errorWords(this.texts, trouble.code, trouble)}
      </p>
      ${this.isOverResult ? html`<p class="small soft">${own.waiting_keep}</p>` : nothing}
      ${mixedNotice(this.texts, tables)}
      <pl-remembered only-remembered .services=${services} .tables=${tables}></pl-remembered>
      ${
        tables.length > 1
          ? html`<ul class="small" aria-label=${own.tables}>
            ${tables.map(
              (table) => html`<li>
                <span class="soft">${table.file || own.pasted} · ${own.rows(this.format.count(table.rows))}</span>
                <button class="quiet" type="button" @click=${() => void services.workspace.remove(table)}>
                  ${own.remove}<span class="visually-hidden"> ${table.file || own.pasted}</span>
                </button>
              </li>`,
            )}
          </ul>`
          : nothing
      }
      <details open>
        <summary>${own.columns}</summary>
        <pl-columns .services=${services} .tables=${tables}></pl-columns>
      </details>
      ${this.#renderRejected()}
      <button class="quiet" type="button" @click=${() => services.workspace.dismissWaiting()}>${own.give_up}</button>
    </section>`;
  }

  #renderRejected() {
    const own = texts[this.texts.language];
    const { tables } = this.waiting;
    const count = tables.reduce((sum, table) => sum + table.rejected_count, 0);
    if (count === 0) return nothing;
    const rejected = tables.flatMap((table) =>
      table.rejected.map((cell) => ({ ...cell, table: table.name })),
    );
    return html`<details>
      <summary>${own.rejected_title} · ${this.format.count(count)}</summary>
      <pl-rejected .rejected=${rejected} .tables=${tables} .count=${count}></pl-rejected>
    </details>`;
  }
}

customElements.define('pl-waiting', WaitingTables);
