/**
 * Who may use the worker's thread, and which tables.
 *
 * Every task does its work in slices of a few milliseconds and asks for a turn before each. Between
 * two turns the thread goes back to the event loop, so that messages (a cancel, a ping, the next
 * keystroke) are heard. A task that has had no turn yet goes before those that have: a quick check
 * needs one slice and overtakes a long job; long jobs take turns among themselves.
 */
export class Turns {
  readonly #waiting: { taken: number; go: () => void }[] = [];
  readonly #yieldToMessages: (then: () => void) => void;
  #pumping = false;

  constructor(yieldToMessages: (then: () => void) => void = messageHop()) {
    this.#yieldToMessages = yieldToMessages;
  }

  /** Resolves when the next slice may run. `taken` is how many turns the task has had. */
  next(taken: number): Promise<void> {
    return new Promise((go) => {
      this.#waiting.push({ taken, go });
      if (!this.#pumping) {
        this.#pumping = true;
        this.#yieldToMessages(this.#pump);
      }
    });
  }

  readonly #pump = (): void => {
    const fresh = this.#waiting.findIndex((task) => task.taken === 0);
    const [task] = this.#waiting.splice(Math.max(fresh, 0), 1);
    // The slice runs in the microtasks after this; the next pump comes after it, with whatever
    // messages arrived meanwhile before it.
    task?.go();
    this.#pumping = this.#waiting.length > 0;
    if (this.#pumping) this.#yieldToMessages(this.#pump);
  };
}

/** A turn of the event loop without the delay that nested timers get. */
function messageHop(): (then: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const queue: (() => void)[] = [];
  port1.onmessage = () => queue.shift()?.();
  return (then) => {
    queue.push(then);
    port2.postMessage(null);
  };
}

/**
 * Tasks that touch the same table run in the order they were asked for, so that none sees a table
 * change under it, and a request sent after a load sees what was loaded. Others are not held up.
 */
export class Names {
  readonly #tails = new Map<string, Promise<void>>();

  async acquire(names: readonly string[]): Promise<() => void> {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const before = names.map((name) => this.#tails.get(name));
    for (const name of names) this.#tails.set(name, released);
    await Promise.all(before);
    return () => {
      for (const name of names) {
        if (this.#tails.get(name) === released) this.#tails.delete(name);
      }
      release();
    };
  }
}
