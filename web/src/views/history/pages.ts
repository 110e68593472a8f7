// Rows a page at a time: two buttons, and where one is.

import { css, html } from 'lit';

export const pageStyles = css`
  .pages {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 4px 12px;
    padding: var(--unit) 0;
  }
`;

export interface Pages {
  /** From 0. */
  page: number;
  last: number;
  back: string;
  on: string;
  /** "1–30 of 200". */
  place: string;
  go: (page: number) => void;
}

export function renderPages({ page, last, back, on, place, go }: Pages) {
  return html`<div class="pages">
    <button class="plain" type="button" ?disabled=${page === 0} @click=${() => go(page - 1)}>${back}</button>
    <button class="plain" type="button" ?disabled=${page === last} @click=${() => go(page + 1)}>${on}</button>
    <span class="small soft number">${place}</span>
  </div>`;
}
