// What every chart of the page goes through: drawn when its data, the language or the colours
// change, by a library that is brought when there is something to draw, and named as that library
// asks. What a chart shows stands in words or a table beside it.

import { css, html } from 'lit';
import { PageElement } from './page-element.ts';

export const chartStyles = css`
  .chart {
    isolation: isolate;
    /* The page still scrolls under a finger that moves up or down. */
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
`;

export abstract class ChartElement<Chart extends { dispose(): void }> extends PageElement {
  protected chart: Chart | undefined;
  #drawn = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    matchMedia('(prefers-color-scheme: dark)').removeEventListener('change', this.#redraw);
    this.#drawn++;
    this.chart?.dispose();
    this.chart = undefined;
  }

  /** The properties that are drawn; without any changed, the language has. */
  protected abstract readonly drawn: readonly string[];

  /** Brings the library, and gives what draws on an empty `.chart`. */
  protected abstract prepare(): Promise<(host: HTMLElement) => Chart>;

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.size === 0 || this.drawn.some((name) => changed.has(name))) void this.#draw();
  }

  protected renderCredit() {
    return html`<a href="https://www.tradingview.com/" rel="noopener noreferrer" target="_blank">${this.texts.page.chart_credit}</a>`;
  }

  #redraw = (): void => void this.#draw();

  async #draw(): Promise<void> {
    const drawing = ++this.#drawn;
    const drawOn = await this.prepare();
    const host = this.renderRoot.querySelector<HTMLElement>('.chart');
    if (drawing !== this.#drawn || !host) return;
    this.chart?.dispose();
    this.chart = drawOn(host);
  }
}
