/**
 * What the page and the worker say to each other. The page sends tasks by `call`, each with an id,
 * and gets one outcome for each; `cancel` and `ping` are heard between the slices of any task.
 * Everything is plain data: errors too, so that codes and places survive the way.
 */
import type { Encoding } from './decode.ts';
import type { ErrorBody } from './error.ts';
import { tablesIn } from './walk.ts';

export type Task = RunTask | LoadTask | ColumnTask | DropTask;

/** An operation. Answered with its result. */
export interface RunTask {
  type: 'run';
  request: Record<string, unknown>;
}

/**
 * Reads a text into a table and parses it. Answered with the result of the operation `table`. Then
 * the page has the word: `confirm` gives the new table its name in place of the old one, `cancel`
 * drops it. Until then, and if the reading fails, the old one stays; other tasks on it wait.
 */
export interface LoadTask {
  type: 'load';
  name: string;
  input: Input;
}

/** Beside the result of `table` where a text was read: how its bytes were. */
export interface TableEncoding {
  encoding: Encoding;
  /** Of a UTF-8 text with lines in GB18030: the first of them. */
  encoding_row: number | null;
}

/** Answered with a copy of a column. */
export interface ColumnTask {
  type: 'column';
  table: string;
  column: string;
}

/** Answered with null. */
export interface DropTask {
  type: 'drop';
  name: string;
}

/** A user's input, and what the user said about its columns: all it takes to have it again. */
export interface Input {
  source: Blob;
  file: string;
  roles: Record<string, string | null>;
  units: Record<string, string | null>;
  /** What all columns of a wide table hold. */
  wideRole?: string | null;
  /** Which of the tables that stand one below the other in the text; the first unless told. */
  part?: number;
}

export type Outcome =
  | { kind: 'done'; result: unknown }
  | { kind: 'error'; error: ErrorBody }
  | { kind: 'cancelled' }
  /** The module's memory is not to be trusted any more: discard the worker. */
  | { kind: 'crashed'; error: ErrorBody };

export interface WorkerApi {
  /** Before anything else. */
  start(module: WebAssembly.Module): Promise<void>;
  call(id: number, task: Task, onProgress?: (fraction: number) => void): Promise<Outcome>;
  confirm(id: number): void;
  cancel(id: number): void;
  ping(): void;
}

/** The names of the tables that a task reads or changes. */
export function tablesOf(task: Task): string[] {
  if (task.type === 'column') return [task.table];
  return task.type === 'run' ? tablesIn(task.request) : [task.name];
}
