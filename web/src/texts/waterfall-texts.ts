import type { Translated } from './translated.ts';

/** The steps from a NAV to an estimate; the quick check and a history share them. */
export interface WaterfallTexts {
  caption: string;
  step: string;
  move: string;
  value: string;
  premium: string;
  change: string;
  start: string;
  end: string;
  no_premium: string;
  refused: (part: string, move: string, reason: string) => string;
}

export const waterfallTexts: Translated<WaterfallTexts> = {
  zh: {
    caption: '从净值到估算值',
    step: '步骤',
    move: '涨跌',
    value: '估算值',
    premium: '溢价',
    change: '溢价变化',
    start: '净值',
    end: '估算值',
    no_premium: '填入价格后，这里给出溢价。',
    refused: (part, move, reason) => `${part} ${move} 不计入：${reason}。`,
  },
  en: {
    caption: 'From the NAV to the estimate',
    step: 'Step',
    move: 'Move',
    value: 'Value',
    premium: 'Premium',
    change: 'Change',
    start: 'NAV',
    end: 'Estimate',
    no_premium: 'With a price, the premium appears here.',
    refused: (part, move, reason) => `The ${part} move of ${move} does not count: ${reason}.`,
  },
};
