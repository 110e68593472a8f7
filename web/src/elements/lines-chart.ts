// A few lines of fractions over the same days, with a legend, a bar across and marks on the last
// line; the chart is named by its label, and what it shows stands in words or a table beside it.

import { css, html, nothing, svg } from 'lit';
import { readColours } from '../charts/colours.ts';
import type { LineChart, MarkShape } from '../charts/line-chart.ts';
import { base } from '../styles/shared.ts';
import { ChartElement, chartStyles } from './chart-element.ts';

type LineColour = 'accent' | 'ink' | 'inkSoft' | 'watch' | 'severe';

export interface NamedLine {
  /** Empty: the legend leaves it out, as the second edge of a band. */
  name: string;
  values: Float64Array;
  colour: LineColour;
  width: 1 | 2;
}

/** Rows of the last line that are marked alike. */
export interface NamedMarks {
  name: string;
  rows: number[];
  shape: MarkShape;
  colour: LineColour;
}

const outlines: Record<MarkShape, string> = {
  circle: 'M8 4a4 4 0 1 0 .01 0z',
  square: 'M4 4h8v8h-8z',
  arrowDown: 'M3 6h10l-5 6z',
};

export class LinesChart extends ChartElement<LineChart> {
  static override properties = {
    dates: { attribute: false },
    lines: { attribute: false },
    marks: { attribute: false },
    bar: { attribute: false },
    label: { type: String },
    isFirstOnTop: { attribute: false },
  };

  declare dates: Int32Array;
  /** In the legend's order. */
  declare lines: NamedLine[];
  declare marks: NamedMarks[];
  /** A level to see the lines against. */
  declare bar: number | undefined;
  declare label: string;
  /** Whether the first line lies over the others; else the last does. */
  declare isFirstOnTop: boolean;

  protected readonly drawn = ['lines', 'dates', 'marks', 'bar'] as const;

  static override styles = [
    base,
    chartStyles,
    css`
      .chart {
        height: min(16rem, 40vh);
      }
      .legend svg {
        stroke-width: 3;
      }
      .legend svg.mark {
        width: 16px;
        height: 16px;
        stroke: none;
      }
      .accent {
        stroke: var(--accent);
        fill: var(--accent);
      }
      .ink {
        stroke: var(--ink);
        fill: var(--ink);
      }
      .inkSoft {
        stroke: var(--ink-soft);
        fill: var(--ink-soft);
      }
      .watch {
        stroke: var(--watch);
        fill: var(--watch);
      }
      .severe {
        stroke: var(--severe);
        fill: var(--severe);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.marks = [];
    this.bar = undefined;
    this.isFirstOnTop = false;
  }

  protected override render() {
    return html`<p class="legend small">
        ${this.lines
          .filter(({ name }) => name)
          .map(
            ({ name, colour }) => html`<span>
              <svg class=${colour} viewBox="0 0 16 4" aria-hidden="true">${svg`<path d="M0 2h16"></path>`}</svg>
              ${name}
            </span>`,
          )}
        ${this.marks.map(
          ({ name, colour, shape }) => html`<span>
            <svg class="mark ${colour}" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${outlines[shape]}></path>`}</svg>
            ${name}
          </span>`,
        )}
      </p>
      <div class="chart" role="img" aria-label=${this.label || nothing}></div>
      <p class="small soft">${this.renderCredit()}</p>`;
  }

  protected override async prepare() {
    const { LineChart } = await import('../charts/line-chart.ts');
    return (host: HTMLElement) => {
      const colours = readColours(this);
      const drawn = this.isFirstOnTop ? [...this.lines].reverse() : this.lines;
      return new LineChart(
        host,
        {
          dates: this.dates,
          lines: drawn.map(({ values, colour, width }) => ({
            values,
            colour: colours[colour],
            width,
          })),
          marks: this.marks.map((mark) => ({ ...mark, colour: colours[mark.colour] })),
          bar: this.bar,
        },
        colours,
        this.format,
      );
    };
  }
}

customElements.define('pl-lines-chart', LinesChart);
