import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { gridTexts } from './grid-texts.ts';

export const panel: Panel = {
  name: 'grid',
  group: 'cost',
  order: 20,
  title: (language) => `${gridTexts[language].title} · ${gridTexts[language].title_more}`,
  load: () => import('./outcome-grid.ts'),
  render: (services, analysed) =>
    html`<pl-outcome-grid .services=${services} .analysed=${analysed}></pl-outcome-grid>`,
};
