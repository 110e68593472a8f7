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
