// The report of the data as rows of a table: each finding with its rows, evidence, effect and mend,
// then what was clean and what could not be checked.

import type { DataCheck, Ops, Unjudged } from '../generated/ops.ts';
import type { LoadedTable } from '../model/loaded-table.ts';
import { formatFor } from '../texts/format.ts';
import { findingWords, sourceWords } from '../texts/index.ts';
import type { Texts } from '../texts/types.ts';
import { effectWords, mendWords, rowRanges } from '../views/history/check-words.ts';
import { exportTexts } from './export-texts.ts';
import type { SaidLine } from './said.ts';
import type { Column, ExportTable } from './table.ts';

export type Report = Ops['data_doctor']['result'];

/** The columns of the report, in order. */
const fields = [
  'kind',
  'level',
  'name',
  'seen',
  'why',
  'fund',
  'table',
  'column',
  'rows_count',
  'rows',
  'effect',
  'mend',
  'mended',
  'needs',
  'source',
] as const;

/** In words; what a line has nothing of is empty. */
export type ReportLine = Record<(typeof fields)[number], string>;

const blank = Object.fromEntries(fields.map((field) => [field, ''])) as unknown as ReportLine;

export function reportLines(
  report: Report,
  tables: LoadedTable[],
  texts: Texts,
  said: SaidLine[] = [],
): ReportLine[] {
  const own = exportTexts[texts.language];
  const { rule_names } = texts.result;
  return [
    ...said.map((line) => ({ ...blank, ...line })),
    ...report.findings.map((check) => findingLine(check, tables, texts)),
    ...report.unchecked.map((one) => uncheckedLine(one, texts)),
    ...report.clean.map((code) => ({ ...blank, kind: own.kinds.clean, name: rule_names[code] })),
  ];
}

function findingLine(check: DataCheck, tables: LoadedTable[], texts: Texts): ReportLine {
  const own = exportTexts[texts.language];
  const format = formatFor(texts.language);
  const { code, level, evidence, source, fund, mend, mended, rows, rows_count } = check;
  const { line, why } = findingWords(texts, code, evidence);
  const fileOf = (name: string) => tables.find((table) => table.name === name)?.file ?? '';
  const parts = [{ table: check.table, rows }, ...check.elsewhere];
  const listed = parts
    .filter((part) => part.rows.length > 0)
    .map((part) => (parts.length > 1 ? `${fileOf(part.table)}: ` : '') + rowRanges(part.rows));
  const all = parts.reduce((sum, part) => sum + part.rows.length, 0);
  return {
    kind: own.kinds.found,
    level: texts.words.level[level],
    name: texts.result.rule_names[code],
    seen: line,
    why,
    fund,
    table: fileOf(check.table),
    column: check.column ?? '',
    rows_count: String(rows_count),
    rows: listed.join('; ') + (rows_count > all ? own.listed : ''),
    effect: effectWords(check, texts, format),
    mend: mend ? mendWords(mend, texts, format) : own.no_mend,
    mended: mended ? own.mended_note : '',
    needs: '',
    source: sourceWords(texts, source),
  };
}

function uncheckedLine({ code, needs }: Unjudged, texts: Texts): ReportLine {
  const own = exportTexts[texts.language];
  const list = needs.map((need) => texts.words.need[need]);
  return {
    ...blank,
    kind: own.kinds.unchecked,
    name: texts.result.rule_names[code],
    needs: list.join(texts.language === 'zh' ? '、' : ', '),
  };
}

export function reportTable(lines: ReportLine[], texts: Texts): ExportTable {
  const own = exportTexts[texts.language];
  const columns = fields.map((field): Column => {
    const text = (row: number) => lines[row]?.[field] || null;
    return { key: field, title: own[field], kind: 'text', at: text };
  });
  return { rows: lines.length, columns };
}
