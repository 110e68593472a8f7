// A NAV carried on to now by hand: the fields, the estimate beside the NAV, and its steps.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import '../../elements/estimate-waterfall.ts';
import type { FieldInput } from '../../elements/number-input.ts';
import '../../elements/number-input.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { EstimatePart } from '../../generated/ops.ts';
import type { CarryField, CarryInput, CarryOn, CarryResult } from '../../model/carry-on.ts';
import { carryOnOf, parts } from '../../model/carry-on.ts';
import { base, forms } from '../../styles/shared.ts';
import { errorWords } from '../../texts/index.ts';
import { estimateTexts } from './estimate-texts.ts';
import { fieldError } from './field-error.ts';

type TextField = 'nav_date' | 'index_to_date' | 'contract_from' | 'contract_to';

export class CheckEstimate extends PageElement {
  static override properties = { services: { attribute: false } };

  declare services: Services;

  #model: CarryOn | undefined;

  static override styles = [
    base,
    forms,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
      .row {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(6.25rem, 30%), 1fr));
        gap: 4px 8px;
        align-items: start;
        max-width: 40rem;
      }
      .wide {
        grid-template-columns: repeat(auto-fit, minmax(min(9rem, 45%), 1fr));
      }
      legend {
        color: var(--ink);
        font-size: var(--text);
        padding-bottom: 2px;
      }
      .tick {
        display: flex;
        align-items: center;
        gap: var(--unit);
        min-height: 44px;
        color: var(--ink);
      }
      .tick input {
        width: 20px;
        min-height: 20px;
        margin: 0;
      }
      .answer {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 45%), 1fr));
        align-items: end;
        gap: 4px calc(2 * var(--unit));
        max-width: 40rem;
        margin: 0 0 var(--unit);
      }
      dt {
        font-size: var(--small);
        color: var(--ink-soft);
      }
      dd {
        margin: 0;
        font-size: 1.25rem;
      }
      .stale {
        opacity: 0.75;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#model = carryOnOf(this.services.engine, this.services.quick);
    this.follow(this.#model);
  }

  get #carry(): CarryOn {
    if (!this.#model) throw new Error('not connected');
    return this.#model;
  }

  protected override render() {
    const own = estimateTexts[this.texts.language];
    return html`<p class="small soft">${own.note}</p>
      <div class="row wide">
        ${this.#renderNumber('nav', own.nav)}
        ${this.#renderText('nav_date', own.nav_date, 'date')}
        ${this.#renderNumber('invested', own.invested, '%', own.invested_hint)}
      </div>
      ${parts.map((part) => this.#renderPart(part))} ${this.#renderAnswer()}`;
  }

  #renderPart(part: EstimatePart) {
    const own = estimateTexts[this.texts.language];
    const { name, from, to, hint } = own.parts[part];
    const refused = this.#carry.result?.refused.find((one) => one.part === part);
    return html`<fieldset>
      <legend>${name}</legend>
      <div class="row">
        ${this.#renderNumber(`${part}_from`, from)} ${this.#renderNumber(`${part}_to`, to)}
        ${this.#renderNumber(`${part}_percent`, own.percent, '%')}
      </div>
      ${part === 'fx' ? nothing : html`<div class="row wide">${this.#renderRest(part)}</div>`}
      <p class="small soft" role="status">
        ${this.#carry.halves.includes(part) ? own.half : refused ? nothing : hint}
      </p>
      ${
        refused
          ? html`<p class="small watch">${own.refused(this.texts.words.refusal[refused.reason])}</p>`
          : nothing
      }
    </fieldset>`;
  }

  #renderRest(part: 'index' | 'futures') {
    const own = estimateTexts[this.texts.language];
    if (part === 'futures') {
      return html`${this.#renderText('contract_from', own.contract_from)}
        ${this.#renderText('contract_to', own.contract_to)}`;
    }
    return html`${this.#renderText('index_to_date', own.index_to_date, 'date')}
      <label class="tick">
        <input type="checkbox" .checked=${this.#carry.input.index_in_cny}
          @change=${(event: Event) => this.#set({ index_in_cny: (event.currentTarget as HTMLInputElement).checked })} />
        ${own.index_in_cny}
      </label>`;
  }

  #renderNumber(field: CarryField, label: string, unit = '', hint = '') {
    const own = estimateTexts[this.texts.language];
    const { input, troubles } = this.#carry;
    const trouble = troubles[field];
    const error = trouble?.code === 'said_twice' ? own.said_twice : fieldError(this.texts, trouble);
    return html`<pl-field .label=${label} .unit=${unit} .text=${input[field]} .hint=${hint} .error=${error}
      @field-input=${(event: FieldInput) => this.#set({ [field]: event.text })}></pl-field>`;
  }

  #renderText(field: TextField, label: string, type = 'text') {
    return html`<div>
      <label for=${field}>${label}</label>
      <input id=${field} type=${type} autocomplete="off" spellcheck="false" .value=${this.#carry.input[field]}
        @input=${(event: Event) => this.#set({ [field]: (event.currentTarget as HTMLInputElement).value })} />
    </div>`;
  }

  #renderAnswer() {
    const own = estimateTexts[this.texts.language];
    const { result, isStale, trouble } = this.#carry;
    return html`${trouble ? html`<p class="severe" role="alert">${errorWords(this.texts, trouble.code, trouble)}</p>` : nothing}
      ${isStale ? html`<p class="small watch">${own.stale}</p>` : nothing}
      ${result ? this.#renderResult(result) : html`<p class="soft">${own.needs_nav}</p>`}`;
  }

  #renderResult(result: CarryResult) {
    const { format, texts } = this;
    const own = estimateTexts[texts.language];
    const { isStale } = this.#carry;
    const { premium_fraction, nav_premium_fraction } = result;
    const side = (premium: number | null) =>
      premium === null ? '' : premium < 0 ? texts.result.discount : texts.result.premium;
    const item = (name: string, premium: number | null, after = '') => html`<div>
      <dt>${side(premium)} ${name}${after}</dt>
      <dd class="number">${format.fraction(premium, true)}</dd>
    </div>`;
    return html`<div class=${isStale ? 'stale' : ''}>
      <dl class="answer" aria-live="polite">
        <div>
          <dt>${own.estimate}</dt>
          <dd class="number">${format.value(result.iopv_estimated)}</dd>
        </div>
        ${
          premium_fraction === null
            ? nothing
            : html`${item(own.against_estimate, premium_fraction, own.verdict(texts.words.verdict[result.verdict]))}
              ${item(own.against_nav, nav_premium_fraction)}`
        }
      </dl>
      <pl-waterfall .start=${{ value: result.nav, premium: nav_premium_fraction }}
        .steps=${result.waterfall} .refused=${result.refused}></pl-waterfall>
    </div>`;
  }

  #set(change: Partial<CarryInput>): void {
    this.#carry.set(change);
  }
}

customElements.define('pl-check-estimate', CheckEstimate);
