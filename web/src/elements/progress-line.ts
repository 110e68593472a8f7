// Nothing for the first 200 ms, then how far it is and a way to stop it.

import { css, html, nothing } from 'lit';
import { base, forms } from '../styles/shared.ts';
import { PageElement } from './page-element.ts';

const patienceMs = 200;

export class CancelEvent extends Event {
  static readonly type = 'cancel-work';

  constructor() {
    super(CancelEvent.type, { bubbles: true, composed: true });
  }
}

export class ProgressLine extends PageElement {
  static override properties = { fraction: { attribute: false }, isShown: { state: true } };

  declare fraction: number | undefined;
  declare isShown: boolean;

  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    base,
    forms,
    css`
      .line {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: var(--unit) 0;
      }
      progress {
        flex: 1;
        min-width: 0;
        accent-color: var(--accent);
      }
    `,
  ];

  constructor() {
    super();
    this.fraction = undefined;
    this.isShown = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override willUpdate(): void {
    if (this.fraction === undefined) this.#stop();
    else this.#timer ??= setTimeout(() => (this.isShown = true), patienceMs);
  }

  protected override render() {
    if (!this.isShown || this.fraction === undefined) return nothing;
    const { page } = this.texts;
    const label = page.loading(`${this.format.number(Math.floor(this.fraction * 100), 0)}\u202f%`);
    return html`<div class="line">
      <progress max="1" .value=${this.fraction} aria-label=${label}></progress>
      <span class="small soft number" aria-hidden="true">${label}</span>
      <button class="plain" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>
        ${page.cancel}
      </button>
    </div>`;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.isShown = false;
  }
}

customElements.define('pl-progress', ProgressLine);
