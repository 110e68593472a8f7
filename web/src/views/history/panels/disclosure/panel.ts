import { html } from 'lit';
import type { Translated } from '../../../../texts/translated.ts';
import type { Panel } from '../../panel.ts';

const titles: Translated<string> = {
  zh: '溢价折价的日数 · 按幅度、季度与年度，最长连续',
  en: 'Days at a premium or discount · by size, quarter and year, longest streaks',
};

export const panel: Panel = {
  name: 'disclosure',
  group: 'unusual',
  order: 60,
  title: (language) => titles[language],
  load: () => import('./premium-days.ts'),
  render: (services, analysed) =>
    html`<pl-premium-days .services=${services} .analysed=${analysed}></pl-premium-days>`,
};
