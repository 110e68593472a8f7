// One report, exported with its data: as a workbook, as JSON, or each by itself.

import type { Calculator } from '../model/engine.ts';
import type { Analysed } from '../model/workspace.ts';
import { formatFor } from '../texts/format.ts';
import type { Texts } from '../texts/types.ts';
import { writeCsv } from './csv.ts';
import { exportTexts } from './export-texts.ts';
import type { FundData } from './fund-data.ts';
import { readFundData } from './fund-data.ts';
import { writeJson } from './json.ts';
import { writeMarkdown } from './markdown.ts';
import { Pace, type Tell } from './pace.ts';
import type { Report } from './report.ts';
import { reportLines, reportTable } from './report.ts';
import type { SaidLine } from './said.ts';
import { saidLines } from './said.ts';
import { mostSheetRows, writeWorkbook } from './workbook.ts';

export type ExportKind = 'book' | 'json' | 'csv' | 'markdown';

export interface ExportFile {
  name: string;
  blob: Blob;
}

/** More rows than a sheet can hold. */
export class TooLong extends Error {
  readonly rows: number;

  constructor(rows: number) {
    super(`${rows} rows do not fit into a sheet`);
    this.rows = rows;
  }
}

const endings: Record<ExportKind, string> = {
  book: '.xlsx',
  json: '.json',
  csv: '.csv',
  markdown: '.md',
};

/** Making the rows in the core takes about as long as a quarter of writing them. */
const coreShare = 0.2;

export async function exportAs(
  kind: ExportKind,
  engine: Calculator,
  analysed: Analysed,
  texts: Texts,
  tell: Tell,
  signal?: AbortSignal,
): Promise<ExportFile> {
  const request = { ...analysed.settings, tables: analysed.tables.map(({ name }) => name) };
  const options = {
    onProgress: (fraction: number) => tell(coreShare * fraction),
    ...(signal ? { signal } : {}),
  };
  const report = await engine.run('data_doctor', request, options);
  const rows = await engine.run('export_rows', request, options);
  const reference = analysed.settings.rule_bars
    ? await engine.run('reference', {}, options)
    : undefined;
  if (kind === 'book' && rows.rows >= mostSheetRows) throw new TooLong(rows.rows);
  const data = await readFundData(engine, rows, analysed.result, texts);
  signal?.throwIfAborted();
  const pace = new Pace(tell, signal).within(coreShare, 1 - coreShare);
  const name = fileName(analysed, data, texts) + endings[kind];
  return {
    name,
    blob: await written(kind, {
      analysed,
      report,
      data,
      texts,
      pace,
      said: saidLines(analysed.settings, reference, texts),
    }),
  };
}

interface Writing {
  analysed: Analysed;
  report: Report;
  data: FundData;
  texts: Texts;
  pace: Pace;
  said: SaidLine[];
}

async function written(
  kind: ExportKind,
  { analysed, report, data, texts, pace, said }: Writing,
): Promise<Blob> {
  const own = exportTexts[texts.language];
  const lines = reportLines(report, analysed.tables, texts, said);
  const tables = analysed.tables.map(({ file }) => file).filter(Boolean);
  const { code, name } = analysed.result.fund;
  switch (kind) {
    case 'csv':
      return writeCsv(data, pace);
    case 'book':
      return writeWorkbook(
        [
          { name: own.sheet_data, ...data },
          { name: own.sheet_report, ...reportTable(lines, texts) },
        ],
        pace,
      );
    case 'markdown': {
      const fund = [name, code].filter(Boolean).join(' ');
      const period = [data.from, data.to].filter(Boolean).join(' – ');
      return writeMarkdown({ fund, period, tables }, report, lines, texts);
    }
    case 'json':
      return writeJson({ ...headOf(analysed, report, data), report_words: lines }, data, pace);
  }
}

/** The tables are named by their files: what the core calls them means nothing elsewhere. */
function headOf({ result, settings, tables }: Analysed, report: Report, { from, to }: FundData) {
  const files = new Map(tables.map(({ name, file }) => [name, file]));
  const named = (value: unknown, key?: string): unknown => {
    if (key === 'table' && typeof value === 'string') return files.get(value) ?? value;
    if (Array.isArray(value)) return value.map((one) => named(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, named(one, name)]));
  };
  const { fund, shape, denominator, warning_denominator } = result;
  return {
    program: 'PremiumLens',
    shape,
    fund,
    from: from || null,
    to: to || null,
    denominator,
    warning_denominator,
    settings: named(settings),
    report: named(report),
  };
}

/** The fund and its days; letters that no file may bear are left out. */
function fileName({ result }: Analysed, { from, to }: FundData, texts: Texts): string {
  const { fund, shape, funds } = result;
  const own = exportTexts[texts.language];
  const isMany = shape === 'cross_section' || shape === 'panel';
  const count = formatFor(texts.language).count(funds.length);
  const who = isMany ? own.several(count) : fund.code || fund.name;
  const parts = [who || 'premiumlens', from, to === from ? '' : to].filter(Boolean);
  return parts.join('_').replace(/[^\p{L}\p{N}._-]/gu, '');
}
