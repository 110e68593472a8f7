/** What the page and the converter's worker say to each other. */
import type { ErrorBody } from '../engine/error.ts';
import type { Kind } from './sniff.ts';
import type { Converted } from './tabular.ts';

export interface Order {
  source: Blob;
  kind: Kind;
}

/** Progress as often as it likes, then one of the other two. */
export type Told = { progress: number } | { tables: Converted[] } | { error: ErrorBody };
