// Each section has its own address, so that back, forward and links work.

import { Observable } from '../model/observable.ts';

export const addressOf = (name: string): string => `#/${name}`;

/** The address of one fund out of several. */
export const fundAddress = (fund: string): string =>
  `${addressOf('history')}/${encodeURIComponent(fund)}`;

/** The fund that an address names; empty if it names none. */
export function fundIn(hash: string): string {
  const [, fund = ''] = /^#\/history\/(.+)$/.exec(hash) ?? [];
  try {
    return decodeURIComponent(fund);
  } catch {
    return '';
  }
}

export function nameIn(hash: string): string {
  return /^#\/([\w-]+)/.exec(hash)?.[1] ?? '';
}

export class Route extends Observable {
  constructor() {
    super();
    addEventListener('hashchange', () => this.changed());
  }

  get name(): string {
    return nameIn(location.hash);
  }

  go(name: string): void {
    const address = addressOf(name);
    if (location.hash !== address) location.hash = address;
  }
}
