import { css } from 'lit';

export const fundTableStyles = css`
  /* The header stays in sight while the funds scroll under it, and the fund beside its numbers. */
  .scroll {
    max-height: min(80vh, 60rem);
    overflow: auto;
    position: relative;
    border-block: 1px solid var(--hairline);
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
  }
  thead th {
    z-index: 2;
    padding-block: 0;
    white-space: nowrap;
  }
  thead th.fund {
    z-index: 3;
  }
  th.fund {
    position: sticky;
    inset-inline-start: 0;
    background: var(--paper);
  }
  tbody th.fund {
    z-index: 1;
    min-width: 7rem;
    max-width: 16rem;
  }
  @media (min-width: 64rem) {
    tbody th.fund {
      min-width: 15rem;
    }
  }
  th button {
    min-height: 44px;
    padding: 0;
    background: none;
    border: 0;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  th[aria-sort="ascending"] button,
  th[aria-sort="descending"] button {
    color: var(--ink);
    font-weight: 600;
  }
  .order {
    display: inline-block;
    width: 1em;
    text-align: center;
  }
  td {
    white-space: nowrap;
  }
  th,
  td {
    padding-inline-end: calc(2 * var(--unit));
  }
  .premium {
    font-weight: 600;
  }
  .premium .note {
    font-weight: 400;
  }
  .name {
    margin-inline-start: 4px;
  }
  .note {
    display: block;
  }
  .count {
    min-height: 24px;
  }
  .count .level::before {
    content: "· ";
  }
  button.count.severe {
    color: var(--severe);
  }
  button.count.watch {
    color: var(--watch);
  }
  tr.open > * {
    border-bottom: 0;
  }
  .detail td {
    white-space: normal;
  }
  /* Stays in sight however far the table is moved to the side. */
  .detail div {
    position: sticky;
    inset-inline-start: 0;
    width: min(40rem, calc(100vw - 4 * var(--unit)));
  }
  .detail ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .detail a {
    display: inline-block;
    padding: 6px 0;
  }
  .more {
    margin: var(--unit) 0;
  }
  .empty {
    padding: calc(3 * var(--unit)) 0;
  }
  /* On a phone the verdict stands under the premium, so that both are in sight with the warnings. */
  @media (min-width: 40.01rem) {
    .narrow {
      display: none;
    }
  }
  @media (max-width: 40rem) {
    th.verdict,
    td.verdict {
      display: none;
    }
    .name {
      display: block;
      margin: 0;
    }
    .because {
      display: none;
    }
    .note.narrow {
      min-width: 6.25rem;
      white-space: normal;
    }
    td.warnings {
      vertical-align: top;
    }
    .count {
      text-align: start;
    }
    .count .level {
      display: block;
      font-size: var(--small);
    }
    .count .level::before {
      content: none;
    }
    tbody th.fund {
      max-width: 8.5rem;
    }
    th,
    td {
      padding-inline-end: 12px;
    }
  }
  @media print {
    .scroll {
      max-height: none;
      overflow: visible;
    }
    .more {
      display: none;
    }
  }
`;
