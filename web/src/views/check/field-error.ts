import type { Trouble } from '../../model/engine.ts';
import { errorWords } from '../../texts/index.ts';
import type { Texts } from '../../texts/types.ts';
import { texts } from './texts.ts';

/** What stands below a field that cannot be used; empty where it can. */
export function fieldError(shared: Texts, trouble: Trouble | undefined): string {
  if (!trouble) return '';
  if (trouble.code === 'not_a_number')
    return texts[shared.language].field_not_a_number(trouble.text ?? '');
  return errorWords(shared, trouble.code, trouble);
}
