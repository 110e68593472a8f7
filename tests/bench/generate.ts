/**
 * The table of the bench: prices around values, the premium walking within ±10 %. The same bytes
 * every time.
 */
export interface Format {
  name: string;
  header: string[];
  delimiter: string;
  lineEnd: string;
  quoted: boolean;
  /** A day in front of the numbers, ten years long and then anew. */
  dated: boolean;
}

const header = ['price', 'iopv', 'volume', 'amount', 'turnover', 'float'];
const plain: Format = {
  name: 'plain',
  header,
  delimiter: ',',
  lineEnd: '\n',
  quoted: false,
  dated: false,
};

/** The first one is what the peers are compared on; the others show that it is no special case. */
export const formats: [Format, ...Format[]] = [
  plain,
  { ...plain, name: 'tabs, CRLF', delimiter: '\t', lineEnd: '\r\n' },
  { ...plain, name: 'every cell quoted', quoted: true },
  { ...plain, name: 'a day in front', header: ['date', ...header.slice(0, 5)], dated: true },
];

function dayOf(row: number): string {
  return new Date(Date.UTC(2015, 0, 1 + (row % 3650))).toISOString().slice(0, 10);
}

export function generate(rows: number, format: Format): Uint8Array<ArrayBuffer> {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const write = (cells: string[]) =>
    (format.quoted ? cells.map((cell) => `"${cell}"`) : cells).join(format.delimiter);
  const lines = [write(format.header)];
  let premium = 0.02;
  for (let row = 0; row < rows; row++) {
    premium = Math.min(0.1, Math.max(-0.1, premium + (random() - 0.5) * 0.002));
    const value = 1 + random();
    const price = value * (1 + premium);
    const volume = Math.floor(random() * 1e8);
    const cells = [price.toFixed(3), value.toFixed(4), String(volume), (volume * price).toFixed(2)];
    cells.push((random() * 5).toFixed(4), String(Math.floor(random() * 3e9)));
    lines.push(write(format.dated ? [dayOf(row), ...cells.slice(0, 5)] : cells));
  }
  lines.push('');
  return new TextEncoder().encode(lines.join(format.lineEnd));
}
