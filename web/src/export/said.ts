// What the reader has said and changed, as lines of the report: nobody could tell it from the data.

import type { BarInfo, Known, Ops } from '../generated/ops.ts';
import { knownIn } from '../model/known.ts';
import type { Settings } from '../model/settings.ts';
import { writeEvidence } from '../texts/evidence.ts';
import { formatFor } from '../texts/format.ts';
import type { Texts } from '../texts/types.ts';
import type { TickField } from '../views/history/panels/known/known-texts.ts';
import { knownTexts } from '../views/history/panels/known/known-texts.ts';
import { exportTexts } from './export-texts.ts';

export interface SaidLine {
  kind: string;
  name: string;
  seen: string;
  fund: string;
}

type Reference = Ops['reference']['result'];

export function saidLines(
  settings: Settings,
  reference: Reference | undefined,
  texts: Texts,
): SaidLine[] {
  return [
    ...knownIn(settings).flatMap((known) => linesOf(known, texts)),
    ...barLines(settings.rule_bars ?? {}, reference, texts),
  ];
}

function linesOf(known: Known, texts: Texts): SaidLine[] {
  const own = exportTexts[texts.language];
  const words = knownTexts[texts.language];
  const fund = known.fund ?? '';
  const line = (name: string, ...parts: (string | null | undefined)[]): SaidLine => ({
    kind: own.kinds.said,
    name,
    seen: parts.filter(Boolean).join(' · '),
    fund,
  });
  const ticks = (Object.keys(words.ticks) as TickField[]).filter(
    (field) => known[field] !== undefined && known[field] !== null,
  );
  const dates: Readonly<Record<string, unknown>> = known;
  const lines = ticks.map((field) => {
    const date = dates[`${field}_date`];
    const what = words.ticks[field];
    return line(known[field] ? what : own.denied(what), typeof date === 'string' ? date : '');
  });
  if (known.purchase) {
    const limit = known.purchase_limit_cny;
    const most = limit ? formatFor(texts.language).cny(limit) : '';
    const status = texts.words.purchase_status[known.purchase];
    lines.push(line(words.purchase, status, most, known.purchase_date));
  }
  if (known.replication)
    lines.push(line(words.replication, texts.words.replication[known.replication]));
  return lines;
}

function barLines(
  bars: Record<string, number>,
  reference: Reference | undefined,
  texts: Texts,
): SaidLine[] {
  const own = exportTexts[texts.language];
  const format = formatFor(texts.language);
  const all: BarInfo[] = reference
    ? [
        ...reference.rules.flatMap((rule) => rule.bars),
        ...reference.range_bars,
        ...reference.windows,
      ]
    : [];
  const write = (key: string, value: number) =>
    writeEvidence(format, (_, word) => word, key, value);
  return Object.entries(bars).map(([name, value]) => {
    const info = all.find((bar) => bar.name === name);
    const seen = info
      ? own.bar(write(info.key, value), write(info.key, info.standard))
      : String(value);
    const [code = ''] = name.split('.');
    const names = texts.result.rule_names as Readonly<Record<string, string>>;
    return { kind: own.kinds.bar, name: `${names[code] ?? code} (${name})`, seen, fund: '' };
  });
}
