// A few lines of fractions over the same days, with marks on the last of them. Brings the charting
// library: import it only when there is something to draw.

import type { IChartApi, ISeriesApi, SeriesMarker, Time, UTCTimestamp } from 'lightweight-charts';
import { createChart, createSeriesMarkers, LineSeries, LineStyle } from 'lightweight-charts';
import { at, missingDay } from '../model/brand.ts';
import type { Format } from '../texts/format.ts';
import type { ChartColours } from './colours.ts';
import { decimate } from './decimate.ts';
import { chartOptions, passOver } from './history-chart.ts';

export interface Line {
  values: Float64Array;
  colour: string;
  width: 1 | 2;
}

export type MarkShape = 'circle' | 'square' | 'arrowDown';

export interface LineMarks {
  rows: number[];
  shape: MarkShape;
  colour: string;
}

export interface LineChartData {
  dates: Int32Array;
  /** The last one lies on top and carries the marks. */
  lines: Line[];
  marks: LineMarks[];
  bar: number | undefined;
}

const mostPoints = 3000;
/** More marks of a kind than this are drawn smaller. */
const mostLargeMarks = 25;

export class LineChart {
  readonly #chart: IChartApi;
  readonly #data: LineChartData;
  readonly #format: Format;

  constructor(host: HTMLElement, data: LineChartData, colours: ChartColours, format: Format) {
    this.#data = data;
    this.#format = format;
    host.addEventListener('wheel', passOver, { capture: true });
    this.#chart = createChart(host, chartOptions(colours, format, false));
    const top = data.lines.map((line) => this.#addLine(line)).at(-1);
    if (top) this.#addMarks(top, colours);
    this.#chart.timeScale().fitContent();
  }

  dispose(): void {
    this.#chart.remove();
  }

  #addLine({ values, colour, width }: Line): ISeriesApi<'Line'> {
    const series = this.#chart.addSeries(LineSeries, {
      color: colour,
      lineWidth: width,
      lastValueVisible: false,
      priceLineVisible: false,
      crosshairMarkerRadius: 3,
      priceFormat: {
        type: 'custom',
        formatter: (value: number) => this.#format.fraction(value),
        minMove: 0.0001,
      },
    });
    const { dates } = this.#data;
    const rows = this.#rowsOf(values).filter(
      (row) => dates[row] !== missingDay && !Number.isNaN(at(values, row)),
    );
    series.setData(rows.map((row) => ({ time: this.#timeOf(row), value: at(values, row) })));
    return series;
  }

  /** Of a long series not all rows, but those that are marked. */
  #rowsOf(values: Float64Array): number[] {
    const { dates, marks } = this.#data;
    const rows = new Set(decimate(values, 0, dates.length, mostPoints));
    for (const mark of marks) for (const row of mark.rows) rows.add(row);
    return [...rows].sort((a, b) => a - b);
  }

  #addMarks(series: ISeriesApi<'Line'>, { inkSoft }: ChartColours): void {
    const { bar, dates, marks } = this.#data;
    if (bar !== undefined) {
      const line = { price: bar, color: inkSoft, lineWidth: 1 as const, title: '' };
      series.createPriceLine({ ...line, lineStyle: LineStyle.Dashed, axisLabelVisible: false });
    }
    const isCrowded = marks.some(({ rows }) => rows.length > mostLargeMarks);
    const all = marks.flatMap(({ rows, shape, colour }) =>
      rows
        .filter((row) => dates[row] !== missingDay)
        .map(
          (row): SeriesMarker<Time> => ({
            time: this.#timeOf(row),
            position: shape === 'arrowDown' ? 'aboveBar' : 'inBar',
            shape,
            color: colour,
            size: isCrowded ? 0.3 : 0.6,
          }),
        ),
    );
    if (all.length === 0) return;
    createSeriesMarkers<Time>(
      series,
      all.sort((a, b) => (a.time as number) - (b.time as number)),
    );
  }

  #timeOf(row: number): UTCTimestamp {
    return ((this.#data.dates[row] ?? 0) * 86_400) as UTCTimestamp;
  }
}
