import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { lossTexts } from './loss-texts.ts';

export const panel: Panel = {
  name: 'loss',
  group: 'cost',
  order: 10,
  title: (language) => `${lossTexts[language].title} · ${lossTexts[language].title_more}`,
  load: () => import('./loss-scenarios.ts'),
  render: (services, analysed) =>
    html`<pl-loss-scenarios .services=${services} .analysed=${analysed}></pl-loss-scenarios>`,
};
