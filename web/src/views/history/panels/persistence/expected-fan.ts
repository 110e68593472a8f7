// The expected premium and its interval, day by day ahead. The days stand at the square root's
// distance, so that the first ones can be told apart.

import { css, html, nothing, svg } from 'lit';
import { PageElement } from '../../../../elements/page-element.ts';
import { base } from '../../../../styles/shared.ts';

export interface FanPoint {
  days: number;
  mean: number;
  low: number;
  high: number;
}

const wide = 640;
const tall = 256;
const margin = { left: 84, right: 12, top: 16, bottom: 44 };
/** Texts nearer than this would overlap. */
const apart = 22;

export class ExpectedFan extends PageElement {
  static override properties = {
    points: { attribute: false },
    marked: { attribute: false },
    usual: { attribute: false },
    label: { type: String },
    today: { type: String },
  };

  /** From the latest day (0) on, ascending. */
  declare points: FanPoint[];
  /** The days that are written out. */
  declare marked: number[];
  /** The level that the premium goes back to. */
  declare usual: number | null;
  declare label: string;
  declare today: string;

  static override styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        max-width: 44rem;
        height: auto;
      }
      .fan {
        fill: var(--accent);
        fill-opacity: 0.15;
      }
      .mean {
        fill: none;
        stroke: var(--accent);
        stroke-width: 2;
      }
      .zero {
        stroke: var(--field-line);
      }
      .usual {
        stroke: var(--ink-soft);
        stroke-dasharray: 4 4;
      }
      circle {
        fill: var(--accent);
      }
      text {
        fill: var(--ink-soft);
        font-size: 14px;
      }
      /* The drawing shrinks with the page, its texts must not. */
      @media (max-width: 40rem) {
        text {
          font-size: 22px;
        }
      }
    `,
  ];

  get #range(): [number, number] {
    const values = [0, this.usual ?? 0, ...this.points.flatMap(({ low, high }) => [low, high])];
    return [Math.min(...values), Math.max(...values)];
  }

  get #most(): number {
    return this.points.at(-1)?.days ?? 1;
  }

  #x(days: number): number {
    return margin.left + Math.sqrt(days / this.#most) * (wide - margin.left - margin.right);
  }

  #y(value: number): number {
    const [least, largest] = this.#range;
    const share = (largest - value) / (largest - least || 1);
    return margin.top + share * (tall - margin.top - margin.bottom);
  }

  #line(of: 'mean' | 'low' | 'high', points = this.points): string {
    return points
      .map((point) => `${this.#x(point.days).toFixed(1)} ${this.#y(point[of]).toFixed(1)}`)
      .join(' L');
  }

  protected override render() {
    return html`<svg viewBox="0 0 ${wide} ${tall}" role="img" aria-label=${this.label}>
      ${svg`
        <path class="fan" d="M${this.#line('high')} L${this.#line('low', [...this.points].reverse())} Z"></path>
        ${this.#renderLevels()}
        <path class="mean" d="M${this.#line('mean')}"></path>
        ${this.points.filter(({ days }) => this.marked.includes(days)).map((point) => this.#renderPoint(point))}`}
    </svg>`;
  }

  /** 0, the usual level and both ends, those that have room. */
  #renderLevels() {
    const written: number[] = [];
    const [least, largest] = this.#range;
    const levels: [number, string][] = [
      [0, 'zero'],
      [this.usual ?? 0, 'usual'],
      [largest, 'end'],
      [least, 'end'],
    ];
    return levels.map(([value, kind]) => {
      const y = this.#y(value);
      if (written.some((other) => Math.abs(other - y) < apart)) return nothing;
      written.push(y);
      return svg`
        <line class=${kind} x1=${margin.left} x2=${wide - margin.right} y1=${y} y2=${y}></line>
        <text x=${margin.left - 6} y=${y + 5} text-anchor="end">${this.format.number(100 * value, 1)} %</text>`;
    });
  }

  #renderPoint({ days, mean }: FanPoint) {
    return svg`<circle cx=${this.#x(days)} cy=${this.#y(mean)} r="3"></circle>
      <text x=${this.#x(days)} y=${tall - 8} text-anchor=${days === this.#most ? 'end' : 'middle'}>${days === 0 ? this.today : days}</text>`;
  }
}

customElements.define('pl-expected-fan', ExpectedFan);
