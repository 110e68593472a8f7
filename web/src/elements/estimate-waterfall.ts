// How an estimate comes from its NAV, move by move: a table, and a bar for each step of the premium.

import { css, html, nothing } from 'lit';
import type { RefusedMove, WaterfallStep } from '../generated/ops.ts';
import { base, tables } from '../styles/shared.ts';
import { capital } from '../texts/index.ts';
import { waterfallTexts } from '../texts/waterfall-texts.ts';
import { PageElement } from './page-element.ts';

export interface WaterfallStart {
  value: number;
  premium: number | null;
}

export class EstimateWaterfall extends PageElement {
  static override properties = {
    start: { attribute: false },
    steps: { attribute: false },
    refused: { attribute: false },
  };

  declare start: WaterfallStart;
  declare steps: WaterfallStep[];
  declare refused: RefusedMove[];

  static override styles = [
    base,
    tables,
    css`
      table {
        max-width: 40rem;
      }
      thead th {
        position: static;
      }
      tbody tr:last-child > * {
        font-weight: 600;
      }
      .bar td {
        height: 10px;
        padding: 0 0 6px;
      }
      .with-bar > * {
        border-bottom: 0;
        padding-bottom: 0;
      }
      svg {
        display: block;
        width: 100%;
        height: 8px;
        overflow: visible;
      }
      .zero {
        stroke: var(--field-line);
      }
      .level {
        fill: var(--ink-soft);
      }
      .lower {
        fill: var(--down);
      }
      .higher {
        fill: var(--up);
      }
    `,
  ];

  protected override render() {
    const own = waterfallTexts[this.texts.language];
    return html`<div class="scroll">
        <table>
          <caption class="visually-hidden">${own.caption}</caption>
          <thead>
            <tr>
              <th scope="col">${own.step}</th>
              <th scope="col" class="end">${own.value}</th>
              ${
                this.start.premium === null
                  ? nothing
                  : html`<th scope="col" class="end">${own.premium}</th>
                    <th scope="col" class="end">${own.change}</th>`
              }
            </tr>
          </thead>
          <tbody>
            ${this.#renderRow(own.start, this.start.value, this.start.premium)}
            ${this.#renderBar(0, this.start.premium)}
            ${this.steps.map((step, place) => this.#renderStep(step, place))}
            ${this.#renderEnd()}
          </tbody>
        </table>
      </div>
      ${this.start.premium === null ? html`<p class="small soft">${own.no_premium}</p>` : nothing}
      ${this.refused.map((one) => this.#renderRefused(one))}`;
  }

  #renderEnd() {
    const own = waterfallTexts[this.texts.language];
    const last = this.steps.at(-1);
    const premium = last?.premium_fraction ?? null;
    const whole = premium === null ? null : premium - (this.start.premium ?? 0);
    return this.#renderRow(own.end, last?.value ?? this.start.value, premium, whole);
  }

  #renderStep(step: WaterfallStep, place: number) {
    const { texts, format } = this;
    if (!step.counted) return nothing;
    const before = place === 0 ? this.start.premium : this.steps[place - 1]?.premium_fraction;
    const name = html`${capital(texts.words.estimate_part[step.part])}
      <span class="number small soft">${format.fraction(step.move_fraction, true)}</span>`;
    return html`${this.#renderRow(name, step.value, step.premium_fraction, step.premium_change_fraction)}
      ${this.#renderBar(before ?? null, step.premium_fraction)}`;
  }

  #renderRow(name: unknown, value: number, premium: number | null, change?: number | null) {
    const { format } = this;
    return html`<tr class=${premium === null ? '' : 'with-bar'}>
      <th scope="row">${name}</th>
      <td class="end">${format.value(value)}</td>
      ${
        this.start.premium === null
          ? nothing
          : html`<td class="end">${format.fraction(premium, true)}</td>
            <td class="end small">${change === undefined ? '' : format.points(change)}</td>`
      }
    </tr>`;
  }

  /** From one premium to the next on the axis that all steps share. */
  #renderBar(from: number | null, to: number | null) {
    if (from === null || to === null) return nothing;
    const levels = [
      0,
      this.start.premium ?? 0,
      ...this.steps.map((one) => one.premium_fraction ?? 0),
    ];
    const low = Math.min(...levels);
    const width = Math.max(...levels) - low || 1;
    const at = (premium: number) => ((premium - low) / width) * 100;
    const left = at(Math.min(from, to));
    const kind = from === 0 ? 'level' : to < from ? 'lower' : 'higher';
    return html`<tr class="bar" aria-hidden="true">
      <td colspan="4">
        <svg>
          <line class="zero" x1="${at(0)}%" x2="${at(0)}%" y1="-2" y2="10"></line>
          <rect class=${kind} x="${left}%" width="${Math.max(0.4, at(Math.max(from, to)) - left)}%" height="8"></rect>
        </svg>
      </td>
    </tr>`;
  }

  #renderRefused({ part, reason, move_fraction }: RefusedMove) {
    const { texts, format } = this;
    const own = waterfallTexts[texts.language];
    const { words } = texts;
    return html`<p class="small watch">
      ${own.refused(words.estimate_part[part], format.fraction(move_fraction, true), words.refusal[reason])}
    </p>`;
  }
}

customElements.define('pl-waterfall', EstimateWaterfall);
