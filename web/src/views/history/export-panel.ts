// The data with their report, to be taken home in one tap. What writes them is brought then.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { ExportKind } from '../../export/export.ts';
import { exportTexts } from '../../export/export-texts.ts';
import { isAbort } from '../../model/engine.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, forms } from '../../styles/shared.ts';

const kinds: ExportKind[] = ['book', 'json', 'csv', 'markdown'];

export class ExportPanel extends PageElement {
  static override properties = {
    services: { attribute: false },
    analysed: { attribute: false },
    fraction: { state: true },
    said: { state: true },
  };

  declare services: Services;
  declare analysed: Analysed;
  /** Of what is being written. */
  declare fraction: number | undefined;
  /** What came of the last one. */
  declare said: string;

  #abort: AbortController | undefined;

  static override styles = [
    base,
    forms,
    css`
      section {
        display: grid;
        gap: var(--unit);
        max-width: 48rem;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--unit);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.fraction = undefined;
    this.said = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort?.abort();
  }

  protected override render() {
    const own = exportTexts[this.texts.language];
    const { fraction } = this;
    const percent = `${this.format.count(Math.floor(100 * (fraction ?? 0)))}\u202f%`;
    return html`<section aria-labelledby="title">
      <h3 id="title">${own.title}</h3>
      <p class="small soft">${own.note}</p>
      <div class="row">
        ${kinds.map(
          (kind) => html`<button class=${kind === 'book' ? 'plain' : 'chip'} type="button"
            ?disabled=${fraction !== undefined} @click=${() => void this.#export(kind)}>${own[kind]}</button>`,
        )}
      </div>
      <p class="small" role="status">
        ${fraction === undefined ? this.said : own.writing(percent)}
        ${
          fraction === undefined
            ? nothing
            : html`<button class="quiet" type="button" @click=${() => this.#abort?.abort()}>${this.texts.page.cancel}</button>`
        }
      </p>
    </section>`;
  }

  async #export(kind: ExportKind): Promise<void> {
    const own = exportTexts[this.texts.language];
    const abort = new AbortController();
    this.#abort = abort;
    this.fraction = 0;
    try {
      const { exportAs, TooLong } = await import('../../export/export.ts');
      const tell = (fraction: number) => {
        this.fraction = fraction;
      };
      const { engine } = this.services;
      try {
        const file = await exportAs(kind, engine, this.analysed, this.texts, tell, abort.signal);
        save(file.name, file.blob);
        this.said = own.done(file.name);
      } catch (error) {
        if (!(error instanceof TooLong)) throw error;
        const { format } = this;
        this.said = own.too_long(format.count(error.rows), format.count(1_048_575));
      }
    } catch (error) {
      this.said = isAbort(error) ? '' : own.failed;
    } finally {
      this.fraction = undefined;
    }
  }
}

function save(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has begun by then; an address freed at once would end it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

customElements.define('pl-export', ExportPanel);
