import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { standingTexts } from './standing-texts.ts';

export const panel: Panel = {
  name: 'standing',
  group: 'unusual',
  order: 10,
  title: (language) => `${standingTexts[language].title} · ${standingTexts[language].title_unit}`,
  load: () => import('./own-standing.ts'),
  render: (services, analysed) =>
    html`<pl-own-standing .services=${services} .analysed=${analysed}></pl-own-standing>`,
};
