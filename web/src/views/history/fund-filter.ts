// Which funds to show: by what they are called, by kind, by verdict, by whether there are warnings.

import { css, html, nothing } from 'lit';
import type { ChoiceEvent } from '../../elements/choice.ts';
import { PageElement } from '../../elements/page-element.ts';
import '../../elements/word-select.ts';
import type { FundEntry, Kind, Verdict } from '../../generated/ops.ts';
import type { FundTable } from '../../model/fund-table.ts';
import { base, forms } from '../../styles/shared.ts';
import { capital } from '../../texts/index.ts';
import { overviewTexts } from './overview-texts.ts';

export class FundFilter extends PageElement {
  static override properties = { table: { attribute: false }, funds: { attribute: false } };

  declare table: FundTable;
  declare funds: FundEntry[];

  static override styles = [
    base,
    forms,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 12px;
        padding: var(--unit) 0;
      }
      .text {
        flex: 1 1 14rem;
      }
      pl-select {
        flex: 1 1 8rem;
        max-width: 14rem;
      }
      .check {
        display: flex;
        align-items: center;
        gap: var(--unit);
        min-height: 44px;
        color: var(--ink);
      }
      .check input {
        width: 20px;
        min-height: 20px;
        margin: 0;
        accent-color: var(--accent);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(this.table);
  }

  protected override render() {
    const own = overviewTexts[this.texts.language];
    const { table } = this;
    const { filter } = table;
    return html`<fieldset>
      <legend class="visually-hidden">${own.filter}</legend>
      <div class="text">
        <label for="text">${own.filter_text}</label>
        <input id="text" type="search" autocomplete="off" spellcheck="false" placeholder=${own.filter_example}
          .value=${filter.text} @input=${this.#typed} />
      </div>
      ${this.#renderSelect('kind', own.kind, own.all_kinds, this.texts.words.kind)}
      ${this.#renderSelect('verdict', own.verdict, own.all_verdicts, this.texts.words.verdict)}
      <label class="check">
        <input type="checkbox" .checked=${filter.isWarned} @change=${this.#checked} />${own.only_warned}
      </label>
      ${
        table.isFiltered
          ? html`<button class="plain" type="button" @click=${() => table.clearFilter()}>${own.clear}</button>`
          : nothing
      }
    </fieldset>`;
  }

  /** Only words that some fund bears: choosing one never empties the table by itself. */
  #renderSelect(
    name: 'kind' | 'verdict',
    label: string,
    all: string,
    words: Record<string, string>,
  ) {
    const borne = new Set<string | null>(this.funds.map((fund) => fund[name]));
    const known = Object.entries(words).filter(([value]) => borne.has(value));
    if (known.length < 2) return nothing;
    const options = [
      { value: '', label: all },
      ...known.map(([value, word]) => ({ value, label: capital(word) })),
    ];
    return html`<pl-select .label=${label} .options=${options} .value=${this.table.filter[name]}
      @choice=${(event: ChoiceEvent) => this.table.setFilter({ [name]: event.value as Kind & Verdict })}></pl-select>`;
  }

  #typed(event: Event): void {
    this.table.setFilter({ text: (event.currentTarget as HTMLInputElement).value });
  }

  #checked(event: Event): void {
    this.table.setFilter({ isWarned: (event.currentTarget as HTMLInputElement).checked });
  }
}

customElements.define('pl-fund-filter', FundFilter);
