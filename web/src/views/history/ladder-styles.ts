import { css } from 'lit';

export const ladderStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--unit);
  }
  h4 {
    margin: var(--unit) 0 0;
    font-size: var(--text);
    font-weight: 600;
  }
  .rungs {
    max-width: 44rem;
  }
  thead th {
    position: static;
  }
  .with-lane > * {
    border-bottom: 0;
    padding-bottom: 0;
  }
  .judge > * {
    font-weight: 600;
  }
  .tag {
    padding: 0 6px;
    border: 1px solid var(--accent);
    border-radius: 4px;
    color: var(--accent);
    font-weight: 400;
    white-space: nowrap;
  }
  .lane > td {
    padding-block: 2px 6px;
  }
  svg {
    display: block;
    width: 100%;
    height: 14px;
    overflow: visible;
  }
  .outer {
    fill: var(--band-outer);
  }
  .inner {
    fill: var(--band-inner);
  }
  .axis {
    stroke: var(--hairline);
  }
  .zero {
    stroke: var(--ink-soft);
  }
  circle {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .known {
    fill: var(--ink);
  }
  .unknown {
    fill: var(--paper);
  }
  .untold {
    fill: var(--paper);
    stroke-dasharray: 3 2;
  }
  .estimate {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--unit);
  }
  .futures {
    max-width: 18rem;
  }
  /* One page has no room for it; the verdict's card has the premiums. */
  @media print {
    :host {
      display: none;
    }
  }
`;
