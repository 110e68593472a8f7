// The quick check, shrunk to a line above the data: its last answer, and the way back to it.

import { css, html } from 'lit';
import { addressOf } from '../../app/route.ts';
import type { Services } from '../../app/services.ts';
import { PageElement } from '../../elements/page-element.ts';
import { base } from '../../styles/shared.ts';
import { texts } from './texts.ts';

export class CheckStrip extends PageElement {
  static override properties = { services: { attribute: false } };

  declare services: Services;

  static override styles = [
    base,
    css`
      p {
        padding-bottom: 12px;
        margin-bottom: calc(2 * var(--unit));
        border-bottom: 1px solid var(--hairline);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(this.services.quick);
  }

  protected override render() {
    const own = texts[this.texts.language];
    const { result } = this.services.quick;
    const { texts: shared, format } = this;
    const summary = result
      ? html` ${format.price(result.price)} / ${format.value(result.value)} ·
          ${result.premium_fraction < 0 ? shared.result.discount : shared.result.premium}
          ${format.fraction(result.premium_fraction, true)} · ${shared.words.verdict[result.verdict]}`
      : '';
    return html`<p class="small soft"><a href=${addressOf('check')}>${own.check_strip}</a>${summary}</p>`;
  }
}

customElements.define('pl-check-strip', CheckStrip);
