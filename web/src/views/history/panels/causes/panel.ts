import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { causesTexts } from './causes-texts.ts';

export const panel: Panel = {
  name: 'causes',
  group: 'why',
  order: 20,
  title: (language) => causesTexts[language].title,
  load: () => import('./cause-list.ts'),
  render: (services, analysed) =>
    html`<pl-causes .services=${services} .analysed=${analysed}></pl-causes>`,
};
