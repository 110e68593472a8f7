// Where tables come in, and what one looks like.

import { css, html, nothing } from 'lit';
import { inputOfText, inputsOfFiles, OpenSample, OpenTables } from '../../app/intake.ts';
import { PageElement } from '../../elements/page-element.ts';
import { base, forms, tables } from '../../styles/shared.ts';
import { intakeTexts } from './intake-texts.ts';

export class IntakeZone extends PageElement {
  static override properties = { typed: { state: true } };

  declare typed: string;

  static override styles = [
    base,
    forms,
    tables,
    css`
      section {
        display: grid;
        gap: 12px;
        padding: calc(2 * var(--unit));
        border: 1px dashed var(--field-line);
        border-radius: 6px;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--unit);
      }
      textarea {
        width: 100%;
        min-height: 44px;
        padding: 10px 12px;
        font: inherit;
        color: inherit;
        background: var(--paper);
        border: 1px solid var(--field-line);
        border-radius: 4px;
        resize: vertical;
      }
      table {
        width: auto;
        font-size: var(--small);
      }
      td,
      th {
        padding-inline-end: calc(3 * var(--unit));
      }
    `,
  ];

  constructor() {
    super();
    this.typed = '';
  }

  protected override render() {
    const own = intakeTexts[this.texts.language];
    return html`<section aria-labelledby="title">
      <h2 id="title">${own.title}</h2>
      <p>${own.how}</p>
      <div class="buttons">
        <button class="plain" type="button" @click=${this.#choose}>${own.choose}</button>
        <button class="plain" type="button" aria-describedby="sample-note"
          @click=${() => this.dispatchEvent(new OpenSample())}>${own.sample}</button>
        <input type="file" multiple hidden aria-label=${own.choose} @change=${this.#chosen} />
      </div>
      <p id="sample-note" class="small soft">${own.sample_note}</p>
      <div>
        <label for="typed">${own.field}</label>
        <textarea id="typed" rows="1" spellcheck="false" .value=${this.typed} @input=${this.#type}></textarea>
        ${
          this.typed.trim()
            ? html`<button class="plain" type="button" @click=${this.#read}>${own.read}</button>`
            : nothing
        }
      </div>
      ${this.#renderExample(own.example_rows, own.example)}
      <p class="small soft">${own.accepted} ${own.joined}</p>
    </section>`;
  }

  #renderExample([head = [], ...rows]: string[][], title: string) {
    return html`<div class="scroll">
      <table>
        <caption class="visually-hidden">${title}</caption>
        <thead>
          <tr>${head.map((cell, index) => html`<th scope="col" class=${index ? 'end' : ''}>${cell}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map((row) => html`<tr>${row.map((cell, index) => html`<td class=${index ? 'end' : ''}>${cell}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>`;
  }

  #choose(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  #chosen(event: Event): void {
    const input = event.currentTarget as HTMLInputElement;
    const inputs = inputsOfFiles(input.files ?? []);
    // So that choosing the same file again is a change too.
    input.value = '';
    if (inputs.length > 0) this.dispatchEvent(new OpenTables(inputs));
  }

  #type(event: InputEvent): void {
    this.typed = (event.currentTarget as HTMLTextAreaElement).value;
  }

  #read(): void {
    this.dispatchEvent(new OpenTables([inputOfText(this.typed)]));
  }
}

customElements.define('pl-intake', IntakeZone);
