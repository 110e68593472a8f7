// One of a few, side by side: native radio buttons, so arrow keys and screen readers know them.

import { css, html, nothing } from 'lit';
import { base, forms } from '../styles/shared.ts';
import { PageElement } from './page-element.ts';

export interface ChoiceOption {
  value: string;
  label: string;
  /** A second line. */
  note?: string | undefined;
}

export class ChoiceEvent extends Event {
  static readonly type = 'choice';
  readonly value: string;

  constructor(value: string) {
    super(ChoiceEvent.type, { bubbles: true, composed: true });
    this.value = value;
  }
}

export class Choice extends PageElement {
  static override properties = {
    label: { type: String },
    options: { attribute: false },
    value: { type: String },
  };

  declare label: string;
  declare options: ChoiceOption[];
  declare value: string;

  static override styles = [
    base,
    forms,
    css`
      .options {
        display: flex;
        flex-wrap: wrap;
        border: 1px solid var(--field-line);
        border-radius: 4px;
        overflow: hidden;
      }
      label {
        position: relative;
        flex: 1 1 auto;
        display: grid;
        align-content: center;
        justify-items: center;
        min-height: 42px;
        padding: 4px 8px;
        color: var(--ink);
        text-align: center;
        cursor: pointer;
      }
      label + label {
        border-inline-start: 1px solid var(--hairline);
      }
      /* Beside the label's text, which takes the tap. */
      input {
        position: absolute;
        inset: 0 auto 0 0;
        width: 8px;
        min-height: 0;
        padding: 0;
        margin: 0;
        opacity: 0;
      }
      /* Four with long names make two rows of two on a phone, not three and one. */
      @media (max-width: 40rem) {
        .four label {
          flex-basis: 40%;
        }
        .four label:nth-of-type(odd) {
          border-inline-start: 0;
        }
        .four label:nth-of-type(n + 3) {
          border-block-start: 1px solid var(--hairline);
        }
      }
      .chosen {
        background: var(--accent);
        color: var(--on-accent);
      }
      .chosen .soft {
        color: inherit;
      }
      input:focus-visible + span {
        outline: 2px solid currentcolor;
        outline-offset: 2px;
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    this.options = [];
    this.value = '';
  }

  protected override render() {
    return html`<fieldset>
      <legend>${this.label}</legend>
      <div class="options ${this.options.length === 4 && this.options.some(({ note }) => note) ? 'four' : ''}">
        ${this.options.map(
          ({ value, label, note }) => html`<label class=${value === this.value ? 'chosen' : ''}>
            <input type="radio" name="choice" value=${value} .checked=${value === this.value}
              @change=${this.#chosen} />
            <span>${label}</span>
            ${note ? html`<span class="small soft number">${note}</span>` : nothing}
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #chosen(event: Event): void {
    this.value = (event.currentTarget as HTMLInputElement).value;
    this.dispatchEvent(new ChoiceEvent(this.value));
  }
}

customElements.define('pl-choice', Choice);
