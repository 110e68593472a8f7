import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { barsTexts } from './bars-texts.ts';

export const panel: Panel = {
  name: 'bars',
  group: 'data',
  order: 50,
  title: (language) => barsTexts[language].title,
  isFor: () => true,
  load: () => import('./rule-bars.ts'),
  render: (services, analysed) =>
    html`<pl-rule-bars .services=${services} .analysed=${analysed}></pl-rule-bars>`,
};
