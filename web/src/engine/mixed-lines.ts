/** Texts that two programs wrote into, each in its own encoding, and texts with broken bytes. */
import type { Decoded } from './decode.ts';

/** A longer line is no line; it is read in parts. */
const longestLine = 4 * 1024 ** 2;

type Decoder = InstanceType<typeof TextDecoder>;
type Taken = 'ascii' | 'utf-8' | 'gb18030' | 'broken';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const strictGb = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });
const looseUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const looseGb = new TextDecoder('gb18030', { ignoreBOM: true });

/** Reads line by line: what is UTF-8 passes, what is Chinese in GB18030 is read as that. */
export class LineByLine {
  readonly seen = false;
  readonly #encoder = new TextEncoder();
  readonly #count = { ascii: 0, 'utf-8': 0, gb18030: 0, broken: 0 };
  #brokenChinese = 0;
  #rows = 0;
  #firstGb = 0;
  /** The begin of a line whose end is in the next piece. */
  #rest: Uint8Array = new Uint8Array();

  convert(piece: Uint8Array, last: boolean): Uint8Array {
    const bytes = joined([this.#rest, piece]);
    const end = last || bytes.length > longestLine ? bytes.length : bytes.lastIndexOf(10) + 1;
    this.#rest = bytes.slice(end);
    const lines: Uint8Array[] = [];
    for (let at = 0; at < end; ) {
      const lineEnd = bytes.indexOf(10, at);
      const next = lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1;
      lines.push(this.#line(bytes.subarray(at, next)));
      at = next;
    }
    return joined(lines);
  }

  result(): Decoded {
    const { gb18030, broken } = this.#count;
    if (gb18030 > 0 && this.#count['utf-8'] > 0) return { encoding: 'mixed', row: this.#firstGb };
    if (gb18030 > 0 || this.#brokenChinese > 0) return { encoding: 'gb18030-damaged' };
    return { encoding: broken > 0 ? 'utf-8-damaged' : 'utf-8' };
  }

  #line(bytes: Uint8Array): Uint8Array {
    this.#rows++;
    const taken = kindOf(bytes);
    this.#count[taken]++;
    if (taken === 'ascii' || taken === 'utf-8') return bytes;
    if (taken === 'gb18030') {
      this.#firstGb ||= this.#rows;
      return this.#encoder.encode(strictGb.decode(bytes));
    }
    // Whatever breaks less of it.
    const isChinese = looksChinese(bytes) && damage(looseGb, bytes) < damage(looseUtf8, bytes);
    if (isChinese) this.#brokenChinese++;
    return this.#encoder.encode((isChinese ? looseGb : looseUtf8).decode(bytes));
  }
}

/** Whether lines of it are UTF-8 beyond ASCII, which Chinese in GB18030 next to never is. */
export function holdsUtf8(piece: Uint8Array): boolean {
  for (let at = 0; at < piece.length; ) {
    const end = piece.indexOf(10, at);
    const next = end < 0 ? piece.length : end + 1;
    const line = piece.subarray(at, next);
    if (kindOf(line) === 'utf-8' && threeByteCharacters(line) >= 2) return true;
    // One broken place among sound characters; Chinese in GB18030 is nearly all broken as UTF-8.
    // A pair of GB18030 may happen to be a character of two bytes: 一 is D2 BB, and U+04BB.
    const sound = looseUtf8.decode(line).match(/[\u0800-\uFFFC]/g)?.length ?? 0;
    if (sound > 2 * damage(looseUtf8, line)) return true;
    at = next;
  }
  return false;
}

function kindOf(line: Uint8Array): Taken {
  if (line.every((byte) => byte < 0x80)) return 'ascii';
  if (holds(strictUtf8, line)) return 'utf-8';
  return looksChinese(line) && holds(strictGb, line) ? 'gb18030' : 'broken';
}

function holds(decoder: Decoder, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function damage(decoder: Decoder, bytes: Uint8Array): number {
  return decoder.decode(bytes).match(/\uFFFD/g)?.length ?? 0;
}

function threeByteCharacters(line: Uint8Array): number {
  return line.reduce((count, byte) => count + (byte >= 0xe0 && byte < 0xf0 ? 1 : 0), 0);
}

/**
 * Most pairs are signs or the everyday characters, which GB2312 has first. Broken UTF-8 read as
 * GB18030 gives rare ones: its lead bytes are from E4 on.
 */
function looksChinese(line: Uint8Array): boolean {
  let common = 0;
  let pairs = 0;
  for (let at = 0; at + 1 < line.length; at++) {
    const [lead = 0, trail = 0] = [line[at], line[at + 1]];
    if (lead < 0x81) continue;
    pairs++;
    if (lead >= 0xa1 && lead <= 0xd7 && trail >= 0xa1) common++;
    at++;
  }
  return pairs > 0 && 2 * common > pairs;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
