import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { describeTexts } from './describe-texts.ts';

export const panel: Panel = {
  name: 'describe',
  group: 'unusual',
  order: 30,
  title: (language) => `${describeTexts[language].title} · ${describeTexts[language].title_unit}`,
  load: () => import('./premium-description.ts'),
  render: (services, analysed) =>
    html`<pl-premium-description .services=${services} .analysed=${analysed}></pl-premium-description>`,
};
