// An element that speaks the reader's language. It asks the nearest ancestor that answers, so that
// the same elements work in the page and inside someone else's.

import { LitElement } from 'lit';
import type { Format } from '../texts/format.ts';
import type { Texts } from '../texts/types.ts';

export interface Surroundings {
  readonly texts: Texts;
  readonly format: Format;
  subscribe(listener: () => void): () => void;
}

const eventName = 'premiumlens-surroundings';

class SurroundingsRequest extends Event {
  surroundings: Surroundings | undefined;

  constructor() {
    super(eventName, { bubbles: true, composed: true });
  }
}

/** Answers for everything below `target`. */
export function provideSurroundings(target: EventTarget, surroundings: Surroundings): void {
  target.addEventListener(eventName, (event) => {
    (event as SurroundingsRequest).surroundings = surroundings;
    event.stopPropagation();
  });
}

export class PageElement extends LitElement {
  #surroundings: Surroundings | undefined;
  #leave: (() => void)[] = [];

  protected get texts(): Texts {
    return this.#require().texts;
  }

  protected get format(): Format {
    return this.#require().format;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const request = new SurroundingsRequest();
    this.dispatchEvent(request);
    this.#surroundings = request.surroundings;
    if (this.#surroundings) this.follow(this.#surroundings);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const leave of this.#leave) leave();
    this.#leave = [];
  }

  /** Renders again whenever `source` changes, until the element leaves the page. */
  protected follow(source: { subscribe(listener: () => void): () => void }): void {
    this.#leave.push(source.subscribe(() => this.requestUpdate()));
  }

  #require(): Surroundings {
    if (!this.#surroundings) throw new Error(`${this.localName} stands outside the page`);
    return this.#surroundings;
  }
}
