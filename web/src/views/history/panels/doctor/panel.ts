import { html } from 'lit';
import { checksTexts } from '../../checks-texts.ts';
import type { Panel } from '../../panel.ts';

export const panel: Panel = {
  name: 'doctor',
  group: 'data',
  order: 10,
  title: (language, { result }, format) => {
    const own = checksTexts[language];
    return `${own.report} · ${own.report_count(format.count(result.data_checks.length))}`;
  },
  isFor: () => true,
  load: () => import('./doctor-report.ts'),
  render: (services, analysed) =>
    html`<pl-doctor .services=${services} .analysed=${analysed}></pl-doctor>`,
};
