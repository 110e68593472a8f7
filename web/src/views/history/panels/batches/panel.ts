import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { batchesTexts } from './batches-texts.ts';

export const panel: Panel = {
  name: 'batches',
  group: 'cost',
  order: 87,
  title: (language) => batchesTexts[language].title,
  load: () => import('./batches.ts'),
  render: (services, analysed) =>
    html`<pl-batches .services=${services} .analysed=${analysed}></pl-batches>`,
};
