import { html } from 'lit';
import type { Translated } from '../../../../texts/translated.ts';
import type { Panel } from '../../panel.ts';

const titles: Translated<string> = {
  zh: '溢价率的统计描述 · 均值、误差、分位数，按年与任意区间',
  en: 'The premium described · mean, errors, quantiles, for any period and by year',
};

export const panel: Panel = {
  name: 'describe',
  group: 'unusual',
  order: 30,
  title: (language) => titles[language],
  load: () => import('./premium-description.ts'),
  render: (services, analysed) =>
    html`<pl-premium-description .services=${services} .analysed=${analysed}></pl-premium-description>`,
};
