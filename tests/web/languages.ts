// Every language at once, which the page never needs.
import { en } from '../../web/src/texts/en/index.ts';
import type { Language } from '../../web/src/texts/format.ts';
import type { Texts } from '../../web/src/texts/types.ts';
import { zh } from '../../web/src/texts/zh/index.ts';

export const languages: Record<Language, Texts> = { zh, en };
