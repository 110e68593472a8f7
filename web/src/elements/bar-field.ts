// A bar or an assumption that the reader may change: a number with its standard value. A changed one
// is marked, and one tap takes the standard one again.

import { css, html, nothing } from 'lit';
import type { Bars } from '../model/bars.ts';
import { parseField } from '../model/number-field.ts';
import { base, forms } from '../styles/shared.ts';
import { errorWords } from '../texts/index.ts';
import type { FieldInput } from './number-input.ts';
import './number-input.ts';
import { PageElement } from './page-element.ts';

/** A number is typed digit by digit: it counts when the typing pauses. */
const typingMs = 500;

export class BarField extends PageElement {
  static override properties = {
    bars: { attribute: false },
    name: { type: String },
    label: { type: String },
    unit: { type: String },
    hint: { type: String },
    standard: { type: Number },
    least: { type: Number },
    most: { type: Number },
    whole: { type: Boolean },
    text: { state: true },
  };

  declare bars: Bars;
  /** Under which it is kept: "after_bar.bar_fraction". */
  declare name: string;
  declare label: string;
  /** "percent" (kept as a fraction), or a word that stands behind a plain number. */
  declare unit: string;
  /** Where the standard value comes from. */
  declare hint: string;
  declare standard: number;
  declare least: number | undefined;
  declare most: number | undefined;
  /** Only whole numbers count. */
  declare whole: boolean;
  /** What stands in the field while it is being typed. */
  declare text: string | undefined;

  #typing: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    base,
    forms,
    css`
      .changed {
        display: flex;
        gap: var(--unit);
        align-items: baseline;
        font-size: var(--small);
        color: var(--watch);
      }
      button.quiet {
        font-size: var(--small);
      }
    `,
  ];

  constructor() {
    super();
    this.name = '';
    this.label = '';
    this.unit = '';
    this.hint = '';
    this.standard = 0;
    this.least = undefined;
    this.most = undefined;
    this.whole = false;
    this.text = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(this.bars);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override render() {
    const { page } = this.texts;
    const kept = this.bars.get(this.name);
    const text = this.text ?? (kept === undefined ? this.#standardShown : this.#shown(kept));
    return html`<pl-field .label=${this.label} .unit=${this.#isPercent ? '%' : this.unit} .text=${text}
        .hint=${this.hint} .error=${this.#errorOf(text)}
        @field-input=${(event: FieldInput) => this.#type(event.text)}></pl-field>
      ${
        kept === undefined
          ? nothing
          : html`<p class="changed">
              <span>${page.bar_changed(`${this.#standardShown}${this.#isPercent ? '\u202f%' : ''}`)}</span>
              <button class="quiet" type="button" @click=${() => this.#set(undefined)}>
                ${page.bar_undo}<span class="visually-hidden"> ${this.label}</span>
              </button>
            </p>`
      }`;
  }

  get #isPercent(): boolean {
    return this.unit === 'percent';
  }

  /** A third is 33.3333 %. */
  get #standardShown(): string {
    return this.#shown(this.standard, 6);
  }

  #shown(value: number, digits = 12): string {
    return String(Number((this.#isPercent ? 100 * value : value).toPrecision(digits)));
  }

  #valueOf(text: string): number | undefined {
    const read = parseField(text, this.#isPercent ? 'percent' : 'cny');
    if (read.kind !== 'number') return undefined;
    const { value } = read;
    if (this.whole && !Number.isInteger(value)) return undefined;
    return value >= (this.least ?? -Infinity) && value <= (this.most ?? Infinity)
      ? value
      : undefined;
  }

  #errorOf(text: string): string {
    if (this.#valueOf(text) !== undefined) return '';
    if (parseField(text).kind === 'problem')
      return errorWords(this.texts, 'not_a_number', { text });
    const shown = (value: number | undefined) =>
      value === undefined ? undefined : `${this.#shown(value)}${this.#isPercent ? '\u202f%' : ''}`;
    const range = this.texts.page.bar_range(shown(this.least), shown(this.most));
    return this.whole ? `${this.texts.page.bar_whole}${range}` : range;
  }

  #type(text: string): void {
    this.text = text;
    clearTimeout(this.#typing);
    const value = this.#valueOf(text);
    if (value === undefined) return;
    this.#typing = setTimeout(
      () => this.#set(value === this.standard ? undefined : value),
      typingMs,
    );
  }

  #set(value: number | undefined): void {
    clearTimeout(this.#typing);
    this.text = undefined;
    this.bars.set(this.name, value);
  }
}

customElements.define('pl-bar-field', BarField);
