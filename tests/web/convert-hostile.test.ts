// Whatever the bytes, a converter answers with tables or with a code, and soon.
import { expect, test } from 'vitest';
import { convert } from '../../web/src/convert/convert.ts';
import type { Kind } from '../../web/src/convert/sniff.ts';
import { EngineError } from '../../web/src/engine/error.ts';
import { bookParts, sheetOf, zip } from './fakes/workbook.ts';

/** A small generator with a seed, so that what fails can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const rows = [
  ['日期', '收盘价', '净值'],
  ['2025-01-02', 1.804, 1.7445],
  ['2025-01-03', 1.812, 1.752],
];
const sheet = sheetOf(rows).replace('<row>', '<row r="2" spans="1:3">');
const merges = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>';
const page = `<html><table><caption>x</caption><tr><th rowspan=2>日期</th><th colspan=2>价格</th></tr>${rows
  .map((row) => `<tr>${row.map((cell) => `<td x:num="${cell}">${cell}</td>`).join('')}</tr>`)
  .join('')}</table></html>`;

const seeds: [Kind, Uint8Array][] = [
  ['html', Buffer.from(page)],
  [
    'json',
    Buffer.from(
      JSON.stringify({
        data: { fields: rows[0], items: rows.slice(1) },
        klines: ['2025-01-02,1,2', '2025-01-03,1,2'],
      }),
    ),
  ],
  ['json', Buffer.from(`var a = ${JSON.stringify(rows)}; cb({'x': [{"date": NaN}]}); /* end */`)],
  ['json', Buffer.from('{"(\'Close\', \'SPY\')": {"1735776000000": 1.5, "1735862400000": 1.6}}')],
  [
    'xml_sheets',
    Buffer.from(
      '<Workbook><Worksheet ss:Name="a"><Table><Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>',
    ),
  ],
];
/** Parts are changed before they are packed: so the checksums hold, and the XML is what is hostile. */
const parts = bookParts({
  sheets: [{ name: 'S', xml: sheet + merges }],
  strings: ['<t>x</t>'],
  formats: [14, '0.00%'],
});

function changed(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  const signs = '<>&"\'=/[]{}(),;:0123456789-eE\\ \n\0';
  let out = Buffer.from(bytes);
  for (let times = 1 + next(6); times > 0; times--) {
    const at = next(out.length + 1);
    const length = next(12);
    const kind = next(4);
    const piece =
      kind === 0
        ? Buffer.alloc(0)
        : kind === 1
          ? Buffer.from(signs.charAt(next(signs.length)).repeat(1 + next(3)))
          : out.subarray(at, at + length);
    const rest = kind === 2 ? at : at + length;
    out = Buffer.concat([out.subarray(0, at), piece, piece, out.subarray(rest)]);
  }
  return out;
}

async function answer(bytes: Uint8Array, kind: Kind): Promise<string> {
  try {
    const tables = await convert(new Blob([bytes as BlobPart]), kind);
    expect(tables.length).toBeGreaterThan(0);
    return 'read';
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return error.code;
  }
}

test('changed texts of each kind are read or refused by a code', async () => {
  const next = random(20_250_103);
  const seen = new Set<string>();
  for (let round = 0; round < 1500; round++) {
    const [kind, seed] = seeds[round % seeds.length] as [Kind, Uint8Array];
    const bytes = changed(seed, next);
    seen.add(
      await answer(bytes, kind).catch((error) =>
        expect.unreachable(
          `${kind} ${JSON.stringify(Buffer.from(bytes).toString())}: ${error.stack}`,
        ),
      ),
    );
  }
  expect([...seen]).toEqual(expect.arrayContaining(['read', 'json_broken', 'html_without_rows']));
}, 60_000);

test('so are workbooks with changed parts', async () => {
  const next = random(7);
  const seen = new Set<string>();
  for (let round = 0; round < 600; round++) {
    const at = next(parts.length);
    const hostile = parts.map((part, index) =>
      index === at
        ? { ...part, content: changed(Buffer.from(part.content as string), next).toString() }
        : part,
    );
    seen.add(await answer(zip(hostile), 'zip'));
  }
  expect([...seen]).toEqual(
    expect.arrayContaining(['read', 'sheet_damaged', 'sheet_without_rows']),
  );
}, 60_000);
