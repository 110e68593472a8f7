// The premium with the bar across it, and the start, peak and end of each episode marked. The list
// of the episodes says the same in words.

import { html, nothing } from 'lit';
import '../../../../elements/lines-chart.ts';
import type { NamedLine, NamedMarks } from '../../../../elements/lines-chart.ts';
import { PageElement } from '../../../../elements/page-element.ts';
import type { Episode } from '../../../../generated/ops.ts';
import { isoDate } from '../../../../model/brand.ts';
import type { HistorySeries } from '../../../../model/history-series.ts';
import { base } from '../../../../styles/shared.ts';
import { episodeTexts } from './episode-texts.ts';
import type { EpisodesResult } from './episodes.ts';

/** More are a smear: of many the highest are marked. */
const mostMarked = 60;

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
    const marked = this.#marked;
    const lines: NamedLine[] = [{ name: own.premium, values: premium, colour: 'accent', width: 1 }];
    const marks: NamedMarks[] = [
      {
        name: own.start,
        rows: marked.map(({ start_index }) => start_index),
        shape: 'circle',
        colour: 'ink',
      },
      {
        name: own.peak,
        rows: marked.map(({ peak_index }) => peak_index),
        shape: 'arrowDown',
        colour: 'severe',
      },
      {
        name: own.end,
        rows: marked.flatMap(({ end_index }) => end_index ?? []),
        shape: 'square',
        colour: 'watch',
      },
    ];
    return html`<pl-lines-chart .dates=${dates} .lines=${lines} .marks=${marks} .bar=${rule.bar}
      .label=${this.#label(isoDate(dates[0]) ?? '', isoDate(dates.at(-1)) ?? '')}></pl-lines-chart>
      ${marked.length < episodes.length ? html`<p class="small soft">${own.only_highest(this.format.count(marked.length))}</p>` : nothing}`;
  }

  get #marked(): Episode[] {
    const { episodes } = this.result;
    if (episodes.length <= mostMarked) return episodes;
    return [...episodes].sort((a, b) => b.peak_premium - a.peak_premium).slice(0, mostMarked);
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
      format.count(this.#marked.length),
      format.fraction(largest.peak_premium, true),
      largest.peak ?? '',
    );
  }
}

customElements.define('pl-episode-chart', EpisodeChart);
