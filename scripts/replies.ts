// Replies as scripts/run gives them: one line for one request, whatever happens.
import { errorBody } from '../web/src/engine/error.ts';
import type { LongSeries } from '../web/src/engine/series.ts';
import type { Door } from './doors.ts';

export class Replies {
  readonly #open: () => Promise<Door>;
  readonly #refs: boolean;
  #door: Promise<Door> | undefined;

  /** `refs` leaves long series as references instead of writing them out. */
  constructor(open: () => Promise<Door>, refs: boolean) {
    this.#open = open;
    this.#refs = refs;
  }

  door(): Promise<Door> {
    this.#door ??= this.#open();
    return this.#door;
  }

  /** A build that breaks is answered for, and opened anew for the requests after it. */
  async to(request: string): Promise<string> {
    const door = await this.door();
    try {
      return await this.#complete(door, await door.reply(asLine(request)));
    } catch (error) {
      this.#door = undefined;
      await door.close();
      return JSON.stringify({ ok: false, error: errorBody('engine_failed', String(error)) });
    }
  }

  async close(): Promise<void> {
    await (await this.#door)?.close();
  }

  async #complete(door: Door, reply: string): Promise<string> {
    if (this.#refs || !reply.includes('{"table":"=')) return reply;
    const dropped = new Set<string>();
    const expanded = await expand(JSON.parse(reply), (series) => {
      dropped.add(series.table);
      return door.column(series);
    });
    for (const table of dropped) await door.drop(table);
    return JSON.stringify(expanded);
  }
}

/**
 * The request as one line. In valid JSON a line break is blank space; in anything else it becomes
 * a character that is valid nowhere in JSON, so that the request stays as wrong as it was.
 */
function asLine(request: string): string {
  const trimmed = request.trim();
  return trimmed.replace(/[\r\n]+/g, isJson(trimmed) ? ' ' : '\v');
}

function isJson(request: string): boolean {
  try {
    JSON.parse(request);
    return true;
  } catch {
    return false;
  }
}

/** The value with every long series in it written out. */
async function expand(
  value: unknown,
  columnOf: (series: LongSeries) => Promise<unknown>,
): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Promise.all(value.map((item) => expand(item, columnOf)));
  const { table, column } = value as Partial<LongSeries>;
  if (table?.startsWith?.('=') && column !== undefined) return columnOf({ table, column });
  const fields: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    fields.push([key, await expand(item, columnOf)]);
  }
  return Object.fromEntries(fields);
}
