// Long writing in small pieces: the page answers in between, and hears how far it is.

export type Tell = (fraction: number) => void;

const sliceMs = 24;

export class Pace {
  readonly #signal: AbortSignal | undefined;
  readonly #tell: Tell;
  #begun = performance.now();

  constructor(tell: Tell = () => {}, signal?: AbortSignal) {
    this.#tell = tell;
    this.#signal = signal;
  }

  /** To be awaited after every small piece; rejects with the signal's reason once it is aborted. */
  async rest(fraction: number): Promise<void> {
    if (performance.now() - this.#begun < sliceMs) return;
    this.#tell(fraction);
    await new Promise((resolve) => setTimeout(resolve));
    this.#signal?.throwIfAborted();
    this.#begun = performance.now();
  }

  /** The same for a part of the whole. */
  within(from: number, share: number): Pace {
    return new Pace((fraction) => this.#tell(from + share * fraction), this.#signal);
  }
}
