import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { afterBarTexts } from './after-bar-texts.ts';

export const panel: Panel = {
  name: 'after-bar',
  group: 'unusual',
  order: 50,
  title: (language) => `${afterBarTexts[language].title} · ${afterBarTexts[language].title_unit}`,
  load: () => import('./after-bar.ts'),
  render: (services, analysed) =>
    html`<pl-after-bar .services=${services} .analysed=${analysed}></pl-after-bar>`,
};
