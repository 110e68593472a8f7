// A labelled field for a number. What was typed stays as typed; an error stands at the field.

import { css, html, nothing } from 'lit';
import { base, forms } from '../styles/shared.ts';
import { PageElement } from './page-element.ts';

/** Tells what is in the field now. */
export class FieldInput extends Event {
  static readonly type = 'field-input';
  readonly text: string;

  constructor(text: string) {
    super(FieldInput.type, { bubbles: true, composed: true });
    this.text = text;
  }
}

export class NumberInput extends PageElement {
  static override properties = {
    label: { type: String },
    unit: { type: String },
    text: { type: String },
    hint: { type: String },
    error: { type: String },
  };

  declare label: string;
  declare unit: string;
  declare text: string;
  declare hint: string;
  declare error: string;

  static override shadowRootOptions = { mode: 'open' as const, delegatesFocus: true };

  static override styles = [
    base,
    forms,
    css`
      .field {
        position: relative;
      }
      .unit {
        position: absolute;
        inset-block: 0;
        inset-inline-end: 12px;
        display: grid;
        align-items: center;
        color: var(--ink-soft);
        font-size: var(--small);
        pointer-events: none;
      }
      input:has(+ .unit) {
        padding-inline-end: 2.75rem;
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    this.unit = '';
    this.text = '';
    this.hint = '';
    this.error = '';
  }

  protected override render() {
    const described = [this.error && 'error', this.hint && 'hint'].filter(Boolean).join(' ');
    return html`<label for="input">${this.label}</label>
      <div class="field">
        <input id="input" type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
          enterkeyhint="done" .value=${this.text} @input=${this.#typed}
          aria-invalid=${this.error ? 'true' : 'false'}
          aria-describedby=${described || nothing} />
        ${this.unit ? html`<span class="unit" aria-hidden="true">${this.unit}</span>` : nothing}
      </div>
      ${this.hint ? html`<p id="hint" class="small soft">${this.hint}</p>` : nothing}
      <p id="error" class="error" role="alert">${this.error}</p>`;
  }

  #typed(event: InputEvent): void {
    this.text = (event.currentTarget as HTMLInputElement).value;
    this.dispatchEvent(new FieldInput(this.text));
  }
}

customElements.define('pl-field', NumberInput);
