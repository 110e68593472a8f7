// The sections: tabs at the bottom of a phone, a rail at the left of a desk.

import { css, html, nothing } from 'lit';
import { PageElement } from '../elements/page-element.ts';
import { base } from '../styles/shared.ts';
import { addressOf } from './route.ts';
import type { View } from './services.ts';

export class SectionNav extends PageElement {
  static override properties = { views: { attribute: false }, current: { type: String } };

  declare views: View[];
  declare current: string;

  static override styles = [
    base,
    css`
      nav {
        display: flex;
        background: var(--paper);
      }
      a {
        flex: 1;
        display: grid;
        justify-items: center;
        gap: 2px;
        padding: 6px 0;
        min-height: 52px;
        color: var(--ink-soft);
        font-size: var(--small);
        line-height: 1.2;
        text-decoration: none;
      }
      a[aria-current] {
        color: var(--accent);
        font-weight: 600;
      }
      svg {
        width: 24px;
        height: 24px;
        fill: none;
        stroke: currentcolor;
        stroke-width: 1.5;
      }
      @media (min-width: 64rem) {
        nav {
          flex-direction: column;
          gap: var(--unit);
        }
        a {
          flex: none;
          padding: var(--unit);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.views = [];
    this.current = '';
  }

  protected override render() {
    const { language, page } = this.texts;
    return html`<nav aria-label=${page.sections}>
      ${this.views.map(
        ({
          name,
          title,
          icon,
        }) => html`<a href=${addressOf(name)} aria-current=${name === this.current ? 'page' : nothing}>
          <svg viewBox="0 0 24 24" aria-hidden="true">${icon}</svg>${title[language]}
        </a>`,
      )}
    </nav>`;
  }
}

customElements.define('pl-nav', SectionNav);
