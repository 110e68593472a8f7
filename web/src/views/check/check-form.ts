// What has to be typed: price and value side by side, what the value is, and the kind of fund.

import { css, html } from 'lit';
import type { Services } from '../../app/services.ts';
import type { ChoiceEvent } from '../../elements/choice.ts';
import '../../elements/choice.ts';
import type { FieldInput } from '../../elements/number-input.ts';
import '../../elements/number-input.ts';
import { PageElement } from '../../elements/page-element.ts';
import '../../elements/word-select.ts';
import type { Denominator, Kind } from '../../generated/ops.ts';
import { base, forms } from '../../styles/shared.ts';
import { capital } from '../../texts/index.ts';
import { fieldError } from './field-error.ts';
import { texts } from './texts.ts';

/** Those that a person can read off a screen; the others are computed. */
const denominators: Denominator[] = ['iopv', 'nav_same_day', 'nav_previous'];

export class CheckForm extends PageElement {
  static override properties = { services: { attribute: false } };

  declare services: Services;

  static override styles = [
    base,
    forms,
    css`
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(9rem, 45%), 1fr));
        gap: 12px;
        margin-bottom: 12px;
      }
      .settings {
        display: grid;
        gap: 12px;
      }
      @media (min-width: 48rem) {
        .settings {
          grid-template-columns: 3fr 2fr;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(this.services.quick);
  }

  protected override render() {
    const { quick } = this.services;
    const { words } = this.texts;
    const own = texts[this.texts.language];
    return html`<div class="pair">${this.#renderField('price', own.price)}${this.#renderField('value', own.value)}</div>
      <div class="settings">
        <pl-choice .label=${own.value_is} .value=${quick.input.denominator}
          .options=${denominators.map((value) => ({ value, label: capital(words.denominator[value]) }))}
          @choice=${(event: ChoiceEvent) => quick.set({ denominator: event.value as Denominator })}></pl-choice>
        <pl-select .label=${own.kind} .value=${quick.input.kind}
          .options=${Object.entries(words.kind).map(([value, label]) => ({ value, label: capital(label) }))}
          @choice=${(event: ChoiceEvent) => quick.set({ kind: event.value as Kind })}></pl-select>
      </div>`;
  }

  #renderField(field: 'price' | 'value', label: string) {
    const { quick } = this.services;
    return html`<pl-field .label=${label} .unit=${texts[this.texts.language].yuan} .text=${quick.input[field]}
      .error=${fieldError(this.texts, quick.troubles[field])}
      @field-input=${(event: FieldInput) => quick.set({ [field]: event.text })}></pl-field>`;
  }
}

customElements.define('pl-check-form', CheckForm);
