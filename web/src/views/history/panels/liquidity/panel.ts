import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { liquidityTexts } from './texts.ts';

export const panel: Panel = {
  name: 'liquidity',
  group: 'cost',
  order: 40,
  title: (language) => liquidityTexts[language].title,
  load: () => import('./liquidity-cost.ts'),
  render: (services, analysed) =>
    html`<pl-liquidity-cost .services=${services} .analysed=${analysed}></pl-liquidity-cost>`,
};
