// The one way to a text.

import type { EvidenceMap } from './evidence.ts';
import { Said, writeEvidence } from './evidence.ts';
import type { Language } from './format.ts';
import { formatFor } from './format.ts';
import type { ErrorText, FindingText, Place, Texts } from './types.ts';

/** Brings the texts of one language; a reader needs no more of them than one. */
export const loadTexts: Record<Language, () => Promise<Texts>> = {
  zh: async () => (await import('./zh/index.ts')).zh,
  en: async () => (await import('./en/index.ts')).en,
};

/** A word of one of the core's vocabularies, named by `group` ("kind", "denominator", …). */
export function wordOf(texts: Texts, group: string, word: string): string {
  const { words } = texts;
  // The side on which something was seen is the role of a column.
  const groups: Record<string, Record<string, string> | undefined> = {
    ...words,
    side: words.role,
    other_side: words.role,
    said_denominator: words.denominator,
  };
  return groups[group]?.[word] ?? word;
}

/** The bars that a finding was judged by and that the reader has changed: their standards. */
export const standardsOf = (evidence: EvidenceMap): string[] =>
  Object.keys(evidence).filter((key) => key.startsWith('standard_'));

/** A rule's name; where its bar is another than the name says, that one with it. */
export function ruleName(
  texts: Texts,
  code: keyof Texts['findings'],
  bars: Readonly<Record<string, number>> | null | undefined,
): string {
  const name = texts.result.rule_names[code];
  const changed = Object.keys(bars ?? {}).filter((bar) => bar.startsWith(`${code}.`));
  if (changed.length === 0) return name;
  const format = formatFor(texts.language);
  const words = changed.map((bar) => {
    const key = bar.slice(bar.lastIndexOf('.') + 1);
    return writeEvidence(format, (_, word) => word, key, bars?.[bar]);
  });
  return texts.result.rule_changed(name, words.join(texts.language === 'zh' ? '、' : ', '));
}

export interface FindingWords {
  line: string;
  why: string;
}

export function findingWords(texts: Texts, code: string, evidence: EvidenceMap): FindingWords {
  const text = (texts.findings as Readonly<Record<string, FindingText>>)[code];
  if (!text) return { line: code, why: '' };
  const said = new Said(evidence, formatFor(texts.language), (group, word) =>
    wordOf(texts, group, word),
  );
  return { line: text.line(said), why: text.why };
}

export function errorWords(texts: Texts, code: string, place: Place): string {
  const text = (texts.errors as Readonly<Record<string, ErrorText>>)[code] ?? texts.errors.internal;
  return text(place, formatFor(texts.language));
}

/** “Title”, author, date. */
export function sourceWords(texts: Texts, source: keyof Texts['sources']): string {
  const { title, author, date } = texts.sources[source];
  return texts.language === 'zh' ? `${title}，${author}，${date}` : `${title}; ${author}; ${date}`;
}

/** A word as it stands at the head of a line or in a list; Chinese is left as it is. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
