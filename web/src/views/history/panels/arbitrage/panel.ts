import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { arbitrageTexts } from './texts.ts';

export const panel: Panel = {
  name: 'arbitrage',
  group: 'cost',
  order: 60,
  title: (language) => arbitrageTexts[language].title,
  load: () => import('./arbitrage-after-cost.ts'),
  render: (services, analysed) =>
    html`<pl-arbitrage-after-cost .services=${services} .analysed=${analysed}></pl-arbitrage-after-cost>`,
};
