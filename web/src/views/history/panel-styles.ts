// What the folds of the past have in common: the answer first, tables in their own box, notes last.

import { css } from 'lit';
import { closeStack } from '../../styles/shared.ts';

const own = css`
  :host {
    padding-bottom: var(--unit);
  }
  .answer {
    font-weight: 600;
    max-width: 48rem;
  }
  p {
    max-width: 48rem;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
    gap: 12px calc(2 * var(--unit));
  }
  tbody th {
    min-width: 7rem;
  }
  .wide tr > * {
    white-space: nowrap;
  }
  /* What is hidden in a table stays in its box. */
  .scroll {
    position: relative;
  }
  .best > * {
    font-weight: 600;
  }
`;

export const panelStyles = [closeStack, own];
