import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { datingTexts } from './dating-texts.ts';

export const panel: Panel = {
  name: 'dating',
  group: 'data',
  order: 20,
  title: (language) => `${datingTexts[language].title} · ${datingTexts[language].title_unit}`,
  load: () => import('./nav-dating.ts'),
  render: (services, analysed) =>
    html`<pl-nav-dating .services=${services} .analysed=${analysed}></pl-nav-dating>`,
};
