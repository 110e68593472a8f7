// Each section has its own address, so that back, forward and links work.

import { Observable } from '../model/observable.ts';

export const addressOf = (name: string): string => `#/${name}`;

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
    if (this.name !== name) location.hash = addressOf(name);
  }
}
