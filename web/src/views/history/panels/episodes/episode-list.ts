// Episodes newest first: one line each; opened, what closed it and what buyers of each level got.

import { css, html, nothing } from 'lit';
import '../../../../elements/number-card.ts';
import { PageElement } from '../../../../elements/page-element.ts';
import type { Episode, ReturnSplit } from '../../../../generated/ops.ts';
import { base, forms, tables } from '../../../../styles/shared.ts';
import { pageStyles, renderPages } from '../../pages.ts';
import { episodeTexts } from './episode-texts.ts';
import type { EpisodesResult } from './episodes.ts';

const perPage = 8;

export class EpisodeList extends PageElement {
  static override properties = { result: { attribute: false }, page: { state: true } };

  declare result: EpisodesResult;
  declare page: number;

  static override styles = [
    base,
    forms,
    tables,
    pageStyles,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        border-bottom: 1px solid var(--hairline);
      }
      summary {
        color: inherit;
      }
      .dates {
        font-variant-numeric: tabular-nums;
      }
      .peak {
        font-weight: 600;
      }
      .inside {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--unit);
        padding-bottom: calc(2 * var(--unit));
      }
      th,
      td {
        white-space: nowrap;
      }
    `,
  ];

  constructor() {
    super();
    this.page = 0;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('result')) this.page = 0;
  }

  protected override render() {
    const own = episodeTexts[this.texts.language];
    const { format } = this;
    const all = [...this.result.episodes].reverse();
    const from = this.page * perPage;
    const shown = all.slice(from, from + perPage);
    const last = Math.ceil(all.length / perPage) - 1;
    return html`<ul>${shown.map((episode) => this.#renderEpisode(episode))}</ul>
      ${
        last > 0
          ? renderPages({
              page: this.page,
              last,
              back: own.newer,
              on: own.older,
              place: own.place(
                format.count(from + 1),
                format.count(from + shown.length),
                format.count(all.length),
              ),
              go: (page) => {
                this.page = page;
              },
            })
          : nothing
      }`;
  }

  #renderEpisode(episode: Episode) {
    const own = episodeTexts[this.texts.language];
    const { format } = this;
    const closed = episode.closed_by ? own.closed_by[episode.closed_by] : own.not_known;
    const until = episode.end ?? (episode.cut_off ? own.cut_off : '…');
    return html`<li><details>
      <summary>
        <span class="dates">${episode.start ?? `#${episode.start_index + 1}`} – ${until}</span>
        · ${own.peak} <span class="number peak up">${format.fraction(episode.peak_premium, true)}</span>
        <span class="small soft">${episode.peak ?? ''} · ${own.days_up_down(format.count(episode.days_up), format.count(episode.days_down))}
        · ${episode.crossed ? closed : `${closed} · ${own.began_before}`}</span>
      </summary>
      <div class="inside">
        ${this.#renderPath(episode)}
        ${this.#renderClosing(episode)}
        ${episode.from_peak ? this.#renderEntries(episode, episode.from_peak) : nothing}
      </div>
    </details></li>`;
  }

  #renderPath(episode: Episode) {
    const own = episodeTexts[this.texts.language];
    const points = [
      [own.rise_start, episode.rise_start, episode.rise_start_premium],
      [own.start, episode.start, episode.start_premium],
      [own.peak, episode.peak, episode.peak_premium],
      [own.end, episode.end, episode.end_premium],
    ] as const;
    return html`<table>
      <tbody>
        ${points.map(
          ([name, date, premium]) => html`<tr>
            <th scope="row">${name}</th>
            <td class="number">${this.format.date(date)}</td>
            <td class="end">${this.format.fraction(premium, true)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #renderClosing(episode: Episode) {
    const own = episodeTexts[this.texts.language];
    const { format } = this;
    const { price_share, value_share } = episode;
    if (price_share === null || value_share === null) return nothing;
    const card = (title: string) => ({
      title,
      definition: own.closing_card,
      formula: own.closing_formula,
      numbers: `${format.fraction(Math.log1p(episode.peak_premium) - Math.log1p(episode.end_premium ?? 0))} = ${own.price_share} ${format.fraction(price_share)} + ${own.value_share} ${format.fraction(value_share)}`,
      dates: `${episode.peak ?? ''} – ${episode.end ?? ''}`,
      source: own.own_bar,
    });
    const share = (title: string, value: number) =>
      html`${title} <pl-number .text=${format.fraction(value)} .card=${card(title)}></pl-number>`;
    return html`<p>${own.closing}${this.texts.language === 'zh' ? '：' : ': '}
      ${share(own.price_share, price_share)} · ${share(own.value_share, value_share)}</p>`;
  }

  #renderEntries(episode: Episode, fromPeak: ReturnSplit) {
    const own = episodeTexts[this.texts.language];
    const { format } = this;
    const rows = [
      ...episode.entries.map(({ level, date, premium_fraction, to_end }) => ({
        name: `≥ ${format.bar(level)}`,
        date,
        premium: premium_fraction,
        split: to_end,
      })),
      { name: own.from_peak, date: episode.peak, premium: episode.peak_premium, split: fromPeak },
    ];
    const caption = episode.end ? own.entries : own.entries_open;
    return html`<p class="small soft">${caption}</p>
    <div class="scroll" tabindex="0" role="group" aria-label=${caption}>
      <table>
        <thead>
          <tr>
            <th scope="col">${own.level}</th>
            <th scope="col">${own.bought}</th>
            <th scope="col" class="end">${own.premium}</th>
            <th scope="col" class="end">${own.return}</th>
            <th scope="col" class="end">${own.value_part}</th>
            <th scope="col" class="end">${own.premium_part}</th>
            <th scope="col" class="end">${own.cross_part}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(({ name, date, premium, split }) => {
            const part = (value: number | undefined) =>
              html`<td class="end small">${format.fraction(value, true)}</td>`;
            return html`<tr>
              <th scope="row" class="number">${name}</th>
              <td class="number small">${format.date(date)}</td>
              <td class="end small">${format.fraction(premium, true)}</td>
              <td class="end">${this.#renderReturn(name, split, premium, episode)}</td>
              ${part(split?.value_part)} ${part(split?.premium_part)} ${part(split?.cross_part)}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }

  #renderReturn(name: string, split: ReturnSplit | null, premium: number, episode: Episode) {
    const own = episodeTexts[this.texts.language];
    const { format } = this;
    const text = format.fraction(split?.return_fraction, true);
    if (!split) return text;
    const sold = episode.end_premium ?? episode.last_premium;
    const card = {
      title: `${own.return} ${name}`,
      definition: own.return_card,
      formula: own.return_formula,
      numbers: `(1 ${format.fraction(split.value_part, true)}) × (1 ${format.fraction(sold, true)}) ÷ (1 ${format.fraction(premium, true)}) − 1 = ${text}`,
      dates: `– ${episode.end ?? episode.last ?? ''}`,
    };
    return html`<pl-number class=${split.return_fraction < 0 ? 'down' : 'up'} .text=${text} .card=${card}></pl-number>`;
  }
}

customElements.define('pl-episode-list', EpisodeList);
