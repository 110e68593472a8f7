// An element that asks the core about the data shown, each time they or its own question change.

import type { PropertyDeclarations } from 'lit';
import { html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import { PageElement } from '../../elements/page-element.ts';
import '../../elements/progress-line.ts';
import type { RunOptions, Trouble } from '../../model/engine.ts';
import { isAbort, troubleOf } from '../../model/engine.ts';
import type { Analysed } from '../../model/workspace.ts';
import { errorWords } from '../../texts/index.ts';

export abstract class AskingElement<Result> extends PageElement {
  static override properties: PropertyDeclarations = {
    services: { attribute: false },
    analysed: { attribute: false },
    found: { state: true },
    trouble: { state: true },
    progress: { state: true },
  };

  declare services: Services;
  declare analysed: Analysed;
  /** The last answer; it stays until the next one. */
  declare found: Result | undefined;
  declare trouble: Trouble | undefined;
  /** 0 to 1 while it is asked. */
  declare progress: number | undefined;

  /** How long a new question has to stand before it is asked: it may be on its way to another. */
  protected readonly restMs: number = 0;

  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;
  #asked: string | undefined;

  constructor() {
    super();
    this.found = undefined;
    this.trouble = undefined;
    this.progress = undefined;
  }

  protected abstract ask(analysed: Analysed, options: RunOptions): Promise<Result>;

  /** What else the answer hangs on, as a text: a bar that the reader has changed, a choice. */
  protected get question(): string {
    return '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(this.services.bars);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const { question } = this;
    if (!changed.has('analysed') && question === this.#asked) return;
    this.#asked = question;
    clearTimeout(this.#timer);
    if (changed.has('analysed') || this.restMs === 0) void this.#ask();
    else this.#timer = setTimeout(() => void this.#ask(), this.restMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#abort?.abort();
  }

  /** Progress with a way to stop it, or what went wrong; nothing otherwise. */
  protected renderState() {
    const { trouble, texts } = this;
    if (trouble) return html`<p class="small">${errorWords(texts, trouble.code, trouble)}</p>`;
    return this.progress === undefined
      ? nothing
      : html`<pl-progress .fraction=${this.progress} @cancel-work=${this.#cancel}></pl-progress>`;
  }

  #cancel(event: Event): void {
    event.stopPropagation();
    this.#abort?.abort();
    this.progress = undefined;
  }

  async #ask(): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    const { signal } = abort;
    this.#abort = abort;
    this.trouble = undefined;
    this.progress = 0;
    const onProgress = (fraction: number) => {
      if (!signal.aborted) this.progress = fraction;
    };
    try {
      const found = await this.ask(this.analysed, { signal, onProgress });
      if (!signal.aborted) this.found = found;
    } catch (error) {
      if (!isAbort(error) && !signal.aborted) this.trouble = troubleOf(error);
    } finally {
      if (!signal.aborted) this.progress = undefined;
    }
  }
}

/** The settings and the tables that an operation over the same data takes. */
export const requestOf = ({ settings, tables }: Analysed) => ({
  ...settings,
  tables: tables.map(({ name }) => name),
});
