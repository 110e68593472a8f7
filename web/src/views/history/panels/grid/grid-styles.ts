import { css, unsafeCSS } from 'lit';

// How much of the colour a shade has: the text on it keeps its contrast.
const mixed = [4, 9, 15, 22, 30];

const shadesOf = (name: string, colour: string): string =>
  mixed
    .map(
      (share, index) =>
        `td.${name}${index + 1} { background: color-mix(in srgb, var(--${colour}) ${share}%, var(--paper)); }`,
    )
    .join('\n');

export const gridStyles = css`
  .grid {
    position: relative;
    max-height: 80vh;
    overflow: auto;
  }
  .grid table {
    border-collapse: separate;
    border-spacing: 0;
  }
  .grid th,
  .grid td {
    padding: 6px 10px;
  }
  .grid tbody th {
    position: sticky;
    inset-inline-start: 0;
    background: var(--paper);
    z-index: 1;
  }
  .grid thead th:first-child {
    inset-inline-start: 0;
    z-index: 2;
  }
  .grid thead th {
    z-index: 1;
    white-space: nowrap;
    vertical-align: bottom;
  }
  .grid thead th.even {
    white-space: normal;
    min-width: 11rem;
  }
  td.edge {
    border-inline-end: 3px solid var(--ink);
  }
  tr.today > * {
    border-block: 1px solid var(--accent);
  }
  tr.today th {
    font-weight: 600;
  }
  tr.today th .small {
    display: block;
    font-weight: 400;
  }
  .hits {
    display: inline-block;
    min-width: 1.5em;
    margin-inline-start: 4px;
    border: 1px solid var(--ink);
    border-radius: 1em;
    font-size: var(--small);
    line-height: 1.4;
    text-align: center;
  }
  ${unsafeCSS(shadesOf('gain', 'up'))}
  ${unsafeCSS(shadesOf('loss', 'down'))}
`;
