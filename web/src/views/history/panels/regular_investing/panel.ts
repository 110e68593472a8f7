import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { investTexts } from './texts.ts';

export const panel: Panel = {
  name: 'regular_investing',
  group: 'cost',
  order: 70,
  title: (language) => investTexts[language].title,
  load: () => import('./regular-investing.ts'),
  render: (services, analysed) =>
    html`<pl-regular-investing .services=${services} .analysed=${analysed}></pl-regular-investing>`,
};
