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
  /** Made once, when the tables are read: ours remembers the premiums of the same tables too. */
  prepare?: string;
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

const premiums = `CREATE OR REPLACE TABLE premium AS
  SELECT date, close / nav - 1 AS premium
  FROM (SELECT p.date, p.close, n.nav
        FROM (SELECT date, close, lag(date, 2) OVER (ORDER BY date) AS known FROM price) p
        ASOF JOIN nav n ON p.known >= n.date) ORDER BY date`;

const near = (ours: unknown, theirs: unknown) => Math.abs(Number(ours) - Number(theirs)) < 1e-9;

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
  // All but the HAC error and the years.
  'one fund by day: describe': {
    prepare: premiums,
    query: `SELECT avg(premium) AS mean, stddev_samp(premium) AS sd, min(premium) AS min,
      max(premium) AS max, quantile_cont(premium, [0.25, 0.5, 0.75])[1] AS q1,
      quantile_cont(premium, [0.25, 0.5, 0.75])[3] AS q3, median(premium) AS median FROM premium`,
    agrees([row], result) {
      const ours = result as Record<string, unknown>;
      return ['mean', 'sd', 'min', 'max', 'q1', 'median', 'q3'].every((name) =>
        near(ours[name], row?.[name]),
      );
    },
  },
  // The rolling band alone, without standing, widening and autoregression.
  'one fund by day: own_past': {
    prepare: premiums,
    query: `SELECT avg(premium) OVER w AS mean, stddev_samp(premium) OVER w AS sd,
      quantile_cont(premium, 0.5) OVER w AS median, quantile_cont(premium, 0.05) OVER w AS low,
      quantile_cont(premium, 0.95) OVER w AS high FROM premium
      WINDOW w AS (ORDER BY date ROWS BETWEEN 59 PRECEDING AND CURRENT ROW) ORDER BY date`,
    agrees([row], result) {
      const { latest } = (result as { band: { latest: Record<string, number> } }).band;
      return (
        near(latest.mean, row?.mean) &&
        near(latest.median, row?.median) &&
        near(latest.quantile_low, row?.low) &&
        near(latest.quantile_high, row?.high) &&
        near((latest.high as number) - (latest.mean as number), 2 * (row?.sd as number))
      );
    },
  },
  // The quarters alone, without streaks and yardsticks.
  'one fund by day: disclosure': {
    prepare: premiums,
    query: `SELECT year(date) AS y, quarter(date) AS q, count(*) AS days,
      count(*) FILTER (premium > 0) AS up, count(*) FILTER (premium < 0) AS down,
      ${[0.005, 0.01, 0.02, 0.03, 0.05, 0.1]
        .map(
          (bar, at) => `count(*) FILTER (premium >= ${bar}) AS up${at},
            count(*) FILTER (premium <= -${bar}) AS down${at}`,
        )
        .join(', ')}
      FROM premium GROUP BY 1, 2 ORDER BY 1, 2`,
    agrees([row], result) {
      const { quarters } = result as {
        quarters: { premium_days: number; discount_days: number; beyond_premium: number[] }[];
      };
      const last = quarters.at(-1);
      return (
        near(last?.premium_days, row?.up) &&
        near(last?.discount_days, row?.down) &&
        near(last?.beyond_premium[2], row?.up2)
      );
    },
  },
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
            if (answer.prepare) connection.query(answer.prepare);
            ask();
          }),
        );
        again = Math.min(again, seconds(ask));
      }
      if (!answer.agrees(rows, result)) {
        throw new Error(`${name}: DuckDB has other figures: ${JSON.stringify(rows)}`);
      }
      if (answer.prepare) connection.query('DROP TABLE premium');
      for (const table of Object.keys(files)) connection.query(`DROP TABLE "${table}"`);
      return { first, again };
    },
  };
}
