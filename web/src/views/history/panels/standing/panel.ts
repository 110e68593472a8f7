import { html } from 'lit';
import type { Translated } from '../../../../texts/translated.ts';
import type { Panel } from '../../panel.ts';

const titles: Translated<string> = {
  zh: '与自身历史相比 · 分位、稳健 z 值与骤然扩大',
  en: 'Against its own past · percentile, robust z, sudden widening',
};

export const panel: Panel = {
  name: 'standing',
  group: 'unusual',
  order: 10,
  title: (language) => titles[language],
  load: () => import('./own-standing.ts'),
  render: (services, analysed) =>
    html`<pl-own-standing .services=${services} .analysed=${analysed}></pl-own-standing>`,
};
