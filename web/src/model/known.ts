// What only the reader knows of a fund: the ticks, their days and amounts. An export of the page's
// own carries them, and they come back with it.

import type { Known, Ops, PurchaseStatus, Replication } from '../generated/ops.ts';

/** What is known of each fund, as a list. */
export const knownIn = ({ known }: Pick<Ops['analyze']['request'], 'known'>): Known[] =>
  Array.isArray(known) ? known : known ? [known] : [];

const statuses: readonly unknown[] = ['open', 'limited', 'suspended'] satisfies PurchaseStatus[];
const replications: readonly unknown[] = ['full', 'sampling', 'synthetic'] satisfies Replication[];
const isTick = (value: unknown): boolean => typeof value === 'boolean';
const isText = (value: unknown): boolean => typeof value === 'string';
const isDay = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

const checks: Required<Record<keyof Known, (value: unknown) => boolean>> = {
  fund: isText,
  risk_notice: isTick,
  risk_notice_date: isDay,
  purchase: (value) => statuses.includes(value),
  purchase_date: isDay,
  purchase_limit_cny: (value) => typeof value === 'number' && value > 0 && value < 1e15,
  halt: isTick,
  halt_date: isDay,
  quota_released: isTick,
  quota_released_date: isDay,
  index_high: isTick,
  index_high_date: isDay,
  cash_creation: isTick,
  holdings_halted: isTick,
  replication: (value) => replications.includes(value),
};

const mostFunds = 1000;

/** Of what a file says is known, that which can be: the rest is left out, and what says nothing. */
export function readKnown(value: unknown): Known[] {
  const list = Array.isArray(value) ? value : [value];
  return list.slice(0, mostFunds).flatMap((one: unknown): Known[] => {
    if (typeof one !== 'object' || one === null) return [];
    const entries = Object.entries(one).filter(
      ([field, given]) =>
        Object.hasOwn(checks, field) && checks[field as keyof typeof checks](given),
    );
    const isSomething = entries.some(([field]) => field !== 'fund' && !field.endsWith('_date'));
    return isSomething ? [Object.fromEntries(entries) as Known] : [];
  });
}

/** The newer one of each fund. */
export function joined(older: Known[], newer: Known[]): Known[] {
  const funds = new Set(newer.map(({ fund }) => fund ?? ''));
  return [...older.filter(({ fund }) => !funds.has(fund ?? '')), ...newer];
}
