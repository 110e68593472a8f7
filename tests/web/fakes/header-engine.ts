// An engine that reads no more of a table than its header, and what is pasted into it.
import { expect } from 'vitest';
import type { Input } from '../../../web/src/model/workspace.ts';

/** Knows tables by their header only: enough to tell halves, wholes and prose apart. */
export class HeaderEngine {
  readonly tables = new Map<string, string[]>();
  readonly analysed: Record<string, unknown>[] = [];
  readonly #headers = new Map<string, string[]>();
  /** How often a text was read. */
  loads = 0;

  async load(name: string, source: Blob, _: string, { signal }: { signal?: AbortSignal } = {}) {
    const text = await source.text();
    signal?.throwIfAborted();
    const header = text.split('\n')[0] ?? '';
    if (!header.includes(',')) throw { code: text ? 'not_a_table' : 'empty_input' };
    this.loads++;
    const columns = header.split(',');
    this.#headers.set(name, columns);
    this.tables.set(name, columns);
    return this.#described(columns, columns);
  }

  async correct(name: string, changes: Record<string, string | null>) {
    if (Object.values(changes).includes('no_such_role')) throw { code: 'bad_field' };
    const columns = this.#headers.get(name) ?? [];
    const before = this.tables.get(name) ?? [];
    const roles = columns.map((column, index) =>
      column in changes ? (changes[column] ?? column) : (before[index] ?? column),
    );
    this.tables.set(name, roles);
    return this.#described(columns, roles);
  }

  async drop(name: string) {
    this.tables.delete(name);
  }

  async run(op: string, request: { tables: string[]; fund?: string }) {
    expect(op).toBe('analyze');
    this.analysed.push(request);
    const roles = request.tables.flatMap((name) => this.tables.get(name) ?? ['gone']);
    expect(roles).not.toContain('gone');
    if (!roles.includes('price')) throw { code: 'no_price_column' };
    if (!roles.includes('nav')) throw { code: 'no_value_column' };
    if (request.fund === '000000') throw { code: 'unknown_fund' };
    return {
      shape: roles.includes('code') && !request.fund ? 'panel' : 'history',
      dates: null,
      times: null,
      price: [1],
      value: [1],
      premium_fraction: [0],
      premiums: { iopv: [0] },
    };
  }

  async series(series: number[]) {
    return Float64Array.from(series);
  }

  #described(names: string[], roles: string[]) {
    const columns = names.map((name, index) => ({
      name,
      role: roles[index],
      fund: '',
      unit: 'none',
      type: 'number',
      reason: 'header',
      sample: [],
    }));
    return { rows: 1, columns, rejected: [], rejected_count: 0, file: '' };
  }
}

export const paste = (text: string): Input => ({ blob: new Blob([text]), file: '' });
