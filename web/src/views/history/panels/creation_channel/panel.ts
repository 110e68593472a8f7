import { html } from 'lit';
import type { Panel } from '../../panel.ts';
import { channelTexts } from './texts.ts';

export const panel: Panel = {
  name: 'creation_channel',
  group: 'cost',
  order: 50,
  title: (language) => channelTexts[language].title,
  load: () => import('./creation-channel.ts'),
  render: (services, analysed) =>
    html`<pl-creation-channel .services=${services} .analysed=${analysed}></pl-creation-channel>`,
};
