// Language, theme and the colours of rise and fall: the browser's wish until the reader says
// otherwise, the reader's from then on.

import { Observable } from '../model/observable.ts';
import type { Format, Language } from '../texts/format.ts';
import { formatFor } from '../texts/format.ts';
import { loadTexts } from '../texts/index.ts';
import type { Texts } from '../texts/types.ts';
import { recall, remember } from './storage.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Rise = 'red' | 'green';

const isLanguage = (text: string | null): text is Language => text === 'zh' || text === 'en';
const isTheme = (text: string | null): text is Theme =>
  text === 'light' || text === 'dark' || text === 'system';
const isRise = (text: string | null): text is Rise => text === 'red' || text === 'green';

/** The first of the browser's languages that the page speaks. */
export function languageOf(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const found = wish.slice(0, 2).toLowerCase();
    if (isLanguage(found)) return found;
  }
  return 'en';
}

/** On the mainland a rise is red; in Hong Kong and the West it is green. */
export function riseOf(wishes: readonly string[]): Rise {
  const first = wishes[0]?.toLowerCase() ?? '';
  return first.startsWith('zh') && !first.includes('hk') ? 'red' : 'green';
}

export class Preferences extends Observable {
  language: Language;
  theme: Theme;
  rise: Rise;

  #texts: Texts | undefined;

  constructor(wishes: readonly string[] = navigator.languages) {
    super();
    const chosen = recall('language');
    this.language = isLanguage(chosen) ? chosen : languageOf(wishes);
    void this.#bring(this.language);
    const [theme, rise] = ['theme', 'rise'].map(recall);
    this.theme = isTheme(theme ?? null) ? (theme as Theme) : 'system';
    this.rise = isRise(rise ?? null) ? (rise as Rise) : riseOf(wishes);
  }

  /** Whether the texts are there; until then there is nothing to draw. */
  get isReady(): boolean {
    return this.#texts !== undefined;
  }

  get texts(): Texts {
    if (!this.#texts) throw new Error('the texts are not there yet');
    return this.#texts;
  }

  get format(): Format {
    return formatFor(this.language);
  }

  set(change: Partial<Pick<Preferences, 'theme' | 'rise'>>): void {
    Object.assign(this, change);
    for (const [key, value] of Object.entries(change)) remember(key, value);
    this.changed();
  }

  speak(language: Language): Promise<void> {
    remember('language', language);
    return this.#bring(language);
  }

  /** Nothing changes before the texts are there; if they don't come, what was there stays. */
  async #bring(language: Language): Promise<void> {
    try {
      this.#texts = await loadTexts[language]();
      this.language = language;
      this.changed();
    } catch {
      if (!this.#texts) await this.#bringOther(language);
    }
  }

  /** Better the other language than an empty page. */
  async #bringOther(missed: Language): Promise<void> {
    this.language = missed === 'zh' ? 'en' : 'zh';
    this.#texts = await loadTexts[this.language]();
    this.changed();
  }

  /** Marks the document, from which the style sheets read. */
  applyTo(root: HTMLElement): void {
    root.lang = this.language === 'zh' ? 'zh-CN' : 'en';
    root.dataset.rise = this.rise;
    if (this.theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = this.theme;
    if (this.isReady)
      root.ownerDocument.title = `${this.texts.page.name} · ${this.texts.page.tagline}`;
  }
}
