/**
 * What own_past makes of a series of premiums, made by pandas and statsmodels too: the rolling band
 * of 60 days and the autoregression. Figures that are not ours are no time at all.
 */
import { spawnSync } from 'node:child_process';

const program = `
import sys, time, json
import pandas as pd, statsmodels.api as sm
x = pd.read_csv(sys.stdin)['premium']
best = None
for turn in range(2):
    began = time.perf_counter()
    window = x.rolling(60)
    mean, sd = window.mean(), window.std()
    median, low, high = (window.quantile(p) for p in (0.5, 0.05, 0.95))
    fit = sm.OLS(x.values[1:], sm.add_constant(x.values[:-1])).fit()
    took = time.perf_counter() - began
    best = took if best is None else min(best, took)
last = [float(one.iloc[-1]) for one in (mean, sd, median, low, high)]
print(json.dumps({'seconds': best, 'last': last, 'persistence': float(fit.params[1])}))
`;

interface Made {
  seconds: number;
  last: [number, number, number, number, number];
  persistence: number;
}

const python = process.env.PYTHON ?? '/usr/bin/python3';

export const hasPandas =
  spawnSync(python, ['-c', 'import pandas, statsmodels.api'], { stdio: 'ignore' }).status === 0;

/** Seconds, of the same series as ours: `date,premium`. */
export function pandasTime(file: Uint8Array, result: unknown): number {
  const run = spawnSync(python, ['-c', program], { input: file, maxBuffer: 1 << 20 });
  if (run.status !== 0) throw new Error(`pandas: ${run.stderr}`);
  const { seconds, last, persistence } = JSON.parse(String(run.stdout)) as Made;
  const ours = result as { band: { latest: Record<string, number> }; persistence: number };
  const { mean = 0, median, quantile_low, quantile_high, high = 0 } = ours.band.latest;
  const all = [mean, (high - mean) / 2, median, quantile_low, quantile_high, ours.persistence];
  const theirs = [...last, persistence];
  if (!all.every((one, at) => Math.abs((one as number) - (theirs[at] as number)) < 1e-8)) {
    throw new Error(`pandas has other figures: ${theirs.join(' ')}, not ${all.join(' ')}`);
  }
  return seconds;
}
