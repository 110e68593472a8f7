/**
 * Every object in a request or a result, however deep, outer ones first. Not looked into: series,
 * which are arrays of numbers or texts and long, and typed arrays.
 */
export function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  if (Array.isArray(value)) {
    for (const item of value) {
      if (typeof item === 'number' || typeof item === 'string') return;
      yield* objectsIn(item);
    }
    return;
  }
  yield value as Record<string, unknown>;
  for (const item of Object.values(value)) yield* objectsIn(item);
}

/** The tables that a request names: every `table` and `tables`, for a series too may name one. */
export function tablesIn(request: Record<string, unknown>): string[] {
  const named = [...objectsIn(request)].flatMap(({ table, tables }) => [table, tables].flat());
  return [...new Set(named)].filter((name) => typeof name === 'string');
}
