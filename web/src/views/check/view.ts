import { html, svg } from 'lit';
import type { View } from '../../app/services.ts';
import './check-view.ts';
import { texts } from './texts.ts';

export const view: View = {
  name: 'check',
  order: 10,
  title: { zh: texts.zh.title, en: texts.en.title },
  icon: svg`<path d="M4 18h16M12 6v12M8 10l4-4 4 4"></path>`,
  load: () => Promise.resolve(),
  render: (services) => html`<pl-check-view .services=${services}></pl-check-view>`,
};
