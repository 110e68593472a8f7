/**
 * The figures of the analyses that SQL can make too, by DuckDB-wasm: the premium against the NAV
 * published by then, by an as-of join, and a NAV's dating, by covariances. Figures that are not
 * ours are no time at all.
 */
import { openDuckDb } from './contestants.ts';

type Files = Record<string, Uint8Array<ArrayBuffer>>;

export interface PeerTimes {
  first: number;
  again: number;
}

/** What the peer makes of the tables, and what must agree with our reply. */
interface Answer {
  query: string;
  agrees(rows: Record<string, number>[], result: unknown): boolean;
}

const lags = [-3, -2, -1, 0, 1, 2, 3];
const nameOf = (lag: number) => (lag < 0 ? `m${-lag}` : `p${lag}`);

/** The NAV of two sessions before is what a day's price can be held against. */
const publishedOfOne = `
  SELECT p.close / n.nav - 1 AS premium
  FROM (SELECT date, close, lag(date, 2) OVER (ORDER BY date) AS known FROM price) p
  ASOF LEFT JOIN nav n ON p.known >= n.date ORDER BY p.date`;
const publishedOfPanel = `
  SELECT p.close / n.nav - 1 AS premium
  FROM (SELECT code, date, close,
          lag(date, 2) OVER (PARTITION BY code ORDER BY date) AS known FROM panel) p
  ASOF LEFT JOIN panel n ON p.code = n.code AND p.known >= n.date ORDER BY p.code, p.date`;

function datingQuery(): string {
  const lagged = (column: string, letter: string) =>
    lags.map((k) => `lag(${column}, ${k}) OVER w AS ${letter}${nameOf(k)}`);
  const level = `SELECT nav.date, ln(nav) AS n, ${[...lagged('ln(NDX)', 'i'), ...lagged('ln(USDCNY)', 'x')].join(', ')}
    FROM nav JOIN index USING (date) JOIN fx USING (date) WINDOW w AS (ORDER BY nav.date)`;
  const names = ['n', ...lags.map((k) => `i${nameOf(k)}`), ...lags.map((k) => `x${nameOf(k)}`)];
  const returns = `SELECT ${names.map((name) => `${name} - lag(${name}) OVER (ORDER BY date) AS ${name}`)} FROM (${level})`;
  const moments = ['var_samp(n) AS n'];
  for (const k of lags) {
    for (const letter of ['i', 'x']) {
      const name = letter + nameOf(k);
      moments.push(`var_samp(${name}) AS ${name}`, `covar_samp(n, ${name}) AS n${name}`);
    }
    for (const m of lags) {
      const [i, x] = [`i${nameOf(k)}`, `x${nameOf(m)}`];
      moments.push(`covar_samp(${i}, ${x}) AS ${i}${x}`);
    }
  }
  return `SELECT ${moments.join(', ')} FROM (${returns})`;
}

/** The lags of the smallest residual variance, from the moments. */
function datingOf(moments: Record<string, number>): [number, number] {
  const at = (name: string) => moments[name] as number;
  let [least, found] = [Number.POSITIVE_INFINITY, [0, 0] as [number, number]];
  for (const k of lags) {
    for (const m of lags) {
      const [i, x] = [`i${nameOf(k)}`, `x${nameOf(m)}`];
      const [ii, xx, ix] = [at(i), at(x), at(i + x)];
      const [ni, nx] = [at(`n${i}`), at(`n${x}`)];
      const rest = at('n') - (ni * ni * xx - 2 * ni * nx * ix + nx * nx * ii) / (ii * xx - ix * ix);
      if (rest < least) [least, found] = [rest, [k, m]];
    }
  }
  return found;
}

/** Rows whose value is missing have no premium; the last row has one. */
function samePremium(rows: Record<string, number>[], result: unknown): boolean {
  const { latest } = result as { latest?: { premium_fraction: number } | null };
  const premium = rows[rows.length - 1]?.premium as number;
  return !latest || Math.abs(latest.premium_fraction - premium) < 1e-9;
}

const answers: Record<string, Answer> = {
  'one fund by day: analyze': { query: publishedOfOne, agrees: samePremium },
  'a panel, 1,000 days a fund: analyze': { query: publishedOfPanel, agrees: samePremium },
  'one fund by day: nav_dating': {
    query: datingQuery(),
    agrees([moments], result) {
      const { index, fx } = result as { index: { best: number }; fx: { best: number } };
      const [k, m] = datingOf(moments as Record<string, number>);
      return index.best === k && fx.best === m;
    },
  },
};

export async function openPeer() {
  const { db, connection } = await openDuckDb();
  const seconds = (work: () => void): number => {
    const began = performance.now();
    work();
    return (performance.now() - began) / 1000;
  };
  const read = (files: Files) => {
    for (const [name, bytes] of Object.entries(files)) {
      db.registerFileBuffer(`${name}.csv`, bytes.slice()); // it may keep what it is given
      connection.query(
        `CREATE OR REPLACE TABLE "${name}" AS SELECT * FROM read_csv('${name}.csv')`,
      );
      db.dropFile(`${name}.csv`);
    }
  };
  return {
    /** Nothing where SQL has no answer to this one. */
    time(name: string, files: Files, result: unknown, turns: number): PeerTimes | undefined {
      const answer = answers[name];
      if (!answer) return undefined;
      let rows: Record<string, number>[] = [];
      const ask = () => {
        const table = connection.query(answer.query);
        rows = [table.get(table.numRows - 1)?.toJSON() as Record<string, number>];
      };
      let [first, again] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (let turn = 0; turn < turns; turn++) {
        first = Math.min(
          first,
          seconds(() => {
            read(files);
            ask();
          }),
        );
        again = Math.min(again, seconds(ask));
      }
      if (!answer.agrees(rows, result)) {
        throw new Error(`${name}: DuckDB has other figures: ${JSON.stringify(rows)}`);
      }
      for (const table of Object.keys(files)) connection.query(`DROP TABLE "${table}"`);
      return { first, again };
    },
  };
}
