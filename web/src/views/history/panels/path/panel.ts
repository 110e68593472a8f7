import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { pathTexts } from './path-texts.ts';

export const panel: Panel = {
  name: 'path',
  group: 'cost',
  order: 30,
  title: (language) => `${pathTexts[language].title} · ${pathTexts[language].title_more}`,
  load: () => import('./path-risk.ts'),
  render: (services, analysed) =>
    html`<pl-path-risk .services=${services} .analysed=${analysed}></pl-path-risk>`,
};
