import type { Texts } from '../types.ts';
import { errors } from './errors.ts';
import { findings } from './findings.ts';
import { cards, page, result } from './page.ts';
import { sources, words } from './words.ts';

export const en: Texts = { language: 'en', words, errors, findings, sources, cards, page, result };
