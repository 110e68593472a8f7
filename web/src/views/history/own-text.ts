// The field that such a table is typed or pasted into.

import { css, html } from 'lit';
import { PageElement } from '../../elements/page-element.ts';
import { base, forms } from '../../styles/shared.ts';

/** Tells what was typed, when the typing pauses. */
export class OwnTextEvent extends Event {
  static readonly type = 'own-text';
  readonly text: string;

  constructor(text: string) {
    super(OwnTextEvent.type, { bubbles: true, composed: true });
    this.text = text;
  }
}

const typingMs = 500;

export class OwnText extends PageElement {
  static override properties = {
    label: { type: String },
    hint: { type: String },
    example: { type: String },
    text: { type: String },
  };

  declare label: string;
  declare hint: string;
  declare example: string;
  declare text: string;

  #typing: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    base,
    forms,
    css`
      textarea {
        width: 100%;
        min-height: 7.5rem;
        padding: var(--unit) 12px;
        background: var(--paper);
        color: inherit;
        border: 1px solid var(--field-line);
        border-radius: 4px;
        font: inherit;
        font-variant-numeric: tabular-nums;
        white-space: pre;
        overflow-x: auto;
        resize: vertical;
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    this.hint = '';
    this.example = '';
    this.text = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override render() {
    return html`<label for="text">${this.label}</label>
      <textarea id="text" spellcheck="false" autocomplete="off" .value=${this.text}
        placeholder=${this.example} aria-describedby="hint"
        @input=${this.#typed} @paste=${this.#pasted}></textarea>
      <p id="hint" class="small soft">${this.hint}</p>`;
  }

  #typed(event: InputEvent): void {
    this.text = (event.currentTarget as HTMLTextAreaElement).value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.dispatchEvent(new OwnTextEvent(this.text)), typingMs);
  }

  /** What is pasted here is not for the page, which would take it for data. */
  #pasted(event: ClipboardEvent): void {
    event.stopPropagation();
  }
}

customElements.define('pl-own-text', OwnText);
