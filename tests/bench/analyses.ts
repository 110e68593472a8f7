/**
 * How long each analysis takes, from 1,000 rows to 1,000,000: from bytes to the answer; with the
 * tables read already; and with the fund's analysis remembered, as the page asks one question after
 * the other. How the last grows with the rows, and the longest step of the job, for which a
 * keystroke has to wait. In the same run the same figures made by DuckDB-wasm, warm, where SQL can
 * make them, and by pandas and statsmodels, where they are installed.
 *   scripts/bench analyses [--json] [--rows MOST] [--only WORD]   those with the word in their name
 */
import { parseArgs } from 'node:util';
import { loadCore } from '../../scripts/load-core.ts';
import { load } from './contestants.ts';
import { csv, type Market, makeMarket, weekdays } from './market.ts';
import { hasPandas, pandasTime } from './pandas-peer.ts';
import { openPeer } from './sql-peer.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rows: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const most = Number(options.rows ?? 1_000_000);
if (!Number.isInteger(most) || most < 1000) throw new Error('--rows: 1000 or more');
const sizes = [1000, 10_000, 100_000, 1_000_000].filter((rows) => rows <= most);

type Files = Record<string, Uint8Array<ArrayBuffer>>;

/** What is analysed: its files for so many rows, and the requests made of them. */
interface Subject {
  name: string;
  /** The most rows that data of this shape can have; days end with the year 9999. */
  most: number;
  files(rows: number): Files;
  requests: Record<string, object>;
}

const zip = (days: string[], values: number[], digits: number) =>
  days.map((day, at) => `${day},${(values[at] as number).toFixed(digits)}`);

function filesOf({ days, price, nav, index, fx }: Market): Files {
  return {
    price: csv('date,close', zip(days, price, 3)),
    nav: csv('date,nav', zip(days, nav, 4)),
    index: csv('date,NDX', zip(days, index, 2)),
    fx: csv('date,USDCNY', zip(days, fx, 4)),
  };
}

/** 1,000 days of so many funds, one row a fund and day, price and NAV beside each other. */
function panelFile(rows: number): Uint8Array<ArrayBuffer> {
  const days = weekdays(Math.min(rows, 1000));
  const lines: string[] = [];
  for (let fund = 0; fund < rows / days.length; fund++) {
    const { price, nav } = makeMarket(days, fund + 1);
    const code = 513000 + (fund % 1000) + 2000 * Math.floor(fund / 1000);
    for (const [at, day] of days.entries()) {
      lines.push(`${code},${day},${price[at]?.toFixed(3)},${nav[at]?.toFixed(4)}`);
    }
  }
  return csv('code,date,close,nav', lines);
}

/** 240 minutes a day, price and IOPV. */
function minutesFile(rows: number): Uint8Array<ArrayBuffer> {
  const { days, price, nav } = makeMarket(weekdays(Math.ceil(rows / 240)));
  const lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    const [day, minute] = [Math.floor(row / 240), row % 240];
    const clock = 570 + minute + (minute >= 120 ? 90 : 0);
    const time = `${String(Math.floor(clock / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}:00`;
    const drift = 1 + ((row * 7919) % 21) / 10_000;
    const [close, value] = [price[day] as number, nav[day] as number];
    lines.push(`${days[day]},${time},${(close * drift).toFixed(3)},${(value * drift).toFixed(4)}`);
  }
  return csv('date,time,price,iopv', lines);
}

const dated = (table: string, column: string) => ({
  dates: { table, column: 'date' },
  values: { table, column },
});
const past = { price: dated('price', 'close'), nav: dated('nav', 'nav') };
const beside = { index: dated('index', 'NDX'), fx: dated('fx', 'USDCNY') };
const fund = { tables: ['price', 'nav'], region: 'us' };
const withIndex = { ...fund, tables: ['price', 'nav', 'index', 'fx'] };

const core = await loadCore();

/** What some operations cannot do without, beside a fund's tables. */
const needed: Record<string, object> = {
  ladder: withIndex,
  my_trade: { fills: [{ date: '1970-02-02', side: 'buy', price: 1, shares: 1000 }] },
  positions: { positions: [{ fund: '513000', amount_cny: 100_000 }] },
};

/** Every operation that the core has of a fund's tables. */
const ofTables = (): Record<string, object> => {
  const { ops } = JSON.parse(core.list()) as {
    ops: { name: string; takes: { name: string }[] }[];
  };
  const names = ops.filter(({ takes }) => takes.some(({ name }) => name === 'tables'));
  return Object.fromEntries(
    names.map(({ name }) => [name, { op: name, ...fund, ...needed[name] }]),
  );
};

const subjects: Subject[] = [
  {
    name: 'one fund by day',
    most: 1_000_000,
    files: (rows) => filesOf(makeMarket(weekdays(rows))),
    requests: {
      ...ofTables(),
      'analyze with index and FX': { op: 'analyze', ...withIndex },
      nav_dating: { op: 'nav_dating', nav: past.nav, ...beside },
      estimate_replay: { op: 'estimate_replay', ...past, ...beside, region: 'us' },
    },
  },
  {
    name: 'premiums alone',
    most: 1_000_000,
    files: (rows) => {
      const days = weekdays(rows);
      const { price, nav } = makeMarket(days);
      const premium = price.map((one, at) => one / (nav[at - 2] ?? (nav[at] as number)) - 1);
      return { premium: csv('date,premium', zip(days, premium, 6)) };
    },
    requests: {
      own_past: { op: 'own_past', series: { table: 'premium', column: 'premium' } },
    },
  },
  {
    name: 'one fund by minute',
    most: 1_000_000,
    files: (rows) => ({ minutes: minutesFile(rows) }),
    requests: {
      analyze: { op: 'analyze', table: 'minutes', region: 'us' },
      data_doctor: { op: 'data_doctor', table: 'minutes', region: 'us' },
    },
  },
  {
    name: 'a panel, 1,000 days a fund',
    most: 1_000_000,
    files: (rows) => ({ panel: panelFile(rows) }),
    requests: {
      analyze: { op: 'analyze', table: 'panel', region: 'us' },
      data_doctor: { op: 'data_doctor', table: 'panel', region: 'us' },
      switching: { op: 'switching', table: 'panel', region: 'us', fund: '513000' },
      positions: { op: 'positions', table: 'panel', region: 'us', ...needed.positions },
    },
  },
];

interface Timing {
  subject: string;
  request: string;
  rows: number;
  /** From bytes; with the tables read; with the analysis remembered. */
  first: number;
  fresh: number;
  again: number;
  /** The longest step of the job that was asked with the tables read. */
  step: number;
  /** DuckDB-wasm's, from the same bytes or tables as ours. */
  peer?: { first: number; again: number };
  /** Theirs, from the numbers. */
  pandas?: number;
}

const seconds = (work: () => void): number => {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
};

const best = (turns: number, time: () => number): number =>
  Math.min(...Array.from({ length: turns }, time));

const peer = await openPeer();

/**
 * Step by step, each as small as it gets. A long reply's series are tables of their own; they go
 * with the tables they were made of.
 */
function answer(request: object) {
  const job = core.begin(JSON.stringify(request));
  let step = 0;
  for (let done = false; !done; ) {
    step = Math.max(
      step,
      seconds(() => {
        done = core.step(job, 0);
      }),
    );
  }
  const reply = core.finish(job);
  const { ok, result, error } = JSON.parse(reply);
  if (!ok) throw new Error(`${error.code}: ${error.message}`);
  for (const [, name] of reply.matchAll(/"table":"(=\d+)"/g)) core.tableDrop(name as string);
  return { result, step };
}

function drop(files: Files): void {
  for (const name of Object.keys(files)) core.tableDrop(name);
}

function time(subject: Subject, name: string, request: object, rows: number, files: Files): Timing {
  const turns = rows > 100_000 ? 1 : 3;
  const first = best(turns, () => {
    drop(files);
    return seconds(() => {
      for (const [table, bytes] of Object.entries(files)) load(core, bytes, table);
      answer(request);
    });
  });
  // An analysis that differs in anything is made anew.
  let step = Number.POSITIVE_INFINITY;
  let share = 0.9;
  const fresh = best(turns, () => {
    share += 1e-6;
    return seconds(() => {
      step = Math.min(step, answer({ ...request, invested_fraction: share }).step);
    });
  });
  let { result } = answer(request);
  const again = best(turns, () =>
    seconds(() => {
      ({ result } = answer(request));
    }),
  );
  const timed = peer.time(`${subject.name}: ${name}`, files, result, turns);
  const isPremiums = files.premium !== undefined && hasPandas;
  return {
    subject: subject.name,
    request: name,
    rows,
    first,
    fresh,
    again,
    step,
    ...(timed && { peer: timed }),
    ...(isPremiums && { pandas: pandasTime(files.premium as Uint8Array, result) }),
  };
}

const timings: Timing[] = [];
const asked = subjects.flatMap((subject) => {
  const requests = Object.entries(subject.requests).filter(([name]) => name.includes(options.only));
  return requests.length > 0 ? [{ ...subject, requests: Object.fromEntries(requests) }] : [];
});
for (const subject of asked) {
  for (const rows of sizes.filter((size) => size <= subject.most)) {
    const files = subject.files(rows);
    for (const [name, request] of Object.entries(subject.requests)) {
      timings.push(time(subject, name, request, rows, files));
    }
    drop(files);
  }
}

/** The slope of log time on log rows, of the sizes from 10,000 on: 1 is in step with the rows. */
function growth(of: Timing[]): number {
  const points = of
    .filter(({ rows }) => rows >= 10_000)
    .map(({ rows, again }) => [Math.log(rows), Math.log(again)] as const);
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const both = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return both / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const milliseconds = (value: number) => `${(value * 1000).toFixed(2).padStart(10)} ms`;
const times = (value: number) => `${value.toFixed(1).padStart(7)} ×`;

function rowOf({ rows, first, fresh, again, step, peer: other, pandas }: Timing): string {
  const own = [first, fresh, again, step].map(milliseconds).join('');
  const sql = other ? times(other.first / first) + times(other.again / again) : ''.padEnd(18);
  return `${String(rows).padStart(10)}${own} ${sql}${pandas ? times(pandas / again) : ''}`.trimEnd();
}

function printTable(): void {
  print(
    'wasm under Node, best of several turns. Of the same figures the times of DuckDB-wasm (from',
  );
  print(
    'bytes, and again) and of pandas with statsmodels (from numbers), where they can, as multiples',
  );
  print('of ours: × more than 1 means ours is faster');
  if (!hasPandas) print('pandas and statsmodels are not installed: nothing is held against them');
  const head =
    '      rows   from bytes  tables read   remembered  longest step   DuckDB   again   pandas';
  for (const { name, requests } of asked) {
    for (const request of Object.keys(requests)) {
      const of = timings.filter((one) => one.subject === name && one.request === request);
      const grows = of.length > 2 ? `, time ~ rows^${growth(of).toFixed(2)}` : '';
      print(`\n${name}: ${request}${grows}\n${head}`);
      for (const timing of of) print(rowOf(timing));
    }
  }
}

if (options.json) print(JSON.stringify(timings));
else printTable();
