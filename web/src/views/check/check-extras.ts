// What more can be said of the fund, so that more rules can be judged; and the worked cases.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import type { ChoiceEvent } from '../../elements/choice.ts';
import type { FieldInput } from '../../elements/number-input.ts';
import '../../elements/number-input.ts';
import { PageElement } from '../../elements/page-element.ts';
import '../../elements/word-select.ts';
import { parseField } from '../../model/number-field.ts';
import type { PurchaseStatus } from '../../model/quick-check.ts';
import { base, forms } from '../../styles/shared.ts';
import { capital } from '../../texts/index.ts';
import { describeCase, isCurrent, pickCase } from './cases.ts';
import { fieldError } from './field-error.ts';
import { texts } from './texts.ts';

export class CheckExtras extends PageElement {
  static override properties = { services: { attribute: false } };

  declare services: Services;

  static override styles = [
    base,
    forms,
    css`
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: var(--unit);
        align-items: center;
      }
      .more {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: 12px;
        margin-bottom: 12px;
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
    this.follow(this.services.quick);
    this.follow(this.services.reference);
  }

  protected override render() {
    return html`${this.#renderMore()} ${this.#renderCases()}`;
  }

  #renderMore() {
    const { quick } = this.services;
    const own = texts[this.texts.language];
    const statuses = Object.entries(this.texts.words.purchase_status).filter(
      ([value]) => value !== 'unknown',
    );
    const options = statuses.map(([value, label]) => ({ value, label: capital(label) }));
    return html`<details>
      <summary class="small">${own.more}</summary>
      <div class="more">
        ${this.#renderField('amount', own.amount, own.amount_hint)}
        ${this.#renderField('float', own.float, own.float_hint)}
        <pl-select .label=${own.purchase} .value=${quick.input.purchase}
          .options=${[{ value: '', label: capital(own.purchase_unknown) }, ...options]}
          @choice=${(event: ChoiceEvent) => quick.set({ purchase: event.value as PurchaseStatus | '' })}></pl-select>
      </div>
    </details>`;
  }

  #renderField(field: 'amount' | 'float', label: string, hint: string) {
    const { quick } = this.services;
    const own = texts[this.texts.language];
    const read = parseField(quick.input[field]);
    const understood = read.kind === 'number' ? own.understood(this.format.cny(read.value)) : hint;
    return html`<pl-field .label=${label} .unit=${own.yuan} .text=${quick.input[field]} .hint=${understood}
      .error=${fieldError(this.texts, quick.troubles[field])}
      @field-input=${(event: FieldInput) => quick.set({ [field]: event.text })}></pl-field>`;
  }

  #renderCases() {
    const { services } = this;
    const own = texts[this.texts.language];
    const { cases } = services.reference;
    if (cases.length === 0) return nothing;
    const chosen = cases.find((one) => isCurrent(one, services));
    return html`<div class="chips" role="group" aria-label=${own.cases}>
        <span class="small soft" aria-hidden="true">${own.cases}</span>
        ${cases.map(
          (
            one,
          ) => html`<button class="chip" type="button" aria-pressed=${one === chosen ? 'true' : 'false'}
            @click=${() => pickCase(one, services)}>${describeCase(one, own, this.format).label}</button>`,
        )}
      </div>
      ${chosen ? html`<p class="small soft">${describeCase(chosen, own, this.format, this.texts).note}</p>` : nothing}`;
  }
}

customElements.define('pl-check-extras', CheckExtras);
