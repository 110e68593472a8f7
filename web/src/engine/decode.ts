/**
 * The one place where bytes become text: a pasted text, a dropped file or a file named on the
 * command line goes piece by piece to a sink as UTF-8 without a byte order mark. The whole never
 * exists as one string.
 *
 * Encodings: what a byte order mark says; else UTF-16 if every other byte is mostly NUL; else
 * UTF-8 if all of it is; else GB18030 (which contains GBK and GB2312) if all of it is. What is none
 * of these is read line by line: a line that is not UTF-8 but Chinese in GB18030 is read as that,
 * what is left has U+FFFD in the broken places, so that the damaged cells are told and the others
 * count.
 */
import { maxInputBytes } from './decode-limits.ts';
import { EngineError, errorBody } from './error.ts';
import { holdsUtf8, LineByLine } from './mixed-lines.ts';

export { maxInputBytes };

export const pieceBytes = 1024 ** 2;

export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'gb18030'
  /** UTF-8 with lines in GB18030. */
  | 'mixed'
  /** With U+FFFD where it is broken. */
  | 'utf-8-damaged'
  | 'gb18030-damaged';

export interface Decoded {
  encoding: Encoding;
  /** The first line in GB18030 of a text that is mixed, counted from 1. */
  row?: number;
}

export interface TextSink {
  /** Called before the first piece, and again where the reading begins anew. */
  start(bytesAtMost: number): void;
  append(utf8: Uint8Array): void;
  /** Awaited between the pieces; may throw to stop the reading. */
  pause?(fractionRead: number): Promise<void>;
}

/** How the bytes may be read; `lines` takes any. */
type Reading = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'lines';

export async function decode(source: Blob, sink: TextSink): Promise<Decoded> {
  if (source.size > maxInputBytes) {
    throw new EngineError(errorBody('input_too_large'));
  }
  const { readings, markBytes } = recognise(await read(source, 0, 4096));
  for (const reading of readings) {
    // A character of two bytes may take three in UTF-8.
    sink.start(reading === 'utf-8' ? source.size : 1.5 * source.size);
    const text = converter(reading);
    const refused = await readAs(text, source, markBytes, sink);
    if (!refused) return text.result();
    // What holds UTF-8 is not GB18030, though it may happen to be valid there.
    const isUtf8 = reading === 'utf-8' && (text.seen || holdsUtf8(refused));
    if (isUtf8 && readings[1] === 'gb18030') readings.splice(1, 1);
  }
  throw new Error('the last reading takes any bytes');
}

/** Which readings the first bytes allow, in the order to try, and how long the mark is. */
function recognise(head: Uint8Array): { readings: Reading[]; markBytes: number } {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return { readings: ['utf-8', 'lines'], markBytes: 3 };
  }
  if (a === 0xff && b === 0xfe) return { readings: ['utf-16le'], markBytes: 2 };
  if (a === 0xfe && b === 0xff) return { readings: ['utf-16be'], markBytes: 2 };
  const wide = recogniseWide(head);
  if (wide) return { readings: [wide], markBytes: 0 };
  return { readings: ['utf-8', 'gb18030', 'lines'], markBytes: 0 };
}

/**
 * UTF-16 without a mark. A table's digits, separators and line ends have a NUL as their high byte:
 * a fifth of the pairs at least, and next to none in the low byte. A stray NUL is not a pattern.
 */
function recogniseWide(head: Uint8Array): Reading | undefined {
  let even = 0;
  let odd = 0;
  const pairs = head.length >> 1;
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) even++;
    if (head[2 * i + 1] === 0) odd++;
  }
  const many = Math.max(2, pairs / 5);
  if (odd >= many && even * 10 < odd) return 'utf-16le';
  if (even >= many && odd * 10 < even) return 'utf-16be';
  return undefined;
}

/** Turns the pieces of a text, in order, into UTF-8. */
interface Converter {
  /** Undefined where the piece is not in that encoding. */
  convert(bytes: Uint8Array, last: boolean): Uint8Array | undefined;
  /** Characters of several bytes were seen, in pieces that were taken. */
  seen: boolean;
  result(): Decoded;
}

/** The piece that cannot be read so, if any. What was appended so far is then void. */
async function readAs(
  text: Converter,
  source: Blob,
  from: number,
  sink: TextSink,
): Promise<Uint8Array | undefined> {
  for (let at = from; ; at += pieceBytes) {
    const last = at + pieceBytes >= source.size;
    const bytes = await read(source, at, at + pieceBytes);
    const utf8 = text.convert(bytes, last);
    if (!utf8) return bytes;
    for (let i = 0; i < utf8.length; i += pieceBytes) {
      sink.append(utf8.subarray(i, i + pieceBytes));
    }
    await sink.pause?.(Math.min(1, (at + pieceBytes) / source.size));
    if (last) return undefined;
  }
}

function converter(reading: Reading): Converter {
  return reading === 'lines' ? new LineByLine() : new Whole(reading);
}

/** All of the text in one encoding. */
class Whole implements Converter {
  seen = false;
  readonly #encoding: Exclude<Reading, 'lines'>;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #encoder = new TextEncoder();

  constructor(encoding: Exclude<Reading, 'lines'>) {
    this.#encoding = encoding;
    // UTF-16 may hold half a character; the others are read so only if they hold.
    const fatal = !encoding.startsWith('utf-16');
    // The marks are cut by us: ignoreBOM keeps the decoder from taking a second one away.
    this.#decoder = new TextDecoder(encoding, { fatal, ignoreBOM: true });
  }

  convert(bytes: Uint8Array, last: boolean): Uint8Array | undefined {
    try {
      const text = this.#decoder.decode(bytes, { stream: !last });
      this.seen ||= text.length < bytes.length;
      // UTF-8 that holds passes as it came.
      return this.#encoding === 'utf-8' ? bytes : this.#encoder.encode(text);
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }

  result(): Decoded {
    return { encoding: this.#encoding };
  }
}

async function read(source: Blob, from: number, to: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await source.slice(from, to).arrayBuffer());
  } catch (error) {
    throw new EngineError(errorBody('input_unreadable', String(error)));
  }
}
