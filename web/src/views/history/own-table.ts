// A small table that the reader types or pastes into a panel: it lives in the engine for as long as
// one question takes.

import type { Calculator, RunOptions } from '../../model/engine.ts';

let count = 0;

/** Runs with the name of the table, or with null where nothing was typed. */
export async function withOwnTable<Result>(
  engine: Calculator,
  text: string,
  options: RunOptions,
  run: (table: string | null) => Promise<Result>,
): Promise<Result> {
  if (text.trim() === '') return run(null);
  const name = `own${++count}`;
  try {
    await engine.load(name, new Blob([`${text.trim()}\n`]), '', options);
    return await run(name);
  } finally {
    await engine.drop(name).catch(() => {});
  }
}

const kept = new WeakMap<Calculator, Map<string, string>>();

/** What was typed outlasts a look at another section, and nothing else. */
export function keptText(engine: Calculator, name: string): string {
  return kept.get(engine)?.get(name) ?? '';
}

export function keepText(engine: Calculator, name: string, text: string): void {
  const texts = kept.get(engine) ?? new Map<string, string>();
  texts.set(name, text);
  kept.set(engine, texts);
}
