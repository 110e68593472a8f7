import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { isOfFunds } from '../../panel.ts';
import { sessionTexts } from './session-texts.ts';

export const panel: Panel = {
  name: 'sessions',
  group: 'data',
  order: 40,
  title: (language) => `${sessionTexts[language].title} · ${sessionTexts[language].title_unit}`,
  isFor: (analysed) => !isOfFunds(analysed),
  load: () => import('./session-map.ts'),
  render: (services, analysed) =>
    html`<pl-session-map .engine=${services.engine} .region=${analysed.result.fund.region}
      .day=${analysed.result.latest?.date ?? ''} .lag=${analysed.result.fund.publication_lag_sessions}></pl-session-map>`,
};
