import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { isOfFunds } from '../../panel.ts';
import { knownTexts } from './known-texts.ts';

export const panel: Panel = {
  name: 'known',
  group: 'why',
  order: 10,
  title: (language) => knownTexts[language].title,
  isFor: (analysed) => !isOfFunds(analysed),
  load: () => import('./known-facts.ts'),
  render: (services, analysed) =>
    html`<pl-known .services=${services} .analysed=${analysed}></pl-known>`,
};
