// What a view works with, made once by the page.

import type { TemplateResult } from 'lit';
import type { Bars } from '../model/bars.ts';
import type { Calculator } from '../model/engine.ts';
import type { QuickCheck } from '../model/quick-check.ts';
import type { Reference } from '../model/reference.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Language } from '../texts/format.ts';
import type { Preferences } from './preferences.ts';

export interface Services {
  engine: Calculator;
  preferences: Preferences;
  quick: QuickCheck;
  scenario: Scenario;
  workspace: Workspace;
  reference: Reference;
  bars: Bars;
}

/** A section of the page. Each folder of views/ has one in its view.ts; they are found by name. */
export interface View {
  /** Its place in the address: #/history. */
  name: string;
  order: number;
  title: Record<Language, string>;
  icon: TemplateResult<2>;
  /** Brings the code of the view; resolved at once for the first one. */
  load: () => Promise<unknown>;
  render: (services: Services) => TemplateResult;
}
