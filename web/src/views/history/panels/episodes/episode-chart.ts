// The premium with the bar across it, and the start, peak and end of each episode marked. The list
// of the episodes says the same in words.

import { html, nothing } from 'lit';
import '../../../../elements/lines-chart.ts';
import type { NamedLine, NamedMarks } from '../../../../elements/lines-chart.ts';
import { PageElement } from '../../../../elements/page-element.ts';
import { isoDate } from '../../../../model/brand.ts';
import type { HistorySeries } from '../../../../model/history-series.ts';
import { base } from '../../../../styles/shared.ts';
import { episodeTexts } from './episode-texts.ts';
import type { EpisodesResult } from './episodes.ts';

export class EpisodeChart extends PageElement {
  static override properties = { result: { attribute: false }, series: { attribute: false } };

  declare result: EpisodesResult;
  /** Of the rows that the result's indexes count. */
  declare series: HistorySeries;

  static override styles = base;

  protected override render() {
    const own = episodeTexts[this.texts.language];
    const { denominator, episodes, rule } = this.result;
    const { dates, premiums } = this.series;
    const premium = denominator ? premiums.get(denominator) : undefined;
    if (!dates || !premium || episodes.length === 0) return nothing;
    const lines: NamedLine[] = [{ name: own.premium, values: premium, colour: 'accent', width: 1 }];
    const marks: NamedMarks[] = [
      {
        name: own.start,
        rows: episodes.map(({ start_index }) => start_index),
        shape: 'circle',
        colour: 'ink',
      },
      {
        name: own.peak,
        rows: episodes.map(({ peak_index }) => peak_index),
        shape: 'arrowDown',
        colour: 'severe',
      },
      {
        name: own.end,
        rows: episodes.flatMap(({ end_index }) => end_index ?? []),
        shape: 'square',
        colour: 'watch',
      },
    ];
    return html`<pl-lines-chart .dates=${dates} .lines=${lines} .marks=${marks} .bar=${rule.bar}
      .label=${this.#label(isoDate(dates[0]) ?? '', isoDate(dates.at(-1)) ?? '')}></pl-lines-chart>`;
  }

  #label(from: string, to: string): string {
    const own = episodeTexts[this.texts.language];
    const { format } = this;
    const { episodes, rule } = this.result;
    const largest = episodes.reduce((a, b) => (b.peak_premium > a.peak_premium ? b : a));
    return own.chart_label(
      from,
      to,
      format.bar(rule.bar),
      format.count(episodes.length),
      format.fraction(largest.peak_premium, true),
      largest.peak ?? '',
    );
  }
}

customElements.define('pl-episode-chart', EpisodeChart);
