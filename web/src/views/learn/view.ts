import { html, svg } from 'lit';
import type { View } from '../../app/services.ts';

export const view: View = {
  name: 'learn',
  order: 60,
  title: { zh: '学习', en: 'Learn' },
  icon: svg`<path d="M12 7c-2-1.5-5-2-8-2v13c3 0 6 .5 8 2 2-1.5 5-2 8-2V5c-3 0-6 .5-8 2zM12 7v13"></path>`,
  load: () => import('./learn-view.ts'),
  render: (services) => html`<pl-learn-view .services=${services}></pl-learn-view>`,
};
