// Lines of a text that were in another encoding: they were read all the same, and are told.

import { html, nothing } from 'lit';
import type { LoadedTable } from '../../model/loaded-table.ts';
import { errorWords } from '../../texts/index.ts';
import type { Texts } from '../../texts/types.ts';

export const mixedNotice = (texts: Texts, tables: LoadedTable[]) =>
  tables.map(({ file, mixedFrom: row }) =>
    row === null
      ? nothing
      : html`<p class="small soft">
          ${file ? `${file} · ` : ''}${errorWords(texts, 'mixed_encoding', { row })}
        </p>`,
  );
