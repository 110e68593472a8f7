// What to paste so that an estimate can be made: shown in its place while there is no index.

import { css, html } from 'lit';
import { inputsOfFiles, OpenTables } from '../../app/intake.ts';
import { PageElement } from '../../elements/page-element.ts';
import { base, forms, tables } from '../../styles/shared.ts';
import { estimateTexts } from './estimate-texts.ts';
import { texts } from './texts.ts';

/** Invented, as the sample is. */
const example = [
  ['2025-01-02', '20975.62', '7.1879'],
  ['2025-01-03', '21326.16', '7.1878'],
  ['2025-01-06', '21559.43', '7.1876'],
];

export class EstimateMissing extends PageElement {
  static override styles = [
    base,
    forms,
    tables,
    css`
      :host {
        display: grid;
        gap: var(--unit);
        max-width: 40rem;
      }
      table {
        max-width: 24rem;
      }
    `,
  ];

  protected override render() {
    const own = estimateTexts[this.texts.language];
    return html`<p>${own.missing}</p>
      <p>${own.missing_how}</p>
      <div class="scroll" tabindex="0" role="group" aria-label=${own.example}>
        <table class="small">
          <caption class="small soft">${own.example}</caption>
          <thead>
            <tr>
              <th scope="col">${own.example_date}</th>
              <th scope="col" class="end">NDX</th>
              <th scope="col" class="end">USDCNY</th>
            </tr>
          </thead>
          <tbody>
            ${example.map(
              ([date, index, rate]) => html`<tr>
                <th scope="row" class="number">${date}</th>
                <td class="end">${index}</td>
                <td class="end">${rate}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="small soft">${own.example_note}</p>
      <p>
        <button class="plain" type="button" @click=${this.#add}>${texts[this.texts.language].add}</button>
        <input type="file" multiple hidden aria-label=${texts[this.texts.language].add} @change=${this.#added} />
      </p>`;
  }

  #add(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  #added(event: Event): void {
    const input = event.currentTarget as HTMLInputElement;
    const inputs = inputsOfFiles(input.files ?? []);
    input.value = '';
    if (inputs.length > 0) this.dispatchEvent(new OpenTables(inputs, true));
  }
}

customElements.define('pl-estimate-missing', EstimateMissing);
