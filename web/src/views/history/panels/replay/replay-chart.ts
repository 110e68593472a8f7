// The premium on the estimate beside those on the published NAV and, in hindsight, the same day's.

import { css, html, svg } from 'lit';
import { readColours } from '../../../../charts/colours.ts';
import type { LineChart } from '../../../../charts/line-chart.ts';
import { PageElement } from '../../../../elements/page-element.ts';
import { isoDate } from '../../../../model/brand.ts';
import { base } from '../../../../styles/shared.ts';
import { replayTexts } from './replay-texts.ts';

export interface ReplayLines {
  dates: Int32Array;
  estimate: Float64Array;
  published: Float64Array | undefined;
  sameDay: Float64Array | undefined;
}

export class ReplayChart extends PageElement {
  static override properties = { lines: { attribute: false } };

  declare lines: ReplayLines;

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
      }
      .estimate {
        stroke: var(--accent);
        stroke-width: 4;
      }
      .published {
        stroke: var(--ink);
        stroke-width: 2;
      }
      .same-day {
        stroke: var(--watch);
        stroke-width: 2;
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
    const own = replayTexts[this.texts.language];
    const { dates } = this.lines;
    const day = (index: number) => isoDate(dates[index]) ?? '';
    const swatch = (name: string) =>
      html`<svg class=${name} viewBox="0 0 16 4" aria-hidden="true">${svg`<path d="M0 2h16"></path>`}</svg>`;
    return html`<h3>${own.chart}</h3>
      <p class="legend small">
        <span>${swatch('estimate')} ${own.line_estimate}</span>
        <span>${swatch('published')} ${own.line_published}</span>
        <span>${swatch('same-day')} ${own.line_same_day}</span>
      </p>
      <div class="chart" role="img" aria-label=${own.chart_label(day(0), day(dates.length - 1))}></div>
      <p class="small soft">
        <a href="https://www.tradingview.com/" rel="noopener noreferrer" target="_blank">${this.texts.page.chart_credit}</a>
      </p>`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('lines') || changed.size === 0) void this.#draw();
  }

  #redraw = (): void => void this.#draw();

  async #draw(): Promise<void> {
    const drawing = ++this.#drawn;
    const { LineChart } = await import('../../../../charts/line-chart.ts');
    const host = this.renderRoot.querySelector<HTMLElement>('.chart');
    if (drawing !== this.#drawn || !host) return;
    this.#chart?.dispose();
    const colours = readColours(this);
    const { dates, estimate, published, sameDay } = this.lines;
    const lines = [
      { values: sameDay, colour: colours.watch, width: 1 as const },
      { values: published, colour: colours.ink, width: 1 as const },
      { values: estimate, colour: colours.accent, width: 2 as const },
    ];
    const drawn = lines.flatMap(({ values, ...line }) => (values ? [{ values, ...line }] : []));
    this.#chart = new LineChart(host, dates, drawn, colours, this.format);
  }
}

customElements.define('pl-replay-chart', ReplayChart);
