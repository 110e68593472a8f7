// How tables come in: Ctrl-V anywhere, files dropped anywhere, files chosen.

import type { Input } from '../model/workspace.ts';

/** A longer paste never enters a text field: a browser may stand still over it. */
export const longestTyped = 64 * 1024;

/** Asks the page to read tables. */
export class OpenTables extends Event {
  static readonly type = 'open-tables';
  readonly inputs: Input[];
  readonly isAdding: boolean;

  constructor(inputs: Input[], isAdding = false) {
    super(OpenTables.type, { bubbles: true, composed: true });
    this.inputs = inputs;
    this.isAdding = isAdding;
  }
}

export class OpenSample extends Event {
  static readonly type = 'open-sample';

  constructor() {
    super(OpenSample.type, { bubbles: true, composed: true });
  }
}

export const inputOfText = (text: string): Input => ({ blob: new Blob([text]), file: '' });

/**
 * What the clipboard or a drag holds. Spreadsheets give the same cells as text, as a page and as a
 * picture: a picture is never what is meant, and a page with a table in it may say more than the text.
 */
function inputsOf(data: DataTransfer): Input[] {
  const text = data.getData('text/plain');
  const page = data.getData('text/html');
  const files = [...data.files];
  const tables = files.filter(({ type }) => !type.startsWith('image/'));
  if (tables.length > 0 || (text === '' && page === '')) return inputsOfFiles(files);
  const input = inputOfText(text);
  return [/<table[\s>]/i.test(page) ? { ...input, rich: new Blob([page]) } : input];
}

export const inputsOfFiles = (files: Iterable<File>): Input[] =>
  [...files].map((file) => ({ blob: file, file: file.name }));

const isField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Whether a paste is a field's own affair: short, and of one cell. */
export function belongsToField(text: string): boolean {
  return text.length <= 200 && !/[\n\t]/.test(text.trim());
}

/** What a paste holds, or nothing if it is to be left to the field it went to. */
export function inputsOfPaste(event: ClipboardEvent): Input[] | undefined {
  const data = event.clipboardData;
  if (!data) return undefined;
  const text = data.getData('text/plain');
  const target = event.composedPath()[0];
  if (isField(target) && !(target instanceof HTMLTextAreaElement) && belongsToField(text))
    return undefined;
  const inputs = inputsOf(data);
  return inputs.length > 0 ? inputs : [inputOfText('')];
}

/** A table field may keep a short paste in view; every other field and every long paste may not. */
export function mayEnterField(event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  return event.composedPath()[0] instanceof HTMLTextAreaElement && text.length <= longestTyped;
}

export const inputsOfDrop = (data: DataTransfer): Input[] => inputsOf(data);
