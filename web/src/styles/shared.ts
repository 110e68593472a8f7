import { css } from 'lit';

// What every element starts from.
export const base = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3 {
    margin: 0;
    font-size: var(--text);
    font-weight: 600;
    line-height: 1.4;
  }
  p {
    margin: 0;
  }
  a {
    color: var(--accent);
  }
  .soft {
    color: var(--ink-soft);
  }
  .small {
    font-size: var(--small);
  }
  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .up {
    color: var(--up);
  }
  .down {
    color: var(--down);
  }
  .watch {
    color: var(--watch);
  }
  .severe {
    color: var(--severe);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  details > summary {
    cursor: pointer;
    padding: var(--unit) 0;
    color: var(--accent);
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

export const forms = css`
  button,
  select,
  input {
    font: inherit;
    color: inherit;
  }
  input,
  select {
    width: 100%;
    min-height: 44px;
    padding: 0 12px;
    background: var(--paper);
    border: 1px solid var(--field-line);
    border-radius: 4px;
    font-variant-numeric: tabular-nums;
  }
  input[aria-invalid='true'] {
    border-color: var(--severe);
    border-width: 2px;
  }
  label,
  legend {
    display: block;
    padding: 0;
    font-size: var(--small);
    color: var(--ink-soft);
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  button.plain,
  button.chip {
    min-height: 44px;
    padding: 0 12px;
    background: none;
    border: 1px solid var(--hairline);
    border-radius: 4px;
    color: var(--accent);
    cursor: pointer;
  }
  button.chip {
    min-height: 36px;
    font-size: var(--small);
  }
  button.quiet {
    min-height: 32px;
    padding: 0;
    background: none;
    border: 0;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .error {
    color: var(--severe);
    font-size: var(--small);
  }
`;

export const tables = css`
  .scroll {
    overflow-x: auto;
    max-width: 100%;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  caption .small {
    display: block;
    font-weight: 400;
  }
  caption {
    text-align: start;
    padding: 0 0 var(--unit);
    font-weight: 600;
  }
  th,
  td {
    padding: 6px var(--unit) 6px 0;
    border-bottom: 1px solid var(--hairline);
    text-align: start;
    vertical-align: baseline;
    font-weight: 400;
  }
  thead th {
    position: sticky;
    top: 0;
    background: var(--paper);
    color: var(--ink-soft);
    font-size: var(--small);
  }
  th.end,
  td.end {
    text-align: end;
    white-space: nowrap;
  }
  @media print {
    th,
    td {
      padding-block: 3px;
    }
  }
  td:last-child,
  th:last-child {
    padding-inline-end: 0;
  }
`;

// A table that scrolls in its box has its cells in one line each.
export const wideTables = css`
  .scroll th,
  .scroll td {
    white-space: nowrap;
  }
`;

// What stands in an element one below the other, wide things shrinking to its width.
export const stack = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--unit));
  }
`;

// The same with less between.
export const closeStack = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
`;
