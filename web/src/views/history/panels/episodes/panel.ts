import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { episodeTexts } from './episode-texts.ts';

export const panel: Panel = {
  name: 'episodes',
  group: 'unusual',
  order: 40,
  title: (language) => `${episodeTexts[language].title} · ${episodeTexts[language].title_unit}`,
  load: () => import('./episodes.ts'),
  render: (services, analysed) =>
    html`<pl-episodes .services=${services} .analysed=${analysed}></pl-episodes>`,
};
