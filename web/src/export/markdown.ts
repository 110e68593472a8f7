// The report of the data as Markdown, to be read or sent.

import type { Texts } from '../texts/types.ts';
import { checksTexts } from '../views/history/checks-texts.ts';
import { exportTexts } from './export-texts.ts';
import type { Report, ReportLine } from './report.ts';

export interface ReportHead {
  fund: string;
  period: string;
  tables: string[];
}

const detailFields = ['rows', 'effect', 'mend', 'mended', 'source'] as const;

export function writeMarkdown(
  { fund, period, tables }: ReportHead,
  { findings, clean, unchecked }: Report,
  lines: ReportLine[],
  texts: Texts,
): Blob {
  const own = checksTexts[texts.language];
  const of = (kind: 'found' | 'clean' | 'unchecked' | 'said' | 'bar') =>
    lines.filter((line) => line.kind === exportTexts[texts.language].kinds[kind]);
  const count = (list: unknown[]) => String(list.length);
  const parts = [
    `# ${[own.report, fund].filter(Boolean).join(' · ')}`,
    [period, ...tables]
      .filter(Boolean)
      .map((line) => `- ${escaped(line)}`)
      .join('\n'),
    own.summary(count(findings), count(clean), count(unchecked)),
    [...of('said'), ...of('bar')]
      .map(({ kind, name, seen }) => `- ${escaped([kind, name, seen].filter(Boolean).join(' · '))}`)
      .join('\n'),
    `## ${own.findings}`,
    ...(of('found').length > 0
      ? of('found').map((line) => findingOf(line, texts))
      : [own.nothing_found]),
    `## ${own.clean}`,
    of('clean')
      .map(({ name }) => `- ${escaped(name)}`)
      .join('\n'),
    `## ${own.unchecked}`,
    of('unchecked')
      .map(({ name, needs }) => `- ${escaped(name)} (${escaped(own.needs(needs))})`)
      .join('\n'),
  ];
  return new Blob([`${parts.filter(Boolean).join('\n\n')}\n`], {
    type: 'text/markdown;charset=utf-8',
  });
}

function findingOf(line: ReportLine, texts: Texts): string {
  const own = exportTexts[texts.language];
  const place = [line.fund, line.table, line.column].filter(Boolean).join(' · ');
  const details = detailFields
    .filter((field) => line[field])
    .map((field) => `- ${own[field]}: ${escaped(line[field])}`);
  return [
    `### ${line.level} · ${escaped(line.name)}`,
    escaped(line.seen),
    escaped(line.why),
    [...(place ? [`- ${own.table}: ${escaped(place)}`] : []), ...details].join('\n'),
  ].join('\n\n');
}

/** What a file or a column is called must not become markup. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
