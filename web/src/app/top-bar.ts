// Name, language, theme, colours of rise and fall.

import { css, html, svg } from 'lit';
import { PageElement } from '../elements/page-element.ts';
import { base, forms } from '../styles/shared.ts';
import type { Preferences, Theme } from './preferences.ts';

const nextTheme: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

const themeIcons = {
  system: svg`<circle cx="12" cy="12" r="7"></circle><path d="M12 5a7 7 0 0 1 0 14z" fill="currentColor"></path>`,
  light: svg`<circle cx="12" cy="12" r="4"></circle><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.4 1.4M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4"></path>`,
  dark: svg`<path d="M19 14.5A7.5 7.5 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5z"></path>`,
};

export class TopBar extends PageElement {
  static override properties = { preferences: { attribute: false } };

  declare preferences: Preferences;

  static override styles = [
    base,
    forms,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 4px;
        min-height: 48px;
        padding: 0 calc(2 * var(--unit));
        border-bottom: 1px solid var(--hairline);
      }
      h1 {
        margin: 0;
        font-size: var(--text);
        font-weight: 700;
        white-space: nowrap;
      }
      .tagline {
        margin-inline-start: 12px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .settings {
        display: flex;
        gap: 4px;
        margin-inline-start: auto;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        min-width: 44px;
        min-height: 44px;
        padding: 0 var(--unit);
        justify-content: center;
        background: none;
        border: 0;
        font-size: var(--small);
        white-space: nowrap;
        cursor: pointer;
      }
      svg {
        width: 20px;
        height: 20px;
        fill: none;
        stroke: currentcolor;
        stroke-width: 1.5;
      }
      @media (max-width: 47.99rem) {
        .tagline {
          display: none;
        }
      }
      @media print {
        .settings {
          display: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(this.preferences);
  }

  protected override render() {
    const { preferences, texts } = this;
    const { page } = texts;
    const { language, theme, rise } = preferences;
    const other = language === 'zh' ? 'en' : 'zh';
    return html`<header>
      <slot></slot>
      <h1>${page.name}</h1>
      <span class="tagline small soft">${page.tagline}</span>
      <div class="settings" role="group" aria-label=${page.settings}>
        <button id="rise" type="button" aria-label="${page.rise}: ${page.rise_words[rise]}" title=${page.rise_words[rise]}
          @click=${() => preferences.set({ rise: rise === 'red' ? 'green' : 'red' })}>
          <span class="up" aria-hidden="true">▲</span><span class="down" aria-hidden="true">▼</span>
        </button>
        <button id="theme" type="button" aria-label="${page.theme}: ${page.theme_words[theme]}" title=${page.theme_words[theme]}
          @click=${() => preferences.set({ theme: nextTheme[theme] })}>
          <svg viewBox="0 0 24 24" aria-hidden="true">${themeIcons[theme]}</svg>
        </button>
        <button id="language" type="button" lang=${other === 'zh' ? 'zh-CN' : 'en'}
          @click=${() => void preferences.speak(other)}>${other === 'zh' ? '中文' : 'English'}</button>
      </div>
    </header>`;
  }
}

customElements.define('pl-bar', TopBar);
