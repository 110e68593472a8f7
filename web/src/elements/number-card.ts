// A number that opens its card on tap or focus: what it is, how it comes about with the numbers
// put in, and where that is from. The card is a native popover, so light dismissal, Escape and the
// order of focus are the browser's.

import { css, html, nothing } from 'lit';
import { base, forms } from '../styles/shared.ts';
import { PageElement } from './page-element.ts';

export interface NumberCard {
  title: string;
  definition: string;
  formula: string;
  /** The formula with the numbers put in. */
  numbers: string;
  denominator?: string | undefined;
  dates?: string | undefined;
  source?: string | undefined;
}

const gap = 8;

export class NumberElement extends PageElement {
  static override properties = {
    text: { type: String },
    card: { attribute: false },
    isOpen: { state: true },
    isCopied: { state: true },
  };

  declare text: string;
  declare card: NumberCard | undefined;
  declare isOpen: boolean;
  declare isCopied: boolean;

  static override styles = [
    base,
    forms,
    css`
      :host {
        display: inline-block;
      }
      button.number {
        min-height: 24px;
        padding: 0;
        background: none;
        border: 0;
        color: inherit;
        font: inherit;
        cursor: pointer;
        text-decoration: underline dotted var(--field-line) 1px;
        text-underline-offset: 0.25em;
      }
      :host([large]) button.number {
        text-decoration: none;
      }
      [popover] {
        position: fixed;
        inset: auto;
        margin: 0;
        width: min(26rem, calc(100vw - 16px));
        max-height: 80vh;
        overflow: auto;
        padding: calc(2 * var(--unit));
        background: var(--paper-raised);
        color: var(--ink);
        border: 1px solid var(--field-line);
        border-radius: 6px;
        font: var(--small) / 1.5 var(--sans);
        text-align: start;
      }
      h3 {
        margin-bottom: var(--unit);
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 6px 12px;
        margin: 0 0 var(--unit);
      }
      dt {
        color: var(--ink-soft);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      @media (max-width: 40rem) {
        [popover] {
          inset: auto 0 0 0;
          width: 100%;
          max-width: none;
          border-width: 1px 0 0;
          border-radius: 0;
        }
      }
      @media print {
        button.number {
          text-decoration: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.text = '';
    this.card = undefined;
    this.isOpen = false;
    this.isCopied = false;
    this.addEventListener('focusout', (event) => {
      if (!this.contains(event.relatedTarget as Node | null)) this.#popover?.hidePopover?.();
    });
  }

  protected override render() {
    if (!this.card) return html`<span class="number">${this.text}</span>`;
    return html`<button class="number" type="button" popovertarget="card" @focus=${this.#focused}>
        ${this.text}
      </button>
      <div id="card" popover role="dialog" aria-label=${this.card.title}
        @beforetoggle=${this.#toggled} @toggle=${this.#place}>
        ${this.isOpen ? this.#renderCard(this.card) : nothing}
      </div>`;
  }

  #renderCard(card: NumberCard) {
    const { result, page } = this.texts;
    const rows = [
      [result.definition, card.definition],
      [result.formula, card.formula],
      [result.with_numbers, card.numbers],
      [result.denominator, card.denominator],
      [result.dates, card.dates],
      [result.source, card.source],
    ] as const;
    return html`<h3>${card.title} ${this.text}</h3>
      <dl>
        ${rows.map(([name, text]) => (text ? html`<dt>${name}</dt><dd>${text}</dd>` : nothing))}
      </dl>
      <button class="quiet" type="button" @click=${this.#copy}>
        ${this.isCopied ? page.copied : page.copy}
      </button>
      <span class="visually-hidden" role="status">${this.isCopied ? page.copied : ''}</span>`;
  }

  get #popover(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('[popover]');
  }

  #focused(event: FocusEvent): void {
    const button = event.currentTarget as HTMLElement;
    if (button.matches(':focus-visible')) this.#popover?.showPopover?.();
  }

  #toggled(event: ToggleEvent): void {
    this.isOpen = event.newState === 'open';
    this.isCopied = false;
  }

  /** Below the number if there is room, above it otherwise; on a phone the style sheet decides. */
  async #place(): Promise<void> {
    if (!this.isOpen) return;
    await this.updateComplete;
    const card = this.#popover;
    if (!card || matchMedia('(max-width: 40rem)').matches) {
      card?.style.removeProperty('left');
      card?.style.removeProperty('top');
      return;
    }
    const number = this.getBoundingClientRect();
    const { width, height } = card.getBoundingClientRect();
    const left = Math.max(gap, Math.min(number.left, innerWidth - width - gap));
    const below = number.bottom + gap;
    const top = below + height <= innerHeight ? below : Math.max(gap, number.top - height - gap);
    card.style.left = `${left}px`;
    card.style.top = `${top}px`;
  }

  async #copy(): Promise<void> {
    const { card } = this;
    if (!card) return;
    const text = [
      `${card.title} ${this.text}`,
      card.numbers,
      card.denominator,
      card.dates,
      card.source,
    ]
      .filter(Boolean)
      .join('\n');
    this.isCopied = await copyText(text);
    // Where the clipboard is forbidden (a sandboxed frame) the text is at least marked to be copied.
    const list = this.renderRoot.querySelector('dl');
    if (!this.isCopied && list) getSelection()?.selectAllChildren(list);
  }
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

customElements.define('pl-number', NumberElement);
