// One fund out of several: the way back to all of them, and the way to another.

import { css, html, nothing } from 'lit';
import { addressOf, fundAddress } from '../../app/route.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { FundEntry } from '../../generated/ops.ts';
import type { FundTable } from '../../model/fund-table.ts';
import { folded, matches, nameOf } from '../../model/fund-table.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, forms } from '../../styles/shared.ts';
import { overviewTexts } from './overview-texts.ts';

export class FundPicker extends PageElement {
  static override properties = {
    overview: { attribute: false },
    table: { attribute: false },
    fund: { type: String },
    missed: { state: true },
  };

  declare overview: Analysed;
  /** Whose order the way to the next fund follows. */
  declare table: FundTable;
  declare fund: string;
  /** What was typed and is no fund's. */
  declare missed: string;

  static override styles = [
    base,
    forms,
    css`
      nav {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--unit) 12px;
        padding-bottom: 12px;
        border-bottom: 1px solid var(--hairline);
      }
      .where {
        flex: 1 1 100%;
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        align-items: baseline;
      }
      .pick {
        flex: 1 1 14rem;
        max-width: 24rem;
      }
      .step {
        display: inline-grid;
        place-items: center;
        min-width: 44px;
        min-height: 44px;
        padding: 0 12px;
        border: 1px solid var(--hairline);
        border-radius: 4px;
        text-decoration: none;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.missed = '';
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('fund')) this.missed = '';
  }

  protected override render() {
    const own = overviewTexts[this.texts.language];
    const { format } = this;
    const { funds } = this.overview.result;
    const all = format.count(funds.length);
    const isThis = (fund: FundEntry) => nameOf(fund) === this.fund;
    const listed = this.table.rows(funds);
    const order = listed.some(isThis) ? listed : funds;
    const index = order.findIndex(isThis);
    return html`<nav aria-label=${own.fund}>
      <div class="where">
        <a class="back" href=${addressOf('history')}>‹ ${own.back(all)}</a>
        <span class="small soft number">
          ${own.place(format.count(index + 1), format.count(order.length))}
        </span>
      </div>
      <div class="pick">
        <label for="fund">${own.other_fund}</label>
        <input id="fund" type="search" list="funds" autocomplete="off" spellcheck="false"
          placeholder=${own.filter_text} aria-describedby=${this.missed ? 'missed' : nothing}
          @change=${this.#picked} />
        <datalist id="funds">
          ${funds.map((fund) => html`<option value=${nameOf(fund)}>${fund.name}</option>`)}
        </datalist>
      </div>
      ${this.#renderStep(order[index - 1], own.previous, '‹')}
      ${this.#renderStep(order[index + 1], own.next, '›')}

      ${this.missed ? html`<p id="missed" class="error" role="alert">${own.not_found(this.missed)}</p>` : nothing}
    </nav>`;
  }

  #renderStep(fund: FundEntry | undefined, label: string, mark: string) {
    if (!fund) return nothing;
    const name = [nameOf(fund), fund.code && fund.name].filter(Boolean).join(' ');
    return html`<a class="step" href=${fundAddress(nameOf(fund))} aria-label="${label}: ${name}" title=${name}>${mark}</a>`;
  }

  /** The fund of exactly that code, else the first with these words in its code, name or index. */
  #picked(event: Event): void {
    const input = event.currentTarget as HTMLInputElement;
    const text = folded(input.value);
    if (!text) return;
    const { funds } = this.overview.result;
    const found =
      funds.find((fund) => folded(nameOf(fund)) === text) ??
      funds.find((fund) => matches(fund, text.split(' ').filter(Boolean)));
    this.missed = found ? '' : input.value;
    if (!found) return;
    input.value = '';
    location.hash = fundAddress(nameOf(found));
  }
}

customElements.define('pl-fund-picker', FundPicker);
