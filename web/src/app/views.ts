// Every folder of views/ with a view.ts is a section; nothing else has to name it.

import type { View } from './services.ts';

const found = import.meta.glob<View>('../views/*/view.ts', { eager: true, import: 'view' });

export const views: View[] = Object.values(found).sort((a, b) => a.order - b.order);

/** The section of that name, else the first. */
export function viewOf(name: string): View {
  const view = views.find((one) => one.name === name) ?? views[0];
  if (!view) throw new Error('the page has no section');
  return view;
}
