// What a holding would return if premium and value both moved: an exact product and its parts.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import type { NumberCard } from '../../elements/number-card.ts';
import '../../elements/number-card.ts';
import type { FieldInput } from '../../elements/number-input.ts';
import '../../elements/number-input.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { ScenarioField } from '../../model/scenario.ts';
import { base, tables } from '../../styles/shared.ts';
import { sourceWords } from '../../texts/index.ts';
import { fieldError } from './field-error.ts';
import { texts } from './texts.ts';

export class CheckScenario extends PageElement {
  static override properties = { services: { attribute: false } };

  declare services: Services;

  static override styles = [
    base,
    tables,
    css`
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 12px;
        max-width: 28rem;
      }
      table {
        max-width: 28rem;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(this.services.scenario);
  }

  protected override render() {
    const { scenario } = this.services;
    const own = texts[this.texts.language];
    return html`<details>
      <summary>${own.scenario}</summary>
      <div class="pair">${this.#renderField('later', own.scenario_later)}${this.#renderField('growth', own.scenario_growth)}</div>
      ${scenario.result ? this.#renderResult() : html`<p class="soft">${own.scenario_needs}</p>`}
    </details>`;
  }

  #renderField(field: ScenarioField, label: string) {
    const { scenario } = this.services;
    return html`<pl-field .label=${label} unit="%" .text=${scenario[field]} .error=${fieldError(this.texts, scenario.troubles[field])}
      @field-input=${(event: FieldInput) => scenario.set({ [field]: event.text })}></pl-field>`;
  }

  #renderResult() {
    const { texts: shared, format } = this;
    const own = texts[shared.language];
    const { result, request } = this.services.scenario;
    if (!result || !request) return nothing;
    const total = format.fraction(result.return_fraction, true);
    const card: NumberCard = {
      ...shared.cards.scenario,
      numbers: `(1 + ${format.fraction(request.value_growth)}) × (1 + ${format.fraction(request.premium_to)}) ÷ (1 + ${format.fraction(request.premium_from)}) − 1 = ${total}`,
      source: sourceWords(shared, 'own'),
    };
    const parts = [
      [own.scenario_value, result.value_part],
      [own.scenario_premium, result.premium_part],
      [own.scenario_cross, result.cross_part],
    ] as const;
    return html`<p class="small soft">${own.scenario_sentence(format.fraction(request.premium_to), format.fraction(request.value_growth, true))}</p>
      <table aria-live="polite">
        <tbody>
          <tr>
            <th scope="row">${own.scenario_result}</th>
            <td class="end"><pl-number .text=${total} .card=${card}></pl-number></td>
          </tr>
          ${parts.map(
            ([name, part]) => html`<tr>
              <th scope="row" class="soft">${name}</th>
              <td class="end">${format.fraction(part, true)}</td>
            </tr>`,
          )}
        </tbody>
      </table>`;
  }
}

customElements.define('pl-check-scenario', CheckScenario);
