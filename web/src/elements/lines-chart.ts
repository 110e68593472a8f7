// A few lines of fractions over the same days, with a legend; the chart is named by its label, and
// what it shows stands in words or a table beside it.

import { css, html, svg } from 'lit';
import { readColours } from '../charts/colours.ts';
import type { LineChart } from '../charts/line-chart.ts';
import { base } from '../styles/shared.ts';
import { PageElement } from './page-element.ts';

export interface NamedLine {
  /** Empty: the legend leaves it out, as the second edge of a band. */
  name: string;
  values: Float64Array;
  colour: 'accent' | 'ink' | 'inkSoft' | 'watch' | 'severe';
  width: 1 | 2;
}

export class LinesChart extends PageElement {
  static override properties = {
    dates: { attribute: false },
    lines: { attribute: false },
    label: { type: String },
  };

  declare dates: Int32Array;
  declare lines: NamedLine[];
  declare label: string;

  #chart: LineChart | undefined;
  #drawn = 0;

  static override styles = [
    base,
    css`
      .chart {
        isolation: isolate;
        height: min(16rem, 40vh);
        touch-action: pan-y pinch-zoom;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 0 calc(2 * var(--unit));
      }
      .legend svg {
        width: 16px;
        height: 4px;
        vertical-align: middle;
        stroke-width: 3;
      }
      .accent {
        stroke: var(--accent);
      }
      .ink {
        stroke: var(--ink);
      }
      .inkSoft {
        stroke: var(--ink-soft);
      }
      .watch {
        stroke: var(--watch);
      }
      .severe {
        stroke: var(--severe);
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
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    matchMedia('(prefers-color-scheme: dark)').removeEventListener('change', this.#redraw);
    this.#drawn++;
    this.#chart?.dispose();
    this.#chart = undefined;
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
      </p>
      <div class="chart" role="img" aria-label=${this.label}></div>
      <p class="small soft">
        <a href="https://www.tradingview.com/" rel="noopener noreferrer" target="_blank">${this.texts.page.chart_credit}</a>
      </p>`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('lines') || changed.has('dates') || changed.size === 0) void this.#draw();
  }

  #redraw = (): void => void this.#draw();

  async #draw(): Promise<void> {
    const drawing = ++this.#drawn;
    const { LineChart } = await import('../charts/line-chart.ts');
    const host = this.renderRoot.querySelector<HTMLElement>('.chart');
    if (drawing !== this.#drawn || !host) return;
    this.#chart?.dispose();
    const colours = readColours(this);
    const lines = this.lines.map(({ values, colour, width }) => ({
      values,
      colour: colours[colour],
      width,
    }));
    this.#chart = new LineChart(host, this.dates, lines, colours, this.format);
  }
}

customElements.define('pl-lines-chart', LinesChart);
