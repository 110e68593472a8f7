import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { disclosureTexts } from './disclosure-texts.ts';

export const panel: Panel = {
  name: 'disclosure',
  group: 'unusual',
  order: 60,
  title: (language) =>
    `${disclosureTexts[language].title} · ${disclosureTexts[language].title_unit}`,
  load: () => import('./premium-days.ts'),
  render: (services, analysed) =>
    html`<pl-premium-days .services=${services} .analysed=${analysed}></pl-premium-days>`,
};
