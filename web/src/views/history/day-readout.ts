// One row in words and numbers: the day under the crosshair, or the one typed.

import { css, html, nothing } from 'lit';
import { premiumCard } from '../../elements/cards.ts';
import '../../elements/number-card.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { Denominator } from '../../generated/ops.ts';
import { at, isoDate, timeOfDay } from '../../model/brand.ts';
import { indexOnOrBefore } from '../../model/history-series.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, forms } from '../../styles/shared.ts';
import { capital } from '../../texts/index.ts';
import { texts } from './texts.ts';

export class DayReadout extends PageElement {
  static override properties = { analysed: { attribute: false }, index: { type: Number } };

  declare analysed: Analysed;
  declare index: number;

  static override styles = [
    base,
    forms,
    css`
      .day {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--unit) calc(3 * var(--unit));
        padding: var(--unit) 0;
        border-block: 1px solid var(--hairline);
      }
      .choose {
        display: flex;
        align-items: end;
        gap: 4px;
      }
      input {
        width: auto;
        min-height: 40px;
      }
      button.plain {
        min-width: 44px;
        min-height: 40px;
      }
      dl {
        flex: 1 1 100%;
        margin: 0;
      }
      dl div {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
      }
      @media (min-width: 48rem) {
        dl {
          flex: 1 1 0;
          display: flex;
          flex-wrap: wrap;
          gap: 4px calc(2 * var(--unit));
        }
        dl div {
          display: block;
        }
      }
      dt {
        font-size: var(--small);
        color: var(--ink-soft);
      }
      dd {
        margin: 0;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const own = texts[this.texts.language];
    const { series, result } = this.analysed;
    const { index, format } = this;
    const { words } = this.texts;
    const day = isoDate(series.dates?.[index]);
    const time = series.times?.[index];
    return html`<div class="day">
      <div class="choose">
        ${
          day && time === undefined
            ? html`<div>
              <label for="day">${own.day}</label>
              <input id="day" type="date" .value=${day} @change=${this.#typed} />
            </div>`
            : nothing
        }
        <button class="plain" type="button" aria-label=${own.earlier} ?disabled=${index <= 0}
          @click=${() => this.#choose(index - 1)}>‹</button>
        <button class="plain" type="button" aria-label=${own.later} ?disabled=${index >= series.length - 1}
          @click=${() => this.#choose(index + 1)}>›</button>
      </div>
      <dl>
        <div>
          <dt>${day ? own.date : own.row}</dt>
          <dd class="number">${day ?? format.count(index + 1)} ${time === undefined ? nothing : timeOfDay(time)}</dd>
        </div>
        <div><dt>${this.texts.result.price}</dt><dd class="number">${format.price(series.price[index])}</dd></div>
        <div>
          <dt>${capital(words.denominator[result.denominator])}</dt>
          <dd class="number">${format.value(series.value[index])}</dd>
        </div>
        ${[...series.premiums].map(([name, values]) => this.#renderPremium(name, at(values, index)))}
      </dl>
    </div>`;
  }

  #renderPremium(name: Denominator, premium: number) {
    const { texts: shared, format } = this;
    const own = texts[shared.language];
    const { result } = this.analysed;
    const side = Number.isNaN(premium) ? 'soft' : premium < 0 ? 'down' : 'up';
    const isChosen = name === result.denominator;
    const card =
      isChosen && !Number.isNaN(premium)
        ? premiumCard(this.#row(premium), shared, format)
        : undefined;
    return html`<div>
      <dt>${own.premium_on(shared.words.denominator[name])}</dt>
      <dd><pl-number class=${side} .text=${format.fraction(premium, true)} .card=${card}></pl-number></dd>
    </div>`;
  }

  #row(premium: number) {
    const { result, series } = this.analysed;
    const { index } = this;
    return {
      price: at(series.price, index),
      value: at(series.value, index),
      premium_fraction: premium,
      denominator: result.denominator,
      date: isoDate(series.dates?.[index]) ?? null,
      value_date: null,
    };
  }

  #typed(event: Event): void {
    const { value } = event.currentTarget as HTMLInputElement;
    const { dates } = this.analysed.series;
    const index = value && dates ? indexOnOrBefore(dates, Date.parse(value) / 86_400_000) : -1;
    if (index >= 0) this.#choose(index);
  }

  #choose(index: number): void {
    this.dispatchEvent(new CustomEvent('day-chosen', { detail: index }));
  }
}

customElements.define('pl-day', DayReadout);
