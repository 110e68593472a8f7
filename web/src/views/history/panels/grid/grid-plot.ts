// The past days on the plane of value change and final premium, with the line of break-even.

import { css, html, svg } from 'lit';
import { PageElement } from '../../../../elements/page-element.ts';
import type { Ops } from '../../../../generated/ops.ts';
import { base } from '../../../../styles/shared.ts';
import { gridTexts } from './grid-texts.ts';

type Grid = Ops['outcome_grid']['result'];

const size = { width: 640, height: 320, left: 72, right: 24, top: 40, bottom: 60 };

export class GridPlot extends PageElement {
  static override properties = { grid: { attribute: false } };

  declare grid: Grid;

  static override styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        max-width: 40rem;
        height: auto;
      }
      text {
        fill: var(--ink-soft);
        font-size: 14px;
        font-variant-numeric: tabular-nums;
      }
      .axis {
        stroke: var(--hairline);
      }
      .even {
        fill: none;
        stroke: var(--ink);
        stroke-width: 2;
        stroke-dasharray: 5 4;
      }
      .gain {
        fill: var(--up);
      }
      .loss {
        fill: var(--paper);
        stroke: var(--down);
        stroke-width: 2.5;
      }
      .today {
        stroke: var(--accent);
      }
      @media (max-width: 40rem) {
        text {
          font-size: 22px;
        }
      }
    `,
  ];

  protected override render() {
    const own = gridTexts[this.texts.language];
    const { grid } = this;
    const { premium_to, growth, outcomes, breakeven_growth_fraction } = grid;
    const x = scaleOf(growth, size.left, size.width - size.right);
    const y = scaleOf(premium_to, size.height - size.bottom, size.top);
    const inside = (value: number) => value >= (growth[0] ?? 0) && value <= (growth.at(-1) ?? 0);
    const line = premium_to
      .map((premium, row) => [breakeven_growth_fraction[row] ?? 0, premium] as const)
      .filter(([needed]) => inside(needed))
      .map(([needed, premium]) => `${x(needed).toFixed(1)},${y(premium).toFixed(1)}`)
      .join(' ');
    const drawn = outcomes.filter((one) => one.premium_cell !== null && one.growth_cell !== null);
    return html`<h3>${own.plot}</h3>
      <svg viewBox="0 0 ${size.width} ${size.height}" role="img"
        aria-label=${own.plot_label(this.format.count(outcomes.length))}>
        ${this.#renderAxes(x, y)}
        <polyline class="even" points=${line}></polyline>
        ${drawn.map(
          (one) =>
            svg`<circle class=${one.return_fraction < 0 ? 'loss' : 'gain'} r="5"
              cx=${x(one.value_growth)} cy=${y(one.premium_to_fraction)}></circle>`,
        )}
      </svg>`;
  }

  #renderAxes(x: (value: number) => number, y: (value: number) => number) {
    const own = gridTexts[this.texts.language];
    const { format } = this;
    const { premium_to, growth, premium_from_fraction } = this.grid;
    const bottom = size.height - size.bottom;
    const some = (values: number[]) => {
      const every = Math.ceil(values.length / 5);
      return values.filter((_, index) => index % every === 0);
    };
    const rows = premium_to.filter((_, row) => row !== this.grid.today_row);
    return svg`
      ${some(growth).map(
        (
          value,
        ) => svg`<line class="axis" x1=${x(value)} x2=${x(value)} y1=${size.top} y2=${bottom}></line>
          <text x=${x(value)} y=${bottom + 24} text-anchor="middle">${format.bar(value)}</text>`,
      )}
      ${some(rows).map(
        (
          value,
        ) => svg`<line class="axis" x1=${size.left} x2=${size.width - size.right} y1=${y(value)} y2=${y(value)}></line>
          <text x=${size.left - 6} y=${y(value) + 5} text-anchor="end">${format.bar(value)}</text>`,
      )}
      <line class="today" x1=${size.left} x2=${size.width - size.right}
        y1=${y(premium_from_fraction ?? 0)} y2=${y(premium_from_fraction ?? 0)}></line>
      <text x="0" y="20">${own.plot_y} ↑</text>
      <text x=${size.width - size.right} y=${size.height - 6} text-anchor="end">${own.plot_x} →</text>`;
  }
}

/** A straight scale from the ends of ascending values to two places. */
function scaleOf(values: number[], from: number, to: number): (value: number) => number {
  const low = values[0] ?? 0;
  const high = values.at(-1) ?? 1;
  const span = high - low || 1;
  return (value) => from + ((value - low) / span) * (to - from);
}

customElements.define('pl-grid-plot', GridPlot);
