// Makes the page's parts and puts them together.

import './app/page-app.ts';
import { Preferences } from './app/preferences.ts';
import { recall, remember } from './app/storage.ts';
import { Engine } from './engine/engine.ts';
import { Bars } from './model/bars.ts';
import { FormatMemory } from './model/format-memory.ts';
import { QuickCheck } from './model/quick-check.ts';
import { Reference } from './model/reference.ts';
import { Scenario } from './model/scenario.ts';
import { Workspace } from './model/workspace.ts';

const engine = new Engine();
const preferences = new Preferences();
const showPreferences = () => preferences.applyTo(document.documentElement);
preferences.subscribe(showPreferences);
showPreferences();

const bars = new Bars({ recall, remember });
const app = document.createElement('pl-app');
app.services = {
  engine,
  preferences,
  quick: new QuickCheck(engine, bars),
  scenario: new Scenario(engine),
  workspace: new Workspace(engine, new FormatMemory({ recall, remember }), bars),
  reference: new Reference(engine),
  bars,
};
app.signs = engine;
document.body.replaceChildren(app);
