// A few lines of fractions over the same days. Brings the charting library: import it only when
// there is something to draw.

import type { IChartApi, UTCTimestamp } from 'lightweight-charts';
import { createChart, LineSeries } from 'lightweight-charts';
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

const mostPoints = 3000;

export class LineChart {
  readonly #chart: IChartApi;

  constructor(
    host: HTMLElement,
    dates: Int32Array,
    lines: Line[],
    colours: ChartColours,
    format: Format,
  ) {
    host.addEventListener('wheel', passOver, { capture: true });
    this.#chart = createChart(host, chartOptions(colours, format, false));
    for (const { values, colour, width } of lines) {
      const series = this.#chart.addSeries(LineSeries, {
        color: colour,
        lineWidth: width,
        lastValueVisible: false,
        priceLineVisible: false,
        crosshairMarkerRadius: 3,
        priceFormat: {
          type: 'custom',
          formatter: (value: number) => format.fraction(value),
          minMove: 0.0001,
        },
      });
      series.setData(pointsOf(dates, values));
    }
    this.#chart.timeScale().fitContent();
  }

  dispose(): void {
    this.#chart.remove();
  }
}

function pointsOf(dates: Int32Array, values: Float64Array) {
  return decimate(values, 0, dates.length, mostPoints)
    .filter((row) => dates[row] !== missingDay && !Number.isNaN(at(values, row)))
    .map((row) => ({
      time: ((dates[row] ?? 0) * 86_400) as UTCTimestamp,
      value: at(values, row),
    }));
}
