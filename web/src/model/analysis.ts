import type { Ops } from '../generated/ops.ts';

export type Analysis = Ops['analyze']['result'];
