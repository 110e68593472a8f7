/**
 * The one place where bytes become text: a pasted text, a dropped file or a file named on the
 * command line goes piece by piece to a sink as UTF-8 without a byte order mark. The whole never
 * exists as one string.
 *
 * Encodings: what a byte order mark says; else UTF-16 if every other byte is mostly NUL; else
 * UTF-8 if all of it is; else GB18030 (which contains GBK and GB2312) if all of it is. A text that
 * is UTF-8 but for a few places, or nothing of these, is read as UTF-8 with U+FFFD in those
 * places, so that the damaged cells are refused and the others count.
 */
import { EngineError, errorBody } from './error.ts';

/** A larger input is refused before it is read. It has to fit beside its table in 4 GiB. */
export const maxInputBytes = 1024 ** 3;

export const pieceBytes = 1024 ** 2;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'utf-8-damaged';

export interface TextSink {
  /** Called before the first piece, and again where the reading begins anew. */
  start(bytesAtMost: number): void;
  append(utf8: Uint8Array): void;
  /** Awaited between the pieces; may throw to stop the reading. */
  pause?(fractionRead: number): Promise<void>;
}

export async function decode(source: Blob, sink: TextSink): Promise<Encoding> {
  if (source.size > maxInputBytes) {
    throw new EngineError(errorBody('input_too_large'));
  }
  const { candidates, markBytes } = recognise(await read(source, 0, 4096));
  for (const encoding of candidates) {
    // A character of two bytes may take three in UTF-8.
    sink.start(encoding.startsWith('utf-8') ? source.size : 1.5 * source.size);
    const refused = await decodeAs(encoding, source, markBytes, sink);
    if (!refused) return encoding;
    if (encoding === 'utf-8' && isDamagedUtf8(refused)) candidates.splice(1, 1);
  }
  throw new Error('the last candidate takes any bytes');
}

/** Which encodings the first bytes allow, in the order to try, and how long the mark is. */
export function recognise(head: Uint8Array): { candidates: Encoding[]; markBytes: number } {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return { candidates: ['utf-8-damaged'], markBytes: 3 };
  }
  if (a === 0xff && b === 0xfe) return { candidates: ['utf-16le'], markBytes: 2 };
  if (a === 0xfe && b === 0xff) return { candidates: ['utf-16be'], markBytes: 2 };
  const wide = recogniseWide(head);
  if (wide) return { candidates: [wide], markBytes: 0 };
  return { candidates: ['utf-8', 'gb18030', 'utf-8-damaged'], markBytes: 0 };
}

/**
 * UTF-16 without a mark. A table's digits, separators and line ends have a NUL as their high byte:
 * a fifth of the pairs at least, and next to none in the low byte. A stray NUL is not a pattern.
 */
function recogniseWide(head: Uint8Array): Encoding | undefined {
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

/** The piece that is not in that encoding, if any. What was appended so far is then void. */
async function decodeAs(
  encoding: Encoding,
  source: Blob,
  from: number,
  sink: TextSink,
): Promise<Uint8Array | undefined> {
  const convert = converter(encoding);
  for (let at = from; ; at += pieceBytes) {
    const last = at + pieceBytes >= source.size;
    const bytes = await read(source, at, at + pieceBytes);
    const text = convert(bytes, last);
    if (!text) return bytes;
    for (let i = 0; i < text.length; i += pieceBytes) {
      sink.append(text.subarray(i, i + pieceBytes));
    }
    await sink.pause?.(Math.min(1, (at + pieceBytes) / source.size));
    if (last) return undefined;
  }
}

/** Chinese in GB18030 read as UTF-8 is nearly all U+FFFD; a cut or a broken byte gives a few. */
function isDamagedUtf8(piece: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(piece);
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  const sound = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return sound > 2 * damaged;
}

/** Turns the pieces of a text, in order, into UTF-8; null where they are not in that encoding. */
function converter(encoding: Encoding): (bytes: Uint8Array, last: boolean) => Uint8Array | null {
  const strict = encoding === 'utf-8' || encoding === 'gb18030';
  const label = encoding === 'utf-8-damaged' ? 'utf-8' : encoding;
  // The marks are cut by us: ignoreBOM keeps the decoder from taking a second one away.
  const decoder = new TextDecoder(label, { fatal: strict, ignoreBOM: true });
  const encoder = new TextEncoder();
  return (bytes, last) => {
    try {
      const text = decoder.decode(bytes, { stream: !last });
      // UTF-8 that holds passes as it came.
      return encoding === 'utf-8' ? bytes : encoder.encode(text);
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  };
}

async function read(source: Blob, from: number, to: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await source.slice(from, to).arrayBuffer());
  } catch (error) {
    throw new EngineError(errorBody('input_unreadable', String(error)));
  }
}
