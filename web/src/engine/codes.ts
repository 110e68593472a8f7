/**
 * The codes that arise outside the core, in reading a file or keeping the worker alive. The core's
 * own are listed by `scripts/run --list`; the page has a text in every language for both. The
 * English sentences are for the command line and the console.
 */
export const engineCodes = {
  input_too_large: 'the file is larger than can be read here',
  input_unreadable: 'the file could not be read; it may have been moved or changed',
  engine_unavailable: 'the calculation module could not be loaded',
  engine_failed: 'the calculation broke off and was given up',
} as const;

export type EngineCode = keyof typeof engineCodes;
