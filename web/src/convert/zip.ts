/**
 * The parts of a zip file, unpacked piece by piece: what a part grows to is watched while it
 * grows, whatever the file says of it, and every part is held to its checksum.
 */
import { Inflate } from 'fflate';
import { EngineError, errorBody } from '../engine/error.ts';
import { Budget, refuse } from './tabular.ts';

export interface Part {
  name: string;
  method: number;
  encrypted: boolean;
  packed: number;
  size: number;
  crc: number;
  /** Of its local header. */
  offset: number;
}

/** A spreadsheet packs ten to fifty to one; deflate at its most, 1032. */
const mostRatio = 250;
/** XML takes several times the text of its cells. */
const maxUnpackedBytes = 1024 ** 3;
/** Below this no ratio matters. */
const harmlessBytes = 64 * 1024 ** 2;

const pieceBytes = 1024 ** 2;
/** So little is unpacked at once that even at the highest ratio it is a few megabytes. */
const stepBytes = 8 * 1024;

export class Zip {
  readonly parts = new Map<string, Part>();
  /** Bytes unpacked so far, over all parts. */
  unpacked = 0;
  readonly #source: Blob;
  readonly #limit: number;
  readonly #budget: Budget;

  private constructor(source: Blob, limit: number) {
    this.#source = source;
    this.#limit = limit;
    this.#budget = new Budget(limit);
  }

  static async open(source: Blob, limit = maxUnpackedBytes): Promise<Zip> {
    const zip = new Zip(source, limit);
    for (const part of await directory(source)) zip.parts.set(part.name, part);
    return zip;
  }

  /**
   * A part as text; refused where it is missing. One that is only looked through does not count
   * for what the file unpacks to.
   */
  async *text(name: string, counts = true): AsyncGenerator<string> {
    const part = this.parts.get(name);
    if (!part) return refuse('sheet_damaged', name);
    const decoder = new TextDecoder();
    for await (const bytes of this.#bytes(part, counts))
      yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  }

  async *#bytes(part: Part, counts: boolean): AsyncGenerator<Uint8Array> {
    if (part.method !== 0 && part.method !== 8) refuse('sheet_damaged', part.name);
    const out: Uint8Array[] = [];
    const inflate = new Inflate((bytes) => out.push(bytes));
    let left = part.packed;
    let size = 0;
    let crc = -1;
    for await (const packed of this.#packed(part)) {
      left -= packed.length;
      if (part.method === 0) out.push(packed);
      else push(inflate, packed, left === 0, part);
      for (const bytes of out.splice(0)) {
        size += bytes.length;
        this.unpacked += bytes.length;
        if (counts) this.#budget.spend(bytes.length);
        this.#watch(size, part.packed - left, part);
        crc = crc32(bytes, crc);
        yield bytes;
      }
    }
    if (size !== part.size || ~crc >>> 0 !== part.crc) refuse('sheet_damaged', part.name);
  }

  async *#packed(part: Part): AsyncGenerator<Uint8Array> {
    const begin = await dataOffset(this.#source, part);
    for (let at = 0; at < part.packed; at += pieceBytes) {
      const length = Math.min(pieceBytes, part.packed - at);
      const piece = await bytesOf(this.#source, begin + at, length);
      if (piece.length < length) refuse('sheet_damaged', part.name);
      for (let step = 0; step < length; step += stepBytes)
        yield piece.subarray(step, step + stepBytes);
    }
  }

  #watch(size: number, read: number, part: Part): void {
    if (size > this.#limit) refuse('inflates_too_large', part.name);
    if (size > harmlessBytes && size > mostRatio * read) refuse('inflates_too_large', part.name);
  }
}

function push(inflate: Inflate, packed: Uint8Array, last: boolean, part: Part): void {
  try {
    inflate.push(packed, last);
  } catch {
    refuse('sheet_damaged', part.name);
  }
}

async function bytesOf(source: Blob, from: number, length: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await source.slice(from, from + length).arrayBuffer());
  } catch (error) {
    throw new EngineError(errorBody('input_unreadable', String(error)));
  }
}

/** The directory stands at the end of the file, before a comment of at most 64 KB. */
async function directory(source: Blob): Promise<Part[]> {
  const tailFrom = Math.max(0, source.size - 65_557);
  const tail = await bytesOf(source, tailFrom, source.size - tailFrom);
  const view = viewOf(tail);
  let end = tail.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  // Cut: what stands at the end is gone.
  if (end < 0) return refuse('sheet_damaged');
  const length = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (offset + length > source.size || length > 64 * 1024 ** 2) return refuse('sheet_damaged');
  return partsOf(await bytesOf(source, offset, length));
}

function partsOf(bytes: Uint8Array): Part[] {
  const view = viewOf(bytes);
  const parts: Part[] = [];
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50; ) {
    const nameLength = view.getUint16(at + 28, true);
    const extra = at + 46 + nameLength;
    const next = extra + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > bytes.length) refuse('sheet_damaged');
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, extra)).replace(/^\//, ''),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      ...sizesOf(view, at, extra, next),
    });
    at = next;
  }
  return parts;
}

/** Where a size does not fit into 32 bits, or the writer did not know it would, it stands apart. */
function sizesOf(view: DataView, at: number, extra: number, next: number) {
  const sizes = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  for (let field = extra; field + 4 <= next; ) {
    const end = Math.min(next, field + 4 + view.getUint16(field + 2, true));
    if (view.getUint16(field, true) === 1) {
      let from = field + 4;
      for (const key of ['size', 'packed', 'offset'] as const) {
        if (sizes[key] !== 0xffffffff || from + 8 > end) continue;
        sizes[key] = Number(view.getBigUint64(from, true));
        from += 8;
      }
    }
    field = end;
  }
  return sizes;
}

async function dataOffset(source: Blob, part: Part): Promise<number> {
  const header = await bytesOf(source, part.offset, 30);
  const view = viewOf(header);
  if (header.length < 30 || view.getUint32(0, true) !== 0x04034b50)
    return refuse('sheet_damaged', part.name);
  return part.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array, before: number): number {
  let crc = before;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] as number) ^ (crc >>> 8);
  return crc;
}
