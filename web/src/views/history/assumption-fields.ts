// The assumptions of an answer, each as a field with its standard value and its source. The core says
// which there are; a panel only names them.

import { css, html, nothing } from 'lit';
import '../../elements/bar-field.ts';
import type { Assumption, AssumptionUnit } from '../../generated/ops.ts';
import type { Bars } from '../../model/bars.ts';
import type { Language } from '../../texts/format.ts';
import { sourceWords } from '../../texts/index.ts';
import type { Translated } from '../../texts/translated.ts';
import type { Texts } from '../../texts/types.ts';

export type Labels<Name extends string> = Readonly<Record<Name, string>>;

interface FieldTexts {
  title: (count: number) => string;
  changed: (count: number) => string;
  units: Record<AssumptionUnit, string>;
}

const fieldTexts: Translated<FieldTexts> = {
  zh: {
    title: (count) => `假设与参数 ${count} 项，都可改`,
    changed: (count) => `已改 ${count} 项`,
    units: {
      fraction: 'percent',
      cny: '元',
      shares: '份',
      sessions: '日',
      weekdays: '日',
      days: '天',
      years: '年',
      parts: '批',
      times: '次',
      ratio: '',
    },
  },
  en: {
    title: (count) => `${count} assumptions, each can be changed`,
    changed: (count) => `${count} changed`,
    units: {
      fraction: 'percent',
      cny: 'CNY',
      shares: 'shares',
      sessions: 'days',
      weekdays: 'days',
      days: 'days',
      years: 'years',
      parts: 'parts',
      times: '',
      ratio: '',
    },
  },
};

export const fieldStyles = css`
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
    gap: 12px calc(2 * var(--unit));
    align-items: start;
  }
`;

/** The fields of a request that the reader has changed. */
export function changedOf<Name extends string>(
  bars: Bars,
  op: string,
  labels: Labels<Name>,
): Partial<Record<Name, number>> {
  const changed: Partial<Record<Name, number>> = {};
  for (const name of Object.keys(labels) as Name[]) {
    const value = bars.get(`${op}.${name}`);
    if (value !== undefined) changed[name] = value;
  }
  return changed;
}

/** Behind the title of some bars: how many of them the reader has changed. */
export function changedMark(bars: Bars, names: readonly string[], { language }: Texts) {
  const count = names.filter((name) => bars.get(name) !== undefined).length;
  if (count === 0) return nothing;
  return html`<span class="watch small"> · ${fieldTexts[language as Language].changed(count)}</span>`;
}

/** One assumption, kept under `key`; its hint is its source where no other is given. */
export function renderField(
  bars: Bars,
  key: string,
  label: string,
  assumption: Assumption | undefined,
  texts: Texts,
  hint?: string,
) {
  if (!assumption) return nothing;
  const { standard, least, most, whole, unit, source } = assumption;
  return html`<pl-bar-field .bars=${bars} name=${key} .label=${label}
    .unit=${fieldTexts[texts.language as Language].units[unit]} .standard=${standard ?? 0} .least=${least}
    .most=${most} .whole=${whole} .hint=${hint ?? sourceWords(texts, source)}></pl-bar-field>`;
}

export function renderFields<Name extends string>(
  bars: Bars,
  op: string,
  labels: Labels<Name>,
  assumptions: Readonly<Record<string, Assumption>>,
  texts: Texts,
) {
  const own = fieldTexts[texts.language as Language];
  const names = (Object.keys(labels) as Name[]).filter((name) => assumptions[name]);
  const all = names.map((name) => `${op}.${name}`);
  return html`<details>
    <summary>${own.title(names.length)}${changedMark(bars, all, texts)}</summary>
    <div class="fields">
      ${names.map((name) => renderField(bars, `${op}.${name}`, labels[name], assumptions[name], texts))}
    </div>
  </details>`;
}
