import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { isHistory, isOfFunds } from '../../panel.ts';
import { switchTexts } from './texts.ts';

export const panel: Panel = {
  name: 'switching',
  group: 'cost',
  order: 80,
  title: (language) => switchTexts[language].title,
  isFor: (analysed) => isHistory(analysed) || isOfFunds(analysed),
  load: () => import('./fund-switching.ts'),
  render: (services, analysed) =>
    html`<pl-fund-switching .services=${services} .analysed=${analysed}></pl-fund-switching>`,
};
