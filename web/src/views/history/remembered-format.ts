// Says that columns were read as the reader once said, or will be read so next time, and forgets it
// in one step.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { LoadedTable } from '../../model/loaded-table.ts';
import { isCorrected } from '../../model/loaded-table.ts';
import { base, forms } from '../../styles/shared.ts';
import { columnTexts } from './column-texts.ts';
import { texts } from './texts.ts';

export class RememberedFormat extends PageElement {
  static override properties = {
    services: { attribute: false },
    tables: { attribute: false },
    isOnlyRemembered: { type: Boolean, attribute: 'only-remembered' },
  };

  declare services: Services;
  declare tables: LoadedTable[];
  /** Leaves out the corrections that were made just now. */
  declare isOnlyRemembered: boolean;

  static override styles = [
    base,
    forms,
    css`
      @media print {
        button {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.isOnlyRemembered = false;
  }

  protected override render() {
    const shown = this.tables.filter(
      (table) => isCorrected(table) && (table.isRemembered || !this.isOnlyRemembered),
    );
    return shown.map((table) => this.#renderTable(table));
  }

  #renderTable(table: LoadedTable) {
    const own = columnTexts[this.texts.language];
    const { file } = table;
    const changes = this.#changes(table);
    return html`<p class="small watch">
      ${this.isOnlyRemembered && file ? html`<strong>${file}</strong> · ` : nothing}${
        table.isRemembered ? own.applied(changes) : own.kept(changes)
      }
      <button class="quiet" type="button" @click=${() => void this.services.workspace.forget(table)}>
        ${own.forget}<span class="visually-hidden"> ${file || texts[this.texts.language].pasted}</span>
      </button>
    </p>`;
  }

  #changes({ roles, units, wideRole }: LoadedTable): string {
    const own = columnTexts[this.texts.language];
    const { words } = this.texts;
    return [
      ...(wideRole ? [own.change(own.all_funds, words.role[wideRole])] : []),
      ...Object.entries(roles).map(([name, role]) => own.change(name, words.role[role])),
      ...Object.entries(units).map(([name, unit]) => own.change(name, words.unit[unit])),
    ].join(this.texts.language === 'zh' ? '，' : ', ');
  }
}

customElements.define('pl-remembered', RememberedFormat);
