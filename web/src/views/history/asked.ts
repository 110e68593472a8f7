// An element that asks the core about the data shown, each time they or their settings change.

import type { PropertyDeclarations } from 'lit';
import type { Services } from '../../app/services.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { Trouble } from '../../model/engine.ts';
import { isAbort, troubleOf } from '../../model/engine.ts';
import type { Analysed } from '../../model/workspace.ts';

export abstract class AskingElement<Result> extends PageElement {
  static override properties: PropertyDeclarations = {
    services: { attribute: false },
    analysed: { attribute: false },
    found: { state: true },
    trouble: { state: true },
  };

  declare services: Services;
  declare analysed: Analysed;
  /** The last answer; it stays until the next one. */
  declare found: Result | undefined;
  declare trouble: Trouble | undefined;

  #abort: AbortController | undefined;

  constructor() {
    super();
    this.found = undefined;
    this.trouble = undefined;
  }

  protected abstract ask(analysed: Analysed, signal: AbortSignal): Promise<Result>;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('analysed')) void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort?.abort();
  }

  async #ask(): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.trouble = undefined;
    try {
      const found = await this.ask(this.analysed, abort.signal);
      if (!abort.signal.aborted) this.found = found;
    } catch (error) {
      if (!isAbort(error) && !abort.signal.aborted) this.trouble = troubleOf(error);
    }
  }
}

/** The settings and the tables that an operation over the same data takes. */
export const requestOf = ({ settings, tables }: Analysed) => ({
  ...settings,
  tables: tables.map(({ name }) => name),
});
