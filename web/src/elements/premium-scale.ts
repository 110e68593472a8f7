// The premium on a horizontal scale with the inner and outer band of its kind.

import { css, html, nothing, svg } from 'lit';
import { base } from '../styles/shared.ts';
import { PageElement } from './page-element.ts';
import { layoutScale } from './scale-layout.ts';

export class PremiumScale extends PageElement {
  static override properties = {
    premium: { type: Number },
    inner: { attribute: false },
    outer: { attribute: false },
  };

  declare premium: number;
  declare inner: number | null;
  declare outer: number | null;

  static override styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        height: 56px;
        overflow: visible;
      }
      .outer {
        fill: var(--band-outer);
      }
      .inner {
        fill: var(--band-inner);
      }
      .axis {
        stroke: var(--field-line);
      }
      .zero {
        stroke: var(--ink-soft);
      }
      .needle {
        stroke: var(--ink);
        stroke-width: 2;
      }
      .head {
        fill: var(--ink);
      }
      text {
        fill: var(--ink-soft);
        font-size: 12px;
        text-anchor: middle;
      }
      .first {
        text-anchor: start;
      }
      .last {
        text-anchor: end;
      }
    `,
  ];

  constructor() {
    super();
    this.premium = 0;
    this.inner = null;
    this.outer = null;
  }

  protected override render() {
    const { premium, inner, outer, format, texts } = this;
    const layout = layoutScale(premium, inner, outer);
    const word = premium < 0 ? texts.result.discount : texts.result.premium;
    const label = texts.result.scale(
      `${word} ${format.fraction(Math.abs(premium))}`,
      inner === null ? undefined : format.bar(inner),
      outer === null ? undefined : format.bar(outer),
    );
    const band = (size: number | null, name: string) => {
      if (size === null) return nothing;
      const from = layout.at(-size);
      return svg`<rect class=${name} x="${from}%" width="${layout.at(size) - from}%" y="12" height="22"></rect>`;
    };
    return html`<svg role="img" aria-label=${label}>
      ${band(outer, 'outer')}${band(inner, 'inner')}
      <line class="axis" x1="0" x2="100%" y1="34" y2="34"></line>
      <line class="zero" x1="${layout.at(0)}%" x2="${layout.at(0)}%" y1="12" y2="38"></line>
      ${layout.labels.map(
        (one) => svg`<line class="axis" x1="${one.at}%" x2="${one.at}%" y1="34" y2="38"></line>
          <text class=${one.at === 0 ? 'first' : one.at === 100 ? 'last' : ''} x="${one.at}%" y="52">${format.bar(one.premium)}</text>`,
      )}
      <line class="needle" x1="${layout.needle}%" x2="${layout.needle}%" y1="6" y2="34"></line>
      <circle class="head" cx="${layout.needle}%" cy="6" r="5"></circle>
    </svg>`;
  }
}

customElements.define('pl-scale', PremiumScale);
