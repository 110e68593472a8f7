/**
 * Made markets for the bench of the analyses, the same every time: an index and an exchange rate
 * that walk, a NAV that follows both (the rate of the day before), a price around the NAV of two
 * days before.
 */

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Weekdays from 1970 on. */
export function weekdays(count: number): string[] {
  const days: string[] = [];
  for (let day = 0; days.length < count; day++) {
    const date = new Date(day * 86_400_000);
    if (date.getUTCDay() % 6 !== 0) days.push(date.toISOString().slice(0, 10));
  }
  return days;
}

export interface Market {
  days: string[];
  price: number[];
  nav: number[];
  index: number[];
  fx: number[];
}

export function makeMarket(days: string[], seed = 1): Market {
  const next = random(seed);
  const normal = () => next() + next() + next() + next() - 2;
  const made: Market = { days, price: [], nav: [], index: [], fx: [] };
  let [index, fx, premium, tracking] = [1000, 7, 0.02, 0];
  for (let day = 0; day < days.length; day++) {
    index *= Math.exp(0.01 * normal());
    fx *= Math.exp(0.002 * normal());
    tracking = 0.0005 * normal();
    premium = 0.98 * premium + 0.004 * normal();
    made.index.push(index);
    made.fx.push(fx);
    const rate = (made.fx[day - 1] ?? fx) as number;
    made.nav.push((index * rate * Math.exp(tracking)) / 7000);
    made.price.push((made.nav[day - 2] ?? (made.nav[day] as number)) * (1 + premium));
  }
  return made;
}

export function csv(header: string, lines: Iterable<string>): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${header}\n${[...lines].join('\n')}\n`);
}
