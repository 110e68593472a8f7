// Makes the page's parts and puts them together.

import './app/page-app.ts';
import { Preferences } from './app/preferences.ts';
import { Engine } from './engine/engine.ts';
import { QuickCheck } from './model/quick-check.ts';
import { Reference } from './model/reference.ts';
import { Scenario } from './model/scenario.ts';
import { Workspace } from './model/workspace.ts';

const preferences = new Preferences();
const showPreferences = () => preferences.applyTo(document.documentElement);
preferences.subscribe(showPreferences);
showPreferences();

const engine = new Engine();
const app = document.createElement('pl-app');
app.services = {
  engine,
  preferences,
  quick: new QuickCheck(engine),
  scenario: new Scenario(engine),
  workspace: new Workspace(engine),
  reference: new Reference(engine),
};
app.signs = engine;
document.body.replaceChildren(app);
