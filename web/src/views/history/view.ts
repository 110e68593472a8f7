import { html, svg } from 'lit';
import type { View } from '../../app/services.ts';

export const view: View = {
  name: 'history',
  order: 20,
  title: { zh: '历史', en: 'History' },
  icon: svg`<path d="M4 5v14h16M7 15l4-5 3 3 5-7"></path>`,
  load: () => import('./history-view.ts'),
  render: (services) => html`<pl-history-view .services=${services}></pl-history-view>`,
};
