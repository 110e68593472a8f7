// A labelled list to choose one word from.

import { css, html, nothing } from 'lit';
import { base, forms } from '../styles/shared.ts';
import type { ChoiceOption } from './choice.ts';
import { ChoiceEvent } from './choice.ts';
import { PageElement } from './page-element.ts';

export class WordSelect extends PageElement {
  static override properties = {
    label: { type: String },
    options: { attribute: false },
    value: { type: String },
    hint: { type: String },
    isLabelHidden: { type: Boolean, attribute: 'label-hidden' },
  };

  declare label: string;
  declare options: ChoiceOption[];
  declare value: string;
  declare hint: string;
  declare isLabelHidden: boolean;

  static override styles = [
    base,
    forms,
    css`
      :host([label-hidden]) select {
        min-height: 36px;
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    this.options = [];
    this.value = '';
    this.hint = '';
    this.isLabelHidden = false;
  }

  protected override render() {
    return html`<label for="select" class=${this.isLabelHidden ? 'visually-hidden' : ''}>${this.label}</label>
      <select id="select" aria-describedby=${this.hint ? 'hint' : nothing} @change=${this.#chosen}>
        ${this.options.map(
          ({ value, label }) =>
            html`<option value=${value} .selected=${value === this.value}>${label}</option>`,
        )}
      </select>
      ${this.hint ? html`<p id="hint" class="small soft">${this.hint}</p>` : nothing}`;
  }

  #chosen(event: Event): void {
    this.value = (event.currentTarget as HTMLSelectElement).value;
    this.dispatchEvent(new ChoiceEvent(this.value));
  }
}

customElements.define('pl-select', WordSelect);
