// The trading hours of every market on a day of the reader's choice. Brought when it is asked for: it
// needs the whole module.

import { css, html, nothing } from 'lit';
import type { ChoiceEvent } from '../../elements/choice.ts';
import { PageElement } from '../../elements/page-element.ts';
import '../../elements/word-select.ts';
import type { Region } from '../../generated/ops.ts';
import { words } from '../../generated/ops.ts';
import type { Calculator } from '../../model/engine.ts';
import { base, closeStack, forms, tables } from '../../styles/shared.ts';
import { capital } from '../../texts/index.ts';
import type { Sessions } from '../history/panels/sessions/session-map.ts';
import { hoursText, todayInBeijing } from '../history/panels/sessions/session-map.ts';
import { sessionTexts } from '../history/panels/sessions/session-texts.ts';

const regions = words.region.filter((region) => region !== 'unknown');

export class AllSessions extends PageElement {
  static override properties = {
    engine: { attribute: false },
    region: { state: true },
    day: { state: true },
    found: { state: true },
    hasFailed: { state: true },
  };

  declare engine: Calculator;
  declare region: Region;
  declare day: string;
  declare found: ReadonlyMap<Region, Sessions>;
  declare hasFailed: boolean;

  static override styles = [
    base,
    forms,
    tables,
    closeStack,
    css`
      .choose {
        max-width: 20rem;
      }
      td.end,
      th.end {
        padding-inline-end: calc(2 * var(--unit));
      }
      tbody td div {
        white-space: nowrap;
      }
    `,
  ];

  constructor() {
    super();
    this.region = 'us';
    this.day = todayInBeijing();
    this.found = new Map();
    this.hasFailed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
  }

  protected override render() {
    const own = sessionTexts[this.texts.language];
    const options = regions.map((value) => ({
      value,
      label: capital(this.texts.words.region[value]),
    }));
    return html`<div class="choose">
        <pl-select .label=${own.region} .options=${options} .value=${this.region}
          @choice=${(event: ChoiceEvent) => (this.region = event.value as Region)}></pl-select>
      </div>
      <pl-session-map .engine=${this.engine} .region=${this.region} .day=${this.day}
        @day-chosen=${this.#choose}></pl-session-map>
      ${this.hasFailed ? html`<p class="error" role="alert">${own.failed}</p>` : nothing}
      ${this.#renderAll()}`;
  }

  #renderAll() {
    const own = sessionTexts[this.texts.language];
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.all}>
      <table>
        <caption>${own.all} · ${this.day}<span class="small soft">${own.all_note}</span></caption>
        <thead>
          <tr>
            <th scope="col">${own.region}</th>
            <th scope="col">${own.hours}</th>
            <th scope="col" class="end">${own.overlap}</th>
            <th scope="col">${own.iopv}</th>
          </tr>
        </thead>
        <tbody>${[...this.found].map(([region, sessions]) => this.#renderRegion(region, sessions))}</tbody>
      </table>
    </div>`;
  }

  #renderRegion(region: Region, { markets, basis }: Sessions) {
    const own = sessionTexts[this.texts.language];
    const { words: all } = this.texts;
    const minutes = (count: number) => this.format.amountOf(count, '分钟', 'minute');
    return html`<tr>
      <th scope="row">${capital(all.region[region])}</th>
      <td class="small">
        ${markets.map(
          (hours) =>
            html`<div>${all.market[hours.market]} <span class="number">${hoursText(hours.intervals, own).join(' ')}</span></div>`,
        )}
      </td>
      <td class="end small">${markets.map((hours) => html`<div>${minutes(hours.overlap_minutes)}</div>`)}</td>
      <td class="small">${basis ? all.iopv_basis[basis] : ''}</td>
    </tr>`;
  }

  #choose(event: CustomEvent<string>): void {
    this.day = event.detail;
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const date = this.day;
    this.hasFailed = false;
    const asked = regions.map(async (region) => {
      const sessions = await this.engine.run('session_map', { region, date });
      return [region, sessions] as const;
    });
    try {
      const found = new Map(await Promise.all(asked));
      if (date === this.day) this.found = found;
    } catch {
      this.hasFailed = true;
    }
  }
}

customElements.define('pl-sessions', AllSessions);
