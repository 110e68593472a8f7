/**
 * The codes that arise outside the core, in reading a file or keeping the worker alive. The core's
 * own are listed by `scripts/run --list`; the page has a text in every language for both. The
 * English sentences are for the command line and the console.
 */
export const engineCodes = {
  input_too_large: 'the file is larger than can be read here',
  input_unreadable: 'the file could not be read; it may have been moved or changed',
  html_without_rows: 'the page holds no table with rows of data',
  json_broken: 'the JSON breaks off or is malformed at this place',
  json_without_rows: 'the JSON holds no list of rows',
  sheet_without_rows: 'no sheet of the workbook has a row',
  sheet_damaged: 'the workbook is cut or damaged',
  sheet_encrypted: 'the workbook is protected by a password',
  archive_input: 'the archive holds no .xlsx workbook',
  inflates_too_large: 'the file unpacks to far more than a table; it was given up while unpacking',
  mixed_encoding: 'lines of the UTF-8 text are in GB18030, this one first; they were read as such',
  engine_unavailable: 'the calculation module could not be loaded',
  engine_failed: 'the calculation broke off and was given up',
} as const;

export type EngineCode = keyof typeof engineCodes;
