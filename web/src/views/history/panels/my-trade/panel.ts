import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { tradeTexts } from './trade-texts.ts';

export const panel: Panel = {
  name: 'my-trade',
  group: 'cost',
  order: 15,
  title: (language) => tradeTexts[language].title,
  load: () => import('./my-trade.ts'),
  render: (services, analysed) =>
    html`<pl-my-trade .services=${services} .analysed=${analysed}></pl-my-trade>`,
};
