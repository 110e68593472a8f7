import type { ColumnView, CoreModule } from '../../../web/src/engine/core.ts';

interface FakeTable {
  text: string;
  file: string;
  roles: Record<string, string>;
}

type Reply = { result: unknown } | { error: { code: string; message: string; row?: number } };

/**
 * A module small enough to be wrong in known ways. Its tables hold their text; its operations:
 *   table    the table's text, file and roles; an error at the row of the word `bad`
 *   echo     the request's `say`
 *   long     takes `steps` steps, then a long series
 *   trap     throws as a wasm trap does
 *   hungry   replies that memory ran out
 *   whole    as echo, but a small module does not know it
 */
export class FakeCore implements CoreModule {
  readonly tables = new Map<string, FakeTable>();
  readonly log: string[] = [];
  readonly jobs = new Map<number, { request: Record<string, unknown>; left: number }>();
  readonly isSmall: boolean;
  HEAPU8 = new Uint8Array(0);
  #lastJob = 0;
  /** Called by every step. */
  onStep: () => void = () => {};

  constructor(isSmall = false) {
    this.isSmall = isSmall;
  }

  tableCreate(name: string, file: string): void {
    if (this.isSmall) throw new TypeError('tableCreate is not a function');
    this.tables.set(name, { text: '', file, roles: {} });
  }
  tableReserve(): void {}
  tableRoom(_name: string, size: number): number {
    this.HEAPU8 = new Uint8Array(size + 8);
    return 8;
  }
  tableExtend(name: string, size: number): void {
    const piece = new TextDecoder().decode(this.HEAPU8.subarray(8, 8 + size));
    const table = this.tables.get(name);
    if (!table) throw new WebAssembly.RuntimeError('no such table');
    table.text += piece;
    if (table.text.includes('crash')) throw new WebAssembly.RuntimeError('unreachable');
  }
  tableRename(from: string, to: string): void {
    const table = this.tables.get(from);
    if (!table) return;
    this.tables.delete(from);
    this.tables.set(to, table);
  }
  tableDrop(name: string): void {
    this.log.push(`drop ${name}`);
    this.tables.delete(name);
  }
  tableColumn(name: string, column: string): ColumnView | undefined {
    if (!this.tables.has(name)) return undefined;
    if (column === 'names') return Uint32Array.of(0, 1, 0);
    return column === 'missing' ? undefined : Float64Array.of(1, 2, Number.NaN);
  }
  tableWords(): string {
    return JSON.stringify(['x', 'y']);
  }

  begin(text: string): number {
    const request = JSON.parse(text) as Record<string, unknown>;
    const id = ++this.#lastJob;
    this.jobs.set(id, { request, left: Number(request.steps ?? 1) });
    return id;
  }
  step(id: number): boolean {
    this.onStep();
    const job = this.jobs.get(id);
    if (!job) return true;
    if (job.request.op === 'trap') throw new WebAssembly.RuntimeError('unreachable');
    return --job.left <= 0;
  }
  progress(id: number): number {
    return 1 / (1 + (this.jobs.get(id)?.left ?? 0));
  }
  finish(id: number): string {
    const { request } = this.jobs.get(id) ?? { request: {} };
    this.jobs.delete(id);
    const reply = this.#reply(request);
    return JSON.stringify({ ok: 'result' in reply, ...reply });
  }
  abandon(id: number): void {
    this.log.push('abandon');
    this.jobs.delete(id);
  }
  run(text: string): string {
    return this.finish(this.begin(text));
  }
  list(): string {
    return '{}';
  }

  #reply(request: Record<string, unknown>): Reply {
    const missing = { error: { code: 'unknown_table', message: 'no such table' } };
    switch (request.op) {
      case 'table':
        return this.#table(request) ?? missing;
      case 'hungry':
        return { error: { code: 'out_of_memory', message: 'the memory did not suffice' } };
      case 'long':
        this.tableCreate('=1', '');
        return { result: { series: { table: '=1', column: 'x' } } };
      case 'whole':
        if (this.isSmall) return { error: { code: 'unknown_op', message: 'no such operation' } };
        return { result: { said: request.say ?? null } };
      default:
        return { result: { said: request.say ?? null } };
    }
  }

  #table(request: Record<string, unknown>): Reply | undefined {
    const table = this.tables.get(String(request.table));
    if (!table) return undefined;
    if (table.text.includes('bad')) {
      return { error: { code: 'not_a_table', message: 'no rows', row: 3 } };
    }
    Object.assign(table.roles, request.roles);
    return { result: { text: table.text, file: table.file, roles: { ...table.roles } } };
  }
}
