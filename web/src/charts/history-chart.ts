// Price and value above, the premium with its bands below, findings as marks on it. This module
// brings the charting library with it: import it only when there is something to draw.

import type {
  IChartApi,
  ISeriesApi,
  ISeriesMarkersPluginApi,
  MouseEventParams,
  SeriesMarker,
  Time,
  UTCTimestamp,
} from 'lightweight-charts';
import {
  CrosshairMode,
  createChart,
  createSeriesMarkers,
  LineSeries,
  LineStyle,
  LineType,
  TickMarkType,
} from 'lightweight-charts';
import type { Mark } from '../generated/ops.ts';
import { at, isoDate, missingDay, timeOfDay } from '../model/brand.ts';
import type { HistorySeries } from '../model/history-series.ts';
import type { Stretch } from '../model/intraday.ts';
import type { Format } from '../texts/format.ts';
import { bandPrimitive } from './band-primitive.ts';
import type { ChartColours } from './colours.ts';
import { decimate } from './decimate.ts';

export interface ChartData {
  series: HistorySeries;
  inner: number | null;
  outer: number | null;
  marks: Mark[];
  /** Stretches in which the value stood still. */
  flat: Stretch[];
}

/** More points than this are thinned out; two for every pixel of a wide screen. */
const mostPoints = 4000;
const secondsOfDay = 86_400;

/** Empty until show() is called. */
export class HistoryChart {
  readonly #chart: IChartApi;
  readonly #price: ISeriesApi<'Line'>;
  readonly #value: ISeriesApi<'Line'>;
  readonly #flat: ISeriesApi<'Line'>;
  readonly #premium: ISeriesApi<'Line'>;
  readonly #markers: ISeriesMarkersPluginApi<Time>;
  #data: ChartData;
  #colours: ChartColours;
  #indexes: number[] = [];
  #isThinned = false;

  constructor(
    host: HTMLElement,
    data: ChartData,
    colours: ChartColours,
    format: Format,
    onPoint: (index: number | undefined) => void,
  ) {
    this.#data = data;
    this.#colours = colours;
    // Without a key held, the wheel moves the page: it must be possible to scroll past the chart.
    host.addEventListener('wheel', passOver, { capture: true });
    this.#chart = createChart(host, chartOptions(colours, format, data.series.times !== undefined));
    const line = { lastValueVisible: false, priceLineVisible: false, crosshairMarkerRadius: 3 };
    const money = {
      type: 'custom' as const,
      formatter: (value: number) => format.price(value),
      minMove: 0.001,
    };
    this.#price = this.#chart.addSeries(LineSeries, {
      ...line,
      color: colours.ink,
      lineWidth: 1,
      priceFormat: money,
    });
    this.#value = this.#chart.addSeries(LineSeries, {
      ...line,
      color: colours.accent,
      lineWidth: 1,
      lineType: LineType.WithSteps,
      priceFormat: money,
    });
    this.#flat = this.#chart.addSeries(LineSeries, {
      ...line,
      color: colours.watch,
      lineWidth: 3,
      priceFormat: money,
    });
    const percent = {
      type: 'custom' as const,
      formatter: (value: number) => format.fraction(value),
      minMove: 0.0001,
    };
    this.#premium = this.#chart.addSeries(
      LineSeries,
      { ...line, color: colours.ink, lineWidth: 1, priceFormat: percent },
      1,
    );
    this.#paintBands();
    this.#markers = createSeriesMarkers<Time>(this.#premium, []);
    this.#chart.panes()[0]?.setStretchFactor(3);
    this.#chart.panes()[1]?.setStretchFactor(2);
    this.#chart.subscribeCrosshairMove((event) => onPoint(this.#indexAt(event)));
  }

  /** Draws the rows from `from` up to `to`. */
  show(from: number, to: number): void {
    const { series } = this.#data;
    this.#indexes = this.#ascending(decimate(series.premium, from, to, mostPoints));
    this.#isThinned = to - from > mostPoints;
    const points = (values: Float64Array) =>
      this.#indexes
        .filter((index) => !Number.isNaN(values[index]))
        .map((index) => ({ time: this.#timeOf(index), value: at(values, index) }));
    this.#price.setData(points(series.price));
    this.#value.setData(points(series.value));
    this.#flat.setData(this.#flatPoints());
    this.#premium.setData(points(series.premium));
    this.#markers.setMarkers(this.#marksBetween(from, to));
    this.#chart.timeScale().fitContent();
  }

  /** How many rows are drawn, and whether some were left out. */
  get pointCount(): number {
    return this.#indexes.length;
  }

  get isThinned(): boolean {
    return this.#isThinned;
  }

  /** The chart as it stands, for print: drawn at once. */
  picture(): HTMLCanvasElement {
    return this.#chart.takeScreenshot();
  }

  dispose(): void {
    this.#chart.remove();
  }

  /** The value where it stands still; a row without a number breaks the line in between. */
  #flatPoints() {
    const { flat, series } = this.#data;
    const isFlat = (index: number) => flat.some(({ from, to }) => index >= from && index <= to);
    return flat.length === 0
      ? []
      : this.#indexes.map((index) => {
          const time = this.#timeOf(index);
          const value = at(series.value, index);
          return isFlat(index) && !Number.isNaN(value) ? { time, value } : { time };
        });
  }

  #paintBands(): void {
    const { inner, outer } = this.#data;
    const { bandInner, bandOuter, hairline } = this.#colours;
    const bands = [
      { size: outer, colour: bandOuter },
      { size: inner, colour: bandInner },
    ].flatMap(({ size, colour }) => (size === null ? [] : [{ size, colour }]));
    this.#premium.attachPrimitive(bandPrimitive(this.#premium, bands));
    this.#premium.createPriceLine({
      price: 0,
      color: hairline,
      lineWidth: 1,
      lineStyle: LineStyle.Solid,
      axisLabelVisible: false,
      title: '',
    });
  }

  #marksBetween(from: number, to: number): SeriesMarker<Time>[] {
    const { severe, watch, inkSoft } = this.#colours;
    return this.#data.marks
      .filter(({ index }) => index >= from && index < to)
      .map(({ index, level, premium_fraction }) => ({
        time: this.#timeOf(index),
        position: (premium_fraction ?? 0) < 0 ? 'belowBar' : 'aboveBar',
        shape: level === 'severe' || level === 'warn' ? 'arrowDown' : 'circle',
        color:
          level === 'severe' || level === 'warn' ? severe : level === 'watch' ? watch : inkSoft,
        size: 0.6,
      }));
  }

  /** Days ascend already; rows without a day, or of a day that is there, cannot be drawn. */
  #ascending(indexes: number[]): number[] {
    let last = Number.NEGATIVE_INFINITY;
    return indexes.filter((index) => {
      const isDated = this.#data.series.dates?.[index] !== missingDay;
      const time = this.#timeOf(index) as number;
      if (!isDated || Number.isNaN(time) || time <= last) return false;
      last = time;
      return true;
    });
  }

  #timeOf(index: number): UTCTimestamp {
    const { dates, times } = this.#data.series;
    const day = dates?.[index] ?? 0;
    return (day * secondsOfDay + (times?.[index] ?? 0)) as UTCTimestamp;
  }

  #indexAt({ time }: MouseEventParams<Time>): number | undefined {
    if (typeof time !== 'number') return undefined;
    let low = 0;
    let high = this.#indexes.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#timeOf(this.#indexes[middle] ?? 0) as number) < time) low = middle + 1;
      else high = middle;
    }
    return this.#indexes[low];
  }
}

export function passOver(event: WheelEvent): void {
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
}

export function chartOptions(colours: ChartColours, format: Format, isIntraday: boolean) {
  const border = { borderColor: colours.hairline };
  const label = { labelBackgroundColor: colours.accent, color: colours.inkSoft };
  return {
    autoSize: true,
    layout: {
      background: { color: colours.paper },
      textColor: colours.inkSoft,
      fontFamily: 'system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif',
      fontSize: 12,
      // Rendered as a link below the chart instead: the library's own writes markup.
      attributionLogo: false,
      panes: { separatorColor: colours.hairline, enableResize: false },
    },
    grid: { vertLines: { visible: false }, horzLines: { color: colours.hairline } },
    crosshair: { mode: CrosshairMode.Magnet, vertLine: label, horzLine: label },
    rightPriceScale: border,
    timeScale: {
      ...border,
      timeVisible: isIntraday,
      secondsVisible: false,
      minBarSpacing: 0.05,
      tickMarkFormatter: (time: Time, type: TickMarkType) => tickText(time as number, type),
    },
    localization: {
      locale: format.language === 'zh' ? 'zh-CN' : 'en-GB',
      timeFormatter: (time: Time) => timeText(time as number, isIntraday),
    },
    handleScroll: { mouseWheel: false, vertTouchDrag: false },
  };
}

const dayOf = (time: number) => isoDate(Math.floor(time / secondsOfDay)) ?? '';

function timeText(time: number, isIntraday: boolean): string {
  return isIntraday ? timeOfDay(time % secondsOfDay) : dayOf(time);
}

function tickText(time: number, type: TickMarkType): string {
  if (type >= TickMarkType.Time) return timeOfDay(time % secondsOfDay);
  const day = dayOf(time);
  return type === TickMarkType.Year
    ? day.slice(0, 4)
    : type === TickMarkType.Month
      ? day.slice(0, 7)
      : day.slice(5);
}
