import { html } from 'lit';
import type { Translated } from '../../../../texts/translated.ts';
import type { Panel } from '../../panel.ts';

const titles: Translated<string> = {
  zh: '溢价能持续多久 · 一阶自回归、半衰期与情景区间',
  en: 'How long a premium lasts · AR(1), half-life, scenario intervals',
};

export const panel: Panel = {
  name: 'persistence',
  group: 'unusual',
  order: 20,
  title: (language) => titles[language],
  load: () => import('./premium-persistence.ts'),
  render: (services, analysed) =>
    html`<pl-premium-persistence .services=${services} .analysed=${analysed}></pl-premium-persistence>`,
};
