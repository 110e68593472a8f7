// The cards of the numbers of an answer: each formula with the answer's own numbers put in.

import type { Answer } from '../model/answer.ts';
import type { Format } from '../texts/format.ts';
import { sourceWords } from '../texts/index.ts';
import type { Texts } from '../texts/types.ts';
import type { NumberCard } from './number-card.ts';

/** What the card of a premium needs; any row of a history has it. */
type Row = Pick<
  Answer,
  'price' | 'value' | 'premium_fraction' | 'denominator' | 'date' | 'value_date'
>;
type Common = Pick<NumberCard, 'denominator' | 'dates'>;

function common(answer: Row, texts: Texts): Common {
  const dates = [
    answer.date && `${texts.result.price} ${answer.date}`,
    answer.value_date && `${texts.result.value} ${answer.value_date}`,
  ].filter(Boolean);
  return {
    denominator: texts.words.denominator[answer.denominator],
    dates: dates.join(' · ') || undefined,
  };
}

export function premiumCard(answer: Row, texts: Texts, format: Format): NumberCard {
  const price = format.price(answer.price);
  const value = format.value(answer.value);
  return {
    ...texts.cards.premium,
    ...common(answer, texts),
    numbers: `(${price} − ${value}) ÷ ${value} = ${format.fraction(answer.premium_fraction, true)}`,
    source: `${sourceWords(texts, 'investor_guide')} · ${sourceWords(texts, 'range_guide')}`,
  };
}

export function logPremiumCard(answer: Answer, texts: Texts, format: Format): NumberCard {
  const log = format.fraction(answer.log_premium, true);
  return {
    ...texts.cards.log_premium,
    ...common(answer, texts),
    numbers: `ln ${format.price(answer.price)} − ln ${format.value(answer.value)} = ${log}`,
    source: sourceWords(texts, 'thesis'),
  };
}

export function verdictCard(answer: Answer, texts: Texts, format: Format): NumberCard {
  const { inner, outer } = answer.range;
  const size = format.fraction(Math.abs(answer.premium_fraction));
  const bands = [inner, outer].filter((band) => band !== null).map((band) => format.bar(band));
  return {
    ...texts.cards.verdict,
    ...common(answer, texts),
    numbers: `|${size}| ↔ ${bands.join(' / ') || '—'} → ${texts.words.verdict[answer.verdict]}`,
    source: sourceWords(texts, 'range_guide'),
  };
}

export function closingCard(
  answer: Answer,
  step: Answer['closing'][number],
  texts: Texts,
  format: Format,
): NumberCard {
  const to = format.fraction(step.to_premium_fraction);
  const from = format.fraction(answer.premium_fraction);
  return {
    ...texts.cards.closing,
    ...common(answer, texts),
    numbers: `(1 + ${to}) ÷ (1 + ${from}) − 1 = ${format.fraction(step.return_fraction, true)}`,
    source: sourceWords(texts, 'own'),
  };
}

export function breakevenCard(answer: Answer, texts: Texts, format: Format): NumberCard {
  const growth = format.fraction(answer.breakeven_growth_fraction, true);
  return {
    ...texts.cards.breakeven,
    ...common(answer, texts),
    numbers: `(1 + ${format.fraction(answer.premium_fraction)}) ÷ (1 + 0) − 1 = ${growth}`,
    source: sourceWords(texts, 'own'),
  };
}

export function ladderCard(
  answer: Answer,
  step: Answer['price_ladder'][number],
  texts: Texts,
  format: Format,
): NumberCard {
  const level = format.bar(step.premium_fraction);
  return {
    ...texts.cards.ladder,
    ...common(answer, texts),
    numbers: `${format.value(answer.value)} × (1 + ${level}) → ${format.price(step.price)}`,
    source: sourceWords(texts, 'exchange_rules'),
  };
}
