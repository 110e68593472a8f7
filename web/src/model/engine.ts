// What the models need of the engine. The real one is web/src/engine; tests bring their own.

import type { TableEncoding } from '../engine/protocol.ts';
import type { DateSeries, Ops, Series, TextSeries } from '../generated/ops.ts';

export interface RunOptions {
  signal?: AbortSignal;
  onProgress?: (fraction: number) => void;
}

export interface Calculator {
  run<O extends keyof Ops>(
    op: O,
    request: Ops[O]['request'],
    options?: RunOptions,
  ): Promise<Ops[O]['result']>;
  load(
    name: string,
    source: Blob,
    file: string,
    options?: RunOptions & { part?: number },
  ): Promise<Ops['table']['result'] & Partial<TableEncoding>>;
  correct(
    name: string,
    roles: Record<string, string | null>,
    units: Record<string, string | null>,
    wideRole?: string | null,
  ): Promise<Ops['table']['result']>;
  drop(name: string): Promise<void>;
  series(series: Series): Promise<Float64Array>;
  dates(series: DateSeries): Promise<Int32Array>;
  texts(series: TextSeries): Promise<(string | null)[]>;
}

/** What went wrong, as a text needs it. */
export interface Trouble {
  code: string;
  row?: number | undefined;
  column?: string | undefined;
  text?: string | undefined;
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

export function troubleOf(error: unknown): Trouble {
  if (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string'
  ) {
    const { code, row, column, text } = error as Trouble;
    return { code, row, column, text };
  }
  return { code: 'internal' };
}
