import type { Language } from './format.ts';

/** The texts of one view, in each language; a view brings its own. */
export type Translated<T> = Readonly<Record<Language, T>>;
