/**
 * Turns work into work of which only the latest call counts: a new call aborts the one before,
 * whose promise then resolves to undefined. For requests that follow the keyboard.
 */
export function latest<A extends unknown[], R>(
  work: (signal: AbortSignal, ...args: A) => Promise<R>,
): (...args: A) => Promise<R | undefined> {
  let current: AbortController | undefined;
  return async (...args) => {
    current?.abort();
    const mine = new AbortController();
    current = mine;
    try {
      const result = await work(mine.signal, ...args);
      return mine.signal.aborted ? undefined : result;
    } catch (error) {
      if (mine.signal.aborted) return undefined;
      throw error;
    }
  };
}
