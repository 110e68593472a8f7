import { describe, expect, test } from 'vitest';
import {
  type Decoded,
  decode,
  type Encoding,
  maxInputBytes,
  pieceBytes,
} from '../../web/src/engine/decode.ts';

async function decoded(bytes: Uint8Array | Blob): Promise<Decoded & { text: string }> {
  const source = bytes instanceof Blob ? bytes : new Blob([bytes as BlobPart]);
  let pieces: Uint8Array[] = [];
  const read = await decode(source, {
    start: () => {
      pieces = [];
    },
    append: (utf8) => {
      expect(utf8.length).toBeLessThanOrEqual(pieceBytes);
      pieces.push(utf8.slice());
    },
  });
  return { ...read, text: await new Blob(pieces as BlobPart[]).text() };
}

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const marked = mark ? `\uFEFF${text}` : text;
  const view = new DataView(new ArrayBuffer(2 * marked.length));
  for (let i = 0; i < marked.length; i++) view.setUint16(2 * i, marked.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

/** 日期,价格 and a row, in GBK. */
const gbk = bytesOf('c8d5c6da 2c bcdbb8f1 0a 323032352d30312d3033 2c 312e3830340a');
const table = '日期,价格\n2025-01-03,1.804\n';

describe('encodings', () => {
  const cases: [string, Uint8Array, Encoding, string][] = [
    ['UTF-8', utf8(table), 'utf-8', table],
    ['UTF-8 with a mark', utf8(`\uFEFF${table}`), 'utf-8', table],
    ['ASCII', utf8('date,price\n'), 'utf-8', 'date,price\n'],
    ['GBK', gbk, 'gb18030', table],
    [
      'GBK with a line that is UTF-8 too',
      Uint8Array.from([...gbk, 0xd2, 0xbb, 0x0a]),
      'gb18030',
      `${table}一\n`,
    ],
    ['a four-byte GB18030 character', bytesOf('95328236 2c bcdb'), 'gb18030', '𠀀,价'],
    ['UTF-16LE with a mark', utf16(table, true, true), 'utf-16le', table],
    ['UTF-16BE with a mark', utf16(table, false, true), 'utf-16be', table],
    ['UTF-16LE without', utf16(table, true, false), 'utf-16le', table],
    ['UTF-16BE without', utf16(table, false, false), 'utf-16be', table],
    ['nothing', new Uint8Array(), 'utf-8', ''],
    ['one byte', utf8('1'), 'utf-8', '1'],
  ];
  test.each(cases)('%s', async (_, bytes, encoding, text) => {
    expect(await decoded(bytes)).toEqual({ encoding, text });
  });

  test('a stray NUL does not make a text UTF-16', async () => {
    const text = 'date,price\n2025-01-03,1.8\u000004\n';
    expect(await decoded(utf8(text))).toEqual({ encoding: 'utf-8', text });
  });

  test('a UTF-8 text cut inside its last character keeps the rest', async () => {
    const { encoding, text } = await decoded(utf8(`${table}开`).subarray(0, -1));
    expect(encoding).toBe('utf-8-damaged');
    expect(text).toBe(`${table}\uFFFD`);
  });

  test('a broken byte in a UTF-8 text damages only its place', async () => {
    const bytes = utf8(table);
    bytes[bytes.length - 2] = 0xff;
    expect((await decoded(bytes)).text).toBe(table.replace('4\n', '\uFFFD\n'));
  });

  test('what is no text at all is read as damaged UTF-8, not refused', async () => {
    const { encoding } = await decoded(bytesOf('ff d8 ff e0 00 10 ff ff 80 ff'));
    expect(encoding).toBe('utf-8-damaged');
  });
});

describe('two encodings in one text', () => {
  const gbkRow = bytesOf('323032352d30312d30362c bcdbb8f1 0a');
  const both = (...parts: Uint8Array[]) => new Blob(parts as BlobPart[]);

  test('lines in GBK of a UTF-8 text are read as such, and the first is told', async () => {
    expect(await decoded(both(utf8(table), gbkRow, utf8('溢价\n'), gbkRow))).toEqual({
      encoding: 'mixed',
      row: 3,
      text: `${table}2025-01-06,价格\n溢价\n2025-01-06,价格\n`,
    });
  });

  test('so with a mark, and where the first such line comes late', async () => {
    const many = utf8('日期,1.0000\n'.repeat(200_000));
    const read = await decoded(both(utf8('\uFEFF'), many, gbkRow));
    expect(read).toMatchObject({ encoding: 'mixed', row: 200_001 });
    expect(read.text.endsWith('2025-01-06,价格\n')).toBe(true);
  });

  test('a broken byte in a GBK text damages only its place', async () => {
    const broken = bytesOf('c8d5c6da 2c ff 2c bcdb 0a');
    expect(await decoded(both(gbk, broken))).toEqual({
      encoding: 'gb18030-damaged',
      text: `${table}日期,\uFFFD,价\n`,
    });
  });

  test('a line of several megabytes does not stop it', async () => {
    const long = utf8(`${'x'.repeat(6 * pieceBytes)}\n日期\n`);
    const read = await decoded(both(utf8(table), gbkRow, long));
    expect(read.encoding).toBe('mixed');
    expect(read.text.length).toBe(table.length + '2025-01-06,价格\n'.length + 6 * pieceBytes + 4);
  });

  test('cut UTF-8 is not taken for GBK', async () => {
    for (const cut of [1, 2]) {
      const { encoding, text } = await decoded(utf8(`${table}开盘价格`).subarray(0, -cut));
      expect([encoding, text]).toEqual(['utf-8-damaged', `${table}开盘价\uFFFD`]);
    }
  });
});

describe('pieces', () => {
  test('a character on the border of two pieces is whole', async () => {
    const text = `${'x'.repeat(pieceBytes - 1)}溢价${'y'.repeat(pieceBytes)}`;
    expect(await decoded(utf8(text))).toEqual({ encoding: 'utf-8', text });
  });

  test('GBK that shows only after a megabyte of ASCII begins anew', async () => {
    const ascii = '1'.repeat(pieceBytes + 1);
    const { encoding, text } = await decoded(new Blob([ascii, gbk as BlobPart]));
    expect(encoding).toBe('gb18030');
    expect(text).toBe(ascii + table);
  });

  test('a GBK character on the border of two pieces is whole', async () => {
    const ascii = '1'.repeat(pieceBytes - 1);
    expect((await decoded(new Blob([ascii, gbk as BlobPart]))).text).toBe(ascii + table);
  });

  test('text that grows in UTF-8 is handed over in pieces of the size', async () => {
    const text = '价'.repeat(pieceBytes / 2);
    expect((await decoded(utf16(text, true, true))).text).toBe(text);
  });

  test('the reading can be stopped between two pieces', async () => {
    const stopped = new Error('stopped');
    let pieces = 0;
    const reading = decode(new Blob(['1'.repeat(3 * pieceBytes)]), {
      start: () => {},
      append: () => pieces++,
      pause: () => Promise.reject(stopped),
    });
    await expect(reading).rejects.toBe(stopped);
    expect(pieces).toBe(1);
  });
});

describe('what cannot be read', () => {
  test('a file over the limit is refused before a byte of it is read', async () => {
    expect(maxInputBytes).toBe(512 * 1024 ** 2);
    const source = {
      size: maxInputBytes + 1,
      slice: () => expect.unreachable('the file was read'),
    } as unknown as Blob;
    await expect(decoded(Object.setPrototypeOf(source, Blob.prototype))).rejects.toMatchObject({
      code: 'input_too_large',
    });
  });

  test('a file that changed on the disk', async () => {
    const gone = new DOMException('the file changed', 'NotReadableError');
    const source = { size: 5, slice: () => ({ arrayBuffer: () => Promise.reject(gone) }) };
    const sink = { start: () => {}, append: () => {} };
    await expect(decode(source as unknown as Blob, sink)).rejects.toMatchObject({
      code: 'input_unreadable',
    });
  });
});
