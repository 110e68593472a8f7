// A page with nothing but the engine, built like the real one, for what has to be measured or
// broken without a view in between. The workers are counted as they are started.
import { Engine } from '../../../web/src/engine/engine.ts';

const workers: Worker[] = [];
const states: string[] = [];

globalThis.Worker = class extends Worker {
  constructor(url: string | URL) {
    super(url);
    workers.push(this);
  }
};

const engine = new Engine();
engine.onState((state) => states.push(state));

/** So many days of one fund, as a file that is never a string as a whole. */
function history(rows: number): Blob {
  const lines: string[] = [];
  for (let i = 0; i < rows; i++) {
    const day = new Date(Date.UTC(1990, 0, 1) + (i % 20_000) * 86_400_000);
    const value = 1 + (i % 977) / 1000;
    const price = value * (1 + ((i % 89) - 40) / 1000);
    lines.push(`${day.toISOString().slice(0, 10)},${price.toFixed(3)},${value.toFixed(4)}\n`);
  }
  return new Blob(['日期,收盘价,净值\n', ...lines]);
}

/** Asks for a quick check every `everyMs` until `job` is over; how long each answer took, in ms. */
async function keystrokesDuring(job: Promise<unknown>, everyMs: number): Promise<number[]> {
  let over = false;
  const ended = job.then(
    () => {
      over = true;
    },
    () => {
      over = true;
    },
  );
  const waits: number[] = [];
  while (!over) {
    const asked = performance.now();
    await engine.run('premium', { price: 1.8 + waits.length / 1000, value: 1.7445 });
    if (!over) waits.push(performance.now() - asked);
    await new Promise((later) => setTimeout(later, everyMs));
  }
  await ended;
  return waits;
}

const probe = { Engine, engine, workers, states, history, keystrokesDuring };
export type Probe = typeof probe;
Object.assign(globalThis, { probe });
