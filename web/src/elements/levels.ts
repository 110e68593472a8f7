// How much a finding weighs, in shape and colour; a word always stands beside them.

import type { Level } from '../generated/ops.ts';

/** Worst first. */
export const levels: Level[] = ['severe', 'warn', 'watch', 'info'];

export const levelMarks: Record<Level, string> = {
  severe: '◆',
  warn: '▲',
  watch: '●',
  info: '○',
};

export const levelColours: Record<Level, string> = {
  severe: 'severe',
  warn: 'severe',
  watch: 'watch',
  info: 'soft',
};
