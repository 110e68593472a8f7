/**
 * The values in a text of JSON as services and programs give it: plain, as the argument of a
 * function, as the values of variables, a value a line, or as Python and JavaScript write it
 * (NaN, single quotes). Nothing is run.
 */
import JSON5 from 'json5';
import { refuse } from './tabular.ts';

export interface NamedValue {
  /** Of the variable; empty elsewhere. */
  name: string;
  value: unknown;
}

export function readJson(text: string): NamedValue[] {
  const bare = text.replace(/^\)\]\}',?/, '');
  const whole = strict(bare);
  if (whole !== undefined) return [{ name: '', value: whole.value }];
  const start = skipBlank(bare, 0);
  if (/[[{]/.test(bare.charAt(start))) return oneOrLines(bare);
  return statements(bare, start);
}

/** JSON itself, or undefined. */
function strict(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function oneOrLines(text: string): NamedValue[] {
  return [{ name: '', value: linesOf(text) ?? severalOf(text) ?? loose(text, text, 0) }];
}

/** Values one after the other, each over several lines; undefined where it is only one. */
function severalOf(text: string): unknown[] | undefined {
  const values: [number, number][] = [];
  for (let at = skipBlank(text, 0); at < text.length; ) {
    if (!/[[{]/.test(text.charAt(at))) return undefined;
    const end = endOfValue(text, at);
    values.push([at, end]);
    at = skipBlank(text, end);
  }
  if (values.length < 2) return undefined;
  return values.map(([from, end]) => loose(text.slice(from, end), text, from));
}

/** What a text inside the JSON holds, where that is JSON again. */
export function readInside(text: string): unknown {
  return /^\s*[[{]\s*["[{]/.test(text) ? strict(text)?.value : undefined;
}

/** A value a line, or undefined where the first line is not one whole. */
function linesOf(text: string): unknown[] | undefined {
  const values: unknown[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const line = text.slice(at, end);
    if (line.trim() !== '') {
      // Rows out of the middle of a list end in commas.
      const value = /^\s*\{.*\}\s*,\s*$/.test(line) ? line.slice(0, line.lastIndexOf(',')) : line;
      if (values.length === 0 && !strict(value) && !/^\s*\{'.*\}\s*$/.test(value)) return undefined;
      values.push(loose(value, text, at));
    }
    at = end + 1;
  }
  return values;
}

const opening =
  /(?:export\s+)?(?:(?:var|let|const)\s+)?([\w$.]+)(?:\['\w+'\])?\s*(?:=\s*\(?|(?:&&\s*[\w$.]+\s*)?\()\s*/y;

/** `name = value;` and `name(value);`, one or many. */
function statements(text: string, from: number): NamedValue[] {
  const values: NamedValue[] = [];
  for (let at = from; at < text.length; ) {
    opening.lastIndex = at;
    const name = opening.exec(text)?.[1];
    if (name === undefined) {
      if (values.length > 0) break;
      return refuseAt(text, at);
    }
    const begin = opening.lastIndex;
    const end = endOfValue(text, begin);
    values.push({ name, value: loose(text.slice(begin, end), text, begin) });
    at = skipBlank(text, end);
  }
  return values;
}

/** Past blanks, comments, and what stands between two statements. */
function skipBlank(text: string, from: number): number {
  const blank = /(?:[\s;),]+|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*/y;
  blank.lastIndex = from;
  blank.exec(text);
  return blank.lastIndex;
}

/** Where the value that begins there ends: at what closes it, or before a separator. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"' || char === "'") at = endOfString(text, at);
    else if (depth === 0 && /[;),\n]/.test(char)) return at;
    else depth += nesting[char] ?? 0;
    if (depth === 0 && nesting[char] === -1) return at + 1;
  }
  return text.length;
}

const nesting: Record<string, number> = { '[': 1, '{': 1, ']': -1, '}': -1 };

function endOfString(text: string, from: number): number {
  const quote = text.charAt(from);
  let at = from + 1;
  while (at < text.length && text.charAt(at) !== quote) at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
}

const pythonWords: Record<string, string> = {
  None: 'null',
  nan: 'null',
  NaT: 'null',
  undefined: 'null',
  True: 'true',
  False: 'false',
};
const pythonPart =
  /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\b(?:datetime\.)?date(?:time)?\(([\d,\s]+)\)|\b[A-Za-z_][\w.]{0,40}\(\s*('[^']*'|[-+\d.eE]+|nan)(?:,[^()]{0,80})?\)|\b(None|nan|NaT|undefined|True|False)\b|[()]/g;

/** Python's words, days, wrapped numbers and tuples in the words of JSON. */
function translated(value: string): string {
  return value.replace(pythonPart, (whole, day?: string, wrapped?: string, word?: string) => {
    if (day !== undefined) return `"${dayOf(day)}"`;
    if (wrapped !== undefined) return wrapped === 'nan' ? 'null' : wrapped;
    if (word !== undefined) return pythonWords[word] ?? word;
    return ({ '(': '[', ')': ']' } as Record<string, string>)[whole] ?? whole;
  });
}

/** "2025, 3, 3, 9, 30" as 2025-03-03 09:30. */
function dayOf(parts: string): string {
  const [year = '', month = '', day = '', ...time] = parts
    .split(',')
    .map((part) => part.trim().padStart(2, '0'));
  return `${year}-${month}-${day} ${time.slice(0, 3).join(':')}`.trim();
}

/** A value as programs write it; what is none is refused at its place in the whole text. */
function loose(value: string, text: string, from: number): unknown {
  const exact = strict(value);
  if (exact) return exact.value;
  try {
    return JSON5.parse(value);
  } catch (error) {
    try {
      return JSON5.parse(translated(value));
    } catch {
      const { lineNumber = 1, columnNumber = 1 } = error as Record<string, number>;
      return refuseAt(text, from + offsetOf(value, lineNumber, columnNumber));
    }
  }
}

function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let passed = 1; passed < line; passed++) at = text.indexOf('\n', at) + 1;
  return Math.min(text.length, at + column - 1);
}

/** With the row and the character in it, and the text before the place where it breaks off. */
function refuseAt(text: string, at: number): never {
  const before = text.slice(0, at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const row = before.split('\n').length;
  const shown = line.slice(-40) || text.slice(at, at + 40);
  return refuse('json_broken', shown, { row, column: String(line.length + 1) });
}
