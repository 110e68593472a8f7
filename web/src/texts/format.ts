// Numbers as a reader of either language expects them: a true minus sign (U+2212, as wide as a
// plus, so columns align), a narrow space before a unit, "—" for what is missing.

import type { IsoDate } from '../model/brand.ts';

export type Language = 'zh' | 'en';
export type Maybe = number | null | undefined;

export const missing = '—';
const minus = '\u2212';
const narrow = '\u202f';

const moneySteps: Record<Language, [number, string][]> = {
  zh: [
    [1e8, '亿元'],
    [1e4, '万元'],
  ],
  en: [
    [1e9, 'bn'],
    [1e6, 'm'],
  ],
};

const cache = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, digits: number, sign: boolean): Intl.NumberFormat {
  const key = `${language} ${digits} ${sign}`;
  let found = cache.get(key);
  if (!found) {
    found = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      // 'negative' and 'exceptZero' drop the sign of a value that rounds to zero.
      signDisplay: (sign ? 'exceptZero' : 'negative') as Intl.NumberFormatOptions['signDisplay'],
    });
    cache.set(key, found);
  }
  return found;
}

const present = (value: Maybe): value is number =>
  value !== null && value !== undefined && !Number.isNaN(value);

/** At most three significant digits, no trailing zeros, but every digit before the point. */
function shortDigits(value: number): number {
  const size = Math.abs(value);
  for (const digits of [0, 1, 2]) {
    if (Math.abs(size - Number(size.toFixed(digits))) < 1e-9) return digits;
  }
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}

export class Format {
  readonly language: Language;

  constructor(language: Language) {
    this.language = language;
  }

  number(value: Maybe, digits: number, sign = false): string {
    if (!present(value)) return missing;
    return formatter(this.language, digits, sign).format(value).replace('-', minus);
  }

  /** 0.0341 → "3.41 %". */
  fraction(value: Maybe, sign = false): string {
    return present(value) ? `${this.number(value * 100, 2, sign)}${narrow}%` : missing;
  }

  /** A bar: 0.05 → "5 %", 0.002 → "0.2 %". */
  bar(value: Maybe): string {
    if (!present(value)) return missing;
    const percent = Number((value * 100).toFixed(6));
    return `${this.number(percent, shortDigits(percent))}${narrow}%`;
  }

  /** A difference of two fractions: 0.0679 → "6.79 percentage points". */
  points(value: Maybe, sign = true): string {
    if (!present(value)) return missing;
    const unit = this.language === 'zh' ? '个百分点' : 'pp';
    return `${this.number(value * 100, 2, sign)}${narrow}${unit}`;
  }

  price(value: Maybe): string {
    return this.number(value, 3);
  }

  /** NAV or IOPV. */
  value(value: Maybe): string {
    return this.number(value, 4);
  }

  count(value: Maybe): string {
    return this.number(value, 0);
  }

  ratio(value: Maybe): string {
    return present(value) ? this.number(value, shortDigits(value)) : missing;
  }

  cny(value: Maybe): string {
    if (!present(value)) return missing;
    const found = moneySteps[this.language].find(([step]) => Math.abs(value) >= step);
    const [size, unit] = found ?? [1, this.language === 'zh' ? '元' : ''];
    const scaled = value / size;
    const digits = this.number(scaled, shortDigits(scaled));
    if (this.language === 'zh') return `${digits}${narrow}${unit}`;
    return `CNY${narrow}${digits}${unit && narrow + unit}`;
  }

  date(value: IsoDate | string | null | undefined): string {
    return value || missing;
  }

  /** "3 天", "1 day", "3 days". */
  amountOf(value: Maybe, zh: string, one: string, many = `${one}s`): string {
    if (!present(value)) return missing;
    const unit = this.language === 'zh' ? zh : value === 1 ? one : many;
    return `${this.number(value, shortDigits(value))}${narrow}${unit}`;
  }
}

const formats: Record<Language, Format> = { zh: new Format('zh'), en: new Format('en') };
export const formatFor = (language: Language): Format => formats[language];
