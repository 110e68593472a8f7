// The chart with its ranges, the day under the crosshair in words, and the library's credit.

import { css, html, nothing } from 'lit';
import { isDark, readColours } from '../../charts/colours.ts';
import { extremes } from '../../charts/decimate.ts';
import type { HistoryChart } from '../../charts/history-chart.ts';
import type { ChoiceEvent } from '../../elements/choice.ts';
import '../../elements/choice.ts';
import { ChartElement, chartStyles } from '../../elements/chart-element.ts';
import { at, isoDate } from '../../model/brand.ts';
import { indexOnOrBefore } from '../../model/history-series.ts';
import type { Stretch } from '../../model/intraday.ts';
import { flatStretches } from '../../model/intraday.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, forms } from '../../styles/shared.ts';
import { capital } from '../../texts/index.ts';
import './day-readout.ts';
import { texts } from './texts.ts';

const rangeDays = { y3: 1096, y1: 366, m6: 183, m3: 92 } as const;
type RangeName = 'all' | keyof typeof rangeDays;
const ranges: RangeName[] = ['all', 'y3', 'y1', 'm6', 'm3'];

/** Tells which row is looked at; undefined is the latest. */
export class DayShown extends Event {
  static readonly type = 'day-shown';
  readonly index: number | undefined;

  constructor(index: number | undefined) {
    super(DayShown.type, { bubbles: true, composed: true });
    this.index = index;
  }
}

export class ChartPanel extends ChartElement<HistoryChart> {
  static override properties = {
    analysed: { attribute: false },
    range: { state: true },
    index: { state: true },
    isThinned: { state: true },
  };

  declare analysed: Analysed;
  declare range: RangeName;
  declare index: number | undefined;
  declare isThinned: boolean;

  protected readonly drawn = ['analysed'] as const;
  /** In a history the NAV of a day stands still by nature. */
  #flat: Stretch[] = [];
  /** The rows of the lowest and the highest premium. */
  #extremes: number[] = [];

  static override styles = [
    base,
    forms,
    chartStyles,
    css`
      .chart {
        height: min(28rem, 60vh);
        margin: 4px 0 var(--unit);
      }
      pl-choice {
        max-width: 30rem;
        margin-bottom: 12px;
      }
      .legend {
        margin-top: 12px;
      }
      .legend svg {
        stroke-width: 2;
      }
      .price {
        stroke: var(--ink);
      }
      .value {
        stroke: var(--accent);
      }
      .flat {
        stroke: var(--watch);
      }
      .picture {
        display: none;
      }
      @media print {
        .chart,
        .help,
        pl-choice {
          display: none;
        }
        .picture {
          display: block;
        }
        .picture canvas {
          width: 100%;
          max-height: 24rem;
          object-fit: contain;
          object-position: left;
        }
        .picture.dark canvas {
          filter: invert(1) hue-rotate(180deg) contrast(1.2);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.range = 'all';
    this.index = undefined;
    this.isThinned = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#print);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#print);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('analysed')) return;
    this.index = undefined;
    const { series, result } = this.analysed;
    this.#flat = result.shape === 'intraday' ? flatStretches(series) : [];
    const { premium, length } = series;
    this.#extremes = extremes(premium, 0, length).sort((a, b) => at(premium, a) - at(premium, b));
  }

  protected override render() {
    const own = texts[this.texts.language];
    const { dates } = this.analysed.series;
    return html`<h3>${own.chart}</h3>
      ${
        dates && !this.analysed.series.times
          ? html`<pl-choice .label=${own.range} .value=${this.range}
            .options=${ranges.map((value) => ({ value, label: own.ranges[value] }))}
            @choice=${(event: ChoiceEvent) => this.#show(event.value as RangeName)}></pl-choice>`
          : nothing
      }
      <pl-day .analysed=${this.analysed} .index=${this.index ?? this.analysed.result.latest?.index ?? 0}
        @day-chosen=${(event: CustomEvent<number>) => (this.index = event.detail)}></pl-day>
      ${this.#renderLegend()}
      <div class="chart" role="img" aria-label=${this.#describe()}></div>
      <div class="picture" aria-hidden="true"></div>
      <p class="help small soft">
        ${own.chart_help} ${this.isThinned ? own.chart_thinned(this.format.count(this.#pointCount)) : nothing}
        ${this.renderCredit()}
      </p>`;
  }

  /** A new canvas for new data, another language or other colours. */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (changed.has('index')) this.dispatchEvent(new DayShown(this.index));
  }

  #renderLegend() {
    const own = texts[this.texts.language];
    const { result, words } = this.texts;
    const { denominator } = this.analysed.result;
    const swatch = (name: string) =>
      html`<svg class=${name} viewBox="0 0 16 4" aria-hidden="true"><path d="M0 2h16"></path></svg>`;
    return html`<p class="legend small">
      <span>${swatch('price')} ${result.price}</span>
      <span>${swatch('value')} ${capital(words.denominator[denominator])}</span>
      ${
        this.#flat.length > 0
          ? html`<span>${swatch('flat')} ${own.flat_legend(words.denominator[denominator])}</span>`
          : nothing
      }
      <span class="soft">${own.chart_panes}</span>
    </p>`;
  }

  /** Paper takes no canvas that was sized for a screen, but it takes a picture of one. */
  #print = (): void => {
    const host = this.renderRoot.querySelector('.picture');
    const picture = this.chart?.picture();
    if (!host || !picture) return;
    host.classList.toggle('dark', isDark(this));
    host.replaceChildren(picture);
  };

  protected override async prepare() {
    const { HistoryChart } = await import('../../charts/history-chart.ts');
    return (host: HTMLElement) => {
      const { result, series } = this.analysed;
      const { inner, outer } = result.latest?.range ?? { inner: null, outer: null };
      const chart = new HistoryChart(
        host,
        { series, inner, outer, marks: result.marks, flat: this.#flat },
        readColours(this),
        this.format,
        (index) => (this.index = index ?? this.index),
      );
      // A task of its own each: making a chart and filling it both take a while on a phone.
      setTimeout(() => {
        if (this.chart === chart) this.#show(this.range);
      });
      return chart;
    };
  }

  #pointCount = 0;

  #show(range: RangeName): void {
    this.range = range;
    const { dates, length } = this.analysed.series;
    const last = dates?.[length - 1];
    const isWhole = range === 'all' || dates === undefined || last === undefined;
    const from = isWhole ? 0 : indexOnOrBefore(dates, last - rangeDays[range]) + 1;
    this.chart?.show(from, length);
    this.#pointCount = this.chart?.pointCount ?? 0;
    this.isThinned = this.chart?.isThinned ?? false;
  }

  #describe(): string {
    const own = texts[this.texts.language];
    const { dates, premium, length } = this.analysed.series;
    const low = this.#extremes[0] ?? 0;
    const high = this.#extremes.at(-1) ?? 0;
    const day = (index: number) => isoDate(dates?.[index]) ?? String(index + 1);
    const { format } = this;
    return own.chart_label(
      day(0),
      day(length - 1),
      format.fraction(premium[low]),
      day(low),
      format.fraction(premium[high]),
      day(high),
    );
  }
}

customElements.define('pl-chart', ChartPanel);
