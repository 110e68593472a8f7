import { css } from 'lit';

export const appStyles = css`
  :host {
    min-height: 100vh;
  }
  .skip {
    position: absolute;
    inset-inline-start: 8px;
    top: -100px;
    z-index: 3;
    padding: 8px 12px;
    background: var(--accent);
    color: var(--on-accent);
  }
  .skip:focus {
    top: 8px;
  }
  main {
    min-width: 0;
    max-width: 76rem;
    padding: calc(2 * var(--unit)) calc(2 * var(--unit)) calc(10 * var(--unit));
  }
  main:focus {
    outline: none;
  }
  pl-nav {
    position: fixed;
    inset: auto 0 0 0;
    z-index: 2;
    border-top: 1px solid var(--hairline);
    padding-bottom: env(safe-area-inset-bottom);
    background: var(--paper);
  }
  .notice {
    overflow-wrap: anywhere;
    margin-bottom: calc(2 * var(--unit));
    padding: 12px 0;
    border-block: 1px solid var(--hairline);
  }
  footer {
    margin-top: calc(4 * var(--unit));
    padding-top: var(--unit);
    border-top: 1px solid var(--hairline);
  }
  .drop {
    position: fixed;
    inset: 8px;
    z-index: 4;
    display: grid;
    place-items: center;
    background: var(--paper-raised);
    border: 2px dashed var(--accent);
    opacity: 0.95;
    font-weight: 600;
    pointer-events: none;
  }
  @media (min-width: 64rem) {
    .body {
      display: grid;
      grid-template-columns: 88px minmax(0, 1fr);
    }
    pl-nav {
      position: sticky;
      inset: 0 auto auto auto;
      align-self: start;
      height: calc(100vh - 49px);
      padding-top: calc(2 * var(--unit));
      border-top: 0;
      border-inline-end: 1px solid var(--hairline);
    }
    main {
      padding: calc(3 * var(--unit)) calc(4 * var(--unit)) calc(4 * var(--unit));
    }
  }
  @media print {
    pl-nav,
    .skip {
      display: none;
    }
    main {
      padding: 0;
      max-width: none;
    }
    .body {
      display: block;
    }
  }
`;
