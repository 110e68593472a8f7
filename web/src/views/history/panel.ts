// A question about the data shown: a fold of the page. Every folder of panels/ with a panel.ts is one;
// nothing else has to name it. The element, its texts and its styles are in the folder.

import type { TemplateResult } from 'lit';
import type { Services } from '../../app/services.ts';
import type { Analysed } from '../../model/workspace.ts';
import type { Format, Language } from '../../texts/format.ts';

export interface Panel {
  /** The fold's id. */
  name: string;
  /** How unusual the premium is, what it can cost, why it is there; or about the data themselves. */
  group: 'unusual' | 'cost' | 'why' | 'data';
  /** Its place in the group. */
  order: number;
  title: (language: Language, analysed: Analysed, format: Format) => string;
  /** Whether the data have an answer; where it is left out, those of one fund's days have. */
  isFor?: (analysed: Analysed) => boolean;
  /** Brings the element's code, when the fold is first opened. */
  load: () => Promise<unknown>;
  render: (services: Services, analysed: Analysed) => TemplateResult;
}

const found = import.meta.glob<Panel>('./panels/*/panel.ts', { eager: true, import: 'panel' });
const panels = Object.values(found).sort((a, b) => a.order - b.order);

export const isHistory = ({ result: { shape } }: Analysed): boolean => shape === 'history';

export const isOfFunds = ({ result: { shape } }: Analysed): boolean =>
  shape === 'cross_section' || shape === 'panel';

export const panelsOf = (group: Panel['group'], analysed: Analysed): Panel[] =>
  panels.filter((panel) => panel.group === group && (panel.isFor ?? isHistory)(analysed));
