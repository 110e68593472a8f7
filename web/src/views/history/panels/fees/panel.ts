import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { isHistory, isOfFunds } from '../../panel.ts';
import { feesTexts } from './fees-texts.ts';

export const panel: Panel = {
  name: 'fees',
  group: 'cost',
  order: 90,
  title: (language) => `${feesTexts[language].title} · ${feesTexts[language].title_more}`,
  isFor: (analysed) => isHistory(analysed) || isOfFunds(analysed),
  load: () => import('./fee-years.ts'),
  render: (services, analysed) =>
    html`<pl-fee-years .services=${services} .analysed=${analysed}></pl-fee-years>`,
};
