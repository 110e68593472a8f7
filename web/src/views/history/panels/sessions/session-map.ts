// When the market a fund holds trades, in Beijing time, beside Shanghai's session of that day, and
// so what the IOPV on screen is made of.

import { css, html, nothing, svg } from 'lit';
import { PageElement } from '../../../../elements/page-element.ts';
import type { MarketHours, MinuteSpan, Ops, Region } from '../../../../generated/ops.ts';
import { timeOfDay } from '../../../../model/brand.ts';
import type { Calculator } from '../../../../model/engine.ts';
import { base, closeStack, forms, tables } from '../../../../styles/shared.ts';
import type { Format } from '../../../../texts/format.ts';
import type { Texts } from '../../../../texts/types.ts';
import { sessionTexts } from './session-texts.ts';

export type Sessions = Ops['session_map']['result'];

/** The picture begins with Beijing's morning and ends with the next: every session lies in it. */
const dayBegins = 6 * 60;
const dayMinutes = 24 * 60;
const barHeight = 20;

export class SessionMap extends PageElement {
  static override properties = {
    engine: { attribute: false },
    region: { type: String },
    day: { type: String },
    lag: { attribute: false },
    chosen: { state: true },
    found: { state: true },
    hasFailed: { state: true },
  };

  declare engine: Calculator;
  declare region: Region;
  /** The day to begin with, "2025-07-01"; the reader may choose another. */
  declare day: string;
  /** Sessions until a NAV is published, where the fund has its own. */
  declare lag: number | undefined;
  declare chosen: string | undefined;
  declare found: Sessions | undefined;
  declare hasFailed: boolean;

  static override styles = [
    base,
    forms,
    tables,
    closeStack,
    css`
      .choose {
        max-width: 14rem;
      }
      .says {
        max-width: 48rem;
      }
      .both {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(2 * var(--unit)) calc(4 * var(--unit));
      }
      @media (min-width: 64rem), print {
        .both {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          align-items: start;
        }
      }
      svg.bar {
        display: block;
        width: 100%;
        height: 20px;
        margin-bottom: 4px;
      }
      svg.axis {
        display: block;
        width: 100%;
        height: 24px;
        overflow: visible;
      }
      .axis line {
        stroke: var(--field-line);
      }
      text {
        fill: var(--ink-soft);
        font-size: 12px;
        text-anchor: middle;
      }
      text.first {
        text-anchor: start;
      }
      text.last {
        text-anchor: end;
      }
      .ground {
        fill: var(--paper-raised);
      }
      .shanghai {
        fill: var(--band-inner);
      }
      .abroad {
        fill: var(--ink-soft);
      }
      .shared {
        fill: var(--accent);
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 0 calc(2 * var(--unit));
      }
      .legend svg {
        width: 16px;
        height: 10px;
      }
    `,
  ];

  constructor() {
    super();
    this.day = '';
    this.lag = undefined;
    this.chosen = undefined;
    this.found = undefined;
    this.hasFailed = false;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('day')) this.chosen = undefined;
    if (changed.has('region') || changed.has('day') || changed.has('chosen')) void this.#ask();
  }

  protected override render() {
    const own = sessionTexts[this.texts.language];
    if (this.region === 'unknown') return html`<p class="soft">${own.unknown}</p>`;
    return html`<div class="choose">
        <label for="day">${own.date}</label>
        <input id="day" type="date" .value=${this.#date} @change=${this.#choose} />
      </div>
      ${this.hasFailed ? html`<p class="error" role="alert">${own.failed}</p>` : nothing}
      ${this.found ? this.#renderFound(this.found) : nothing}`;
  }

  get #date(): string {
    return this.chosen ?? (this.day || todayInBeijing());
  }

  #renderFound(found: Sessions) {
    const own = sessionTexts[this.texts.language];
    return html`<div class="says">
        ${found.is_weekend ? html`<p class="watch">${own.weekend(this.#date)}</p>` : nothing}
        <p>${describe(found, this.texts, this.format)}</p>
        <p class="small soft">${own.nav_known(this.lag ?? found.publication_lag_sessions)}</p>
      </div>
      <div class="both">
        <div aria-hidden="true">
          ${[found.shanghai, ...abroad(found)].map((hours) => this.#renderBar(hours, found.shanghai))}
          ${renderAxis()}
          <p class="legend small">
            <span>${swatch('shanghai')} ${own.legend_shanghai}</span>
            <span>${swatch('abroad')} ${own.legend_market}</span>
            <span>${swatch('shared')} ${own.legend_shared}</span>
          </p>
        </div>
        ${this.#renderTable(found)}
      </div>
      <p class="small soft">${own.note}</p>`;
  }

  #renderBar(hours: MarketHours, shanghai: MarketHours) {
    const isShanghai = hours.market === 'shanghai';
    const spans = (list: MinuteSpan[], name: string, inset: number) =>
      list.map(({ from_minutes, to_minutes }) => {
        const [x, end] = [placeOf(from_minutes), placeOf(to_minutes)];
        return svg`<rect class=${name} x="${x}%" width="${end - x}%" y=${inset} height=${barHeight - 2 * inset}></rect>`;
      });
    return html`<p class="small">
        ${this.#nameOf(hours)}
        ${isShanghai ? nothing : html`<span class="soft">· ${this.#minutes(hours.overlap_minutes)}</span>`}
      </p>
      <svg class="bar">
        <rect class="ground" width="100%" height=${barHeight}></rect>
        ${spans(shanghai.intervals, 'shanghai', 0)}
        ${isShanghai ? nothing : spans(hours.intervals, 'abroad', 6)}
        ${isShanghai ? nothing : spans(hours.shared, 'shared', 3)}
      </svg>`;
  }

  #renderTable(found: Sessions) {
    const own = sessionTexts[this.texts.language];
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${own.market}</th>
            <th scope="col">${own.hours}</th>
            <th scope="col" class="end">${own.overlap}</th>
          </tr>
        </thead>
        <tbody>
          ${[found.shanghai, ...abroad(found)].map(
            (hours) => html`<tr>
              <th scope="row">${this.#nameOf(hours)}</th>
              <td class="number">${hoursText(hours.intervals, own).map((span) => html`<div>${span}</div>`)}</td>
              <td class="end">${hours.market === 'shanghai' ? '' : this.#minutes(hours.overlap_minutes)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** "纽约夏令时". */
  #nameOf({ market, has_summer_time, summer_time }: MarketHours): string {
    const own = sessionTexts[this.texts.language];
    const name = this.texts.words.market[market];
    if (!has_summer_time) return name;
    const clock = summer_time ? own.summer : own.standard;
    return this.texts.language === 'zh' ? `${name}${clock}` : `${name}, ${clock}`;
  }

  #minutes(count: number): string {
    return this.format.amountOf(count, '分钟', 'minute');
  }

  #choose(event: Event): void {
    const { value } = event.currentTarget as HTMLInputElement;
    if (!value) return;
    this.chosen = value;
    this.dispatchEvent(new CustomEvent('day-chosen', { detail: value }));
  }

  async #ask(): Promise<void> {
    const { region } = this;
    const date = this.#date;
    if (region === 'unknown' || !date) return;
    this.hasFailed = false;
    try {
      const found = await this.engine.run('session_map', { region, date });
      if (region === this.region && date === this.#date) this.found = found;
    } catch {
      this.hasFailed = true;
    }
  }
}

/** Where a minute stands in the picture, in percent. */
const placeOf = (minutes: number): number => (100 * (minutes - dayBegins)) / dayMinutes;

/** The mainland's own market is Shanghai's, once is enough. */
const abroad = ({ markets }: Sessions): MarketHours[] =>
  markets.filter(({ market }) => market !== 'shanghai');

const swatch = (name: string) =>
  html`<svg viewBox="0 0 16 10"><rect class=${name} width="16" height="10"></rect></svg>`;

function renderAxis() {
  const hours = [6, 9, 12, 15, 18, 21, 24, 27, 30];
  return html`<svg class="axis">
    ${hours.map((hour) => {
      const x = placeOf(60 * hour);
      const side = x === 0 ? 'first' : x === 100 ? 'last' : '';
      return svg`<line x1="${x}%" x2="${x}%" y1="0" y2="4"></line>
        ${hour % 6 === 0 ? svg`<text class=${side} x="${x}%" y="18">${clock(60 * hour)}</text>` : nothing}`;
    })}
  </svg>`;
}

const clock = (minutes: number): string => timeOfDay((minutes % dayMinutes) * 60);

type Own = (typeof sessionTexts)['zh'];

/** "21:30–次日 04:00"; the second time alone tells the day where the first does. */
export function hoursText(spans: MinuteSpan[], own: Own): string[] {
  return spans.map(({ from_minutes, to_minutes }) => {
    const to = clock(to_minutes);
    return own.span(clock(from_minutes), to_minutes >= dayMinutes ? own.next_day(to) : to);
  });
}

/** In words what an IOPV of that day is made of. */
export function describe(found: Sessions, texts: Texts, format: Format): string {
  const own = sessionTexts[texts.language];
  const list = abroad(found);
  const all = new Intl.ListFormat(texts.language);
  const names = all.format(list.map(({ market }) => texts.words.market[market]));
  const minutes = (count: number) => format.amountOf(count, '分钟', 'minute');
  const [first] = list;
  if (!first) return own.mainland;
  if (found.basis === 'live') return own.live(names);
  if (found.basis === 'last_close') return own.last_close(names, list.length, found.last_session);
  if (list.length === 1) {
    const spans = all.format(hoursText(first.shared, own));
    return own.partly(names, minutes(first.overlap_minutes), spans);
  }
  const parts = list.map((hours) =>
    own.part(texts.words.market[hours.market], minutes(hours.overlap_minutes)),
  );
  return own.partly_several(all.format(parts));
}

export function todayInBeijing(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

customElements.define('pl-session-map', SessionMap);
