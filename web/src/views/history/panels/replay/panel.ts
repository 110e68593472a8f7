import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { replayTexts } from './replay-texts.ts';

export const panel: Panel = {
  name: 'replay',
  group: 'data',
  order: 30,
  title: (language) => `${replayTexts[language].title} · ${replayTexts[language].title_unit}`,
  load: () => import('./estimate-replay.ts'),
  render: (services, analysed) =>
    html`<pl-estimate-replay .services=${services} .analysed=${analysed}></pl-estimate-replay>`,
};
