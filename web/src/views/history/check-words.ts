// One finding of the data check in words, the same on the page and in what is exported.

import type { CheckEffect, DataCheck, Mend } from '../../generated/ops.ts';
import type { Format } from '../../texts/format.ts';
import { wordOf } from '../../texts/index.ts';
import type { Texts } from '../../texts/types.ts';
import { inline } from '../../texts/zh/spacing.ts';
import { checksTexts } from './checks-texts.ts';

/** What it does to the premiums. */
export function effectWords({ effect, mended }: DataCheck, texts: Texts, format: Format): string {
  const own = checksTexts[texts.language];
  if (!effect) return own.effect_none;
  const days = (count: number) => format.amountOf(count, '天', 'day');
  if (!effect.recomputed) {
    const { rows_touched, largest_premium_fraction, largest_premium_date } = effect;
    if (rows_touched === 0) return own.effect_untouched;
    const premium = format.fraction(largest_premium_fraction, true);
    return own.effect_touched(days(rows_touched), premium, format.date(largest_premium_date));
  }
  const { rows_changed, rows_lost, rows_gained } = effect;
  if (rows_changed + rows_lost + rows_gained === 0) return own.effect_unchanged;
  const parts = [
    latestChange(effect, mended, texts, format),
    own.effect_days(days(rows_changed)),
    largestChange(effect, texts, format),
    rows_lost > 0 ? own.effect_lost(days(rows_lost)) : '',
    rows_gained > 0 ? own.effect_gained(days(rows_gained)) : '',
    effect.days_over_before === effect.days_over_after
      ? ''
      : own.effect_over(
          format.bar(effect.over_bar_fraction),
          format.count(effect.days_over_before),
          format.count(effect.days_over_after),
        ),
  ].filter(Boolean);
  const { denominator } = effect;
  const word = denominator ? texts.words.denominator[denominator] : '';
  const by = word ? own.effect_by(texts.language === 'zh' ? inline(word).trim() : word) : '';
  return texts.language === 'zh' ? `${parts.join('，')}${by}。` : `${parts.join('; ')}${by}.`;
}

/** Of several funds there is no one latest. */
function latestChange(effect: CheckEffect, mended: boolean, texts: Texts, format: Format): string {
  const own = checksTexts[texts.language];
  const { latest_before_fraction: before, latest_after_fraction: after } = effect;
  if (before === null && after === null) return '';
  const [from, to] = [format.fraction(before, true), format.fraction(after, true)];
  return from === to ? own.effect_latest_same(to) : own.effect_latest(mended, from, to);
}

function largestChange(effect: CheckEffect, texts: Texts, format: Format): string {
  const { largest_change_date, largest_change_fraction } = effect;
  if (!largest_change_date || largest_change_fraction === null) return '';
  const own = checksTexts[texts.language];
  return own.effect_largest(largest_change_date, format.points(largest_change_fraction));
}

/** How it can be mended: what is done, to what, between which days. */
export function mendWords(mend: Mend, texts: Texts, format: Format): string {
  const own = checksTexts[texts.language];
  const { kind, role, from, to, factor, sessions } = mend;
  const details = [
    role === 'other' ? '' : wordOf(texts, 'role', role),
    factor === null ? '' : own.mend_factor(format.ratio(factor)),
    sessions === null ? '' : own.mend_sessions(format.number(sessions, 0, true)),
    from && to ? own.mend_from_to(from, to) : '',
  ].filter(Boolean);
  const list = details.join(texts.language === 'zh' ? '，' : ', ');
  const name = texts.words.mend_kind[kind];
  if (!list) return name;
  return texts.language === 'zh' ? `${name}（${list}）` : `${name} (${list})`;
}

/** Row numbers in order, neighbours put together: "3, 7–12". */
export function rowRanges(rows: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && row <= last[1] + 1) last[1] = row;
    else spans.push([row, row]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
