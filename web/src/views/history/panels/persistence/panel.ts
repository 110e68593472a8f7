import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { persistenceTexts } from './persistence-texts.ts';

export const panel: Panel = {
  name: 'persistence',
  group: 'unusual',
  order: 20,
  title: (language) =>
    `${persistenceTexts[language].title} · ${persistenceTexts[language].title_unit}`,
  load: () => import('./premium-persistence.ts'),
  render: (services, analysed) =>
    html`<pl-premium-persistence .services=${services} .analysed=${analysed}></pl-premium-persistence>`,
};
