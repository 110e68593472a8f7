import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { positionsTexts } from './positions-texts.ts';

export const panel: Panel = {
  name: 'positions',
  group: 'cost',
  order: 85,
  title: (language) => positionsTexts[language].title,
  isFor: () => true,
  load: () => import('./positions.ts'),
  render: (services, analysed) =>
    html`<pl-positions .services=${services} .analysed=${analysed}></pl-positions>`,
};
