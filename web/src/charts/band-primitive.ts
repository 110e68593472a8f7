// The inner and outer band, painted behind the premium.

import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type {
  IPrimitivePaneRenderer,
  IPrimitivePaneView,
  ISeriesApi,
  ISeriesPrimitive,
  Time,
} from 'lightweight-charts';

export interface PaintedBand {
  size: number;
  colour: string;
}

/** Widest first, so that the narrower is painted over it. */
export function bandPrimitive(
  series: ISeriesApi<'Line'>,
  bands: PaintedBand[],
): ISeriesPrimitive<Time> {
  const renderer: IPrimitivePaneRenderer = {
    draw(target: CanvasRenderingTarget2D) {
      target.useBitmapCoordinateSpace(({ context, bitmapSize, verticalPixelRatio }) => {
        for (const { size, colour } of bands) {
          const top = series.priceToCoordinate(size);
          const bottom = series.priceToCoordinate(-size);
          if (top === null || bottom === null) continue;
          context.fillStyle = colour;
          context.fillRect(
            0,
            top * verticalPixelRatio,
            bitmapSize.width,
            (bottom - top) * verticalPixelRatio,
          );
        }
      });
    },
  };
  const view: IPrimitivePaneView = { zOrder: () => 'bottom', renderer: () => renderer };
  return { paneViews: () => [view] };
}
