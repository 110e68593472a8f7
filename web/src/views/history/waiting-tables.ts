// Tables that were read but cannot be analysed yet: what is missing, the columns to correct it,
// or the fund to choose.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { Waiting } from '../../model/workspace.ts';
import { base, forms } from '../../styles/shared.ts';
import { errorWords } from '../../texts/index.ts';
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
      section {
        padding: 12px 0 calc(3 * var(--unit));
        margin-bottom: calc(3 * var(--unit));
        border-bottom: 1px solid var(--hairline);
      }
      .funds {
        display: flex;
        flex-wrap: wrap;
        gap: var(--unit);
        padding: var(--unit) 0;
      }
    `,
  ];

  protected override render() {
    const own = texts[this.texts.language];
    const { waiting, services } = this;
    const { trouble, tables, funds } = waiting;
    const names = tables.map(({ file }) => file || own.pasted).join(' + ');
    return html`<section>
      <p role="alert" class=${trouble.code === 'several_funds' ? '' : 'severe'}>
        <strong>${names}</strong> · ${errorWords(this.texts, trouble.code, trouble)}
      </p>
      ${this.isOverResult ? html`<p class="small soft">${own.waiting_keep}</p>` : nothing}
      ${
        funds.length > 0
          ? html`<div class="funds" role="group" aria-label=${own.funds}>
            ${funds.map(
              (code) => html`<button class="chip" type="button"
                @click=${() => void services.workspace.change({ fund: code })}>${code}</button>`,
            )}
          </div>`
          : nothing
      }
      <details ?open=${trouble.code !== 'several_funds'}>
        <summary>${own.columns}</summary>
        <pl-columns .services=${services} .tables=${tables}></pl-columns>
      </details>
      <button class="quiet" type="button" @click=${() => services.workspace.dismissWaiting()}>${own.give_up}</button>
    </section>`;
  }
}

customElements.define('pl-waiting', WaitingTables);
