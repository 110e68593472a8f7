// What selling in several parts would have brought, over the fund's own past and in a scenario.

import { css, html, nothing } from 'lit';
import '../../../../elements/number-card.ts';
import '../../../../elements/sample-line.ts';
import type { ExitScenario, ExitSpread, Ops } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, closeStack, tables, wideTables } from '../../../../styles/shared.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { changedOf, fieldStyles, renderFields } from '../../assumption-fields.ts';
import { batchesTexts } from './batches-texts.ts';

type Batches = Ops['batches']['result'];

const quantiles = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];

export class BatchesView extends AskingElement<Batches> {
  static override styles = [
    base,
    tables,
    wideTables,
    fieldStyles,
    closeStack,
    css`
      .total th,
      .total td {
        font-weight: 600;
      }
    `,
  ];

  protected override get question(): string {
    return JSON.stringify(this.#changed);
  }

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Batches> {
    const request = { ...requestOf(analysed), ...this.#changed };
    return this.services.engine.run('batches', request, options);
  }

  get #changed() {
    return changedOf(this.services.bars, 'batches', batchesTexts.zh.bars);
  }

  protected override render() {
    const own = batchesTexts[this.texts.language];
    const { found } = this;
    return html`<p class="small soft">${own.note}</p>
      ${this.renderState()}
      ${
        found
          ? html`${this.#renderPast(found)} ${found.scenario ? this.#renderScenario(found, found.scenario) : nothing}
        ${renderFields(this.services.bars, 'batches', own.bars, found.assumptions, this.texts)}
        <pl-sample .of=${found}></pl-sample>`
          : nothing
      }`;
  }

  #renderPast(found: Batches) {
    const own = batchesTexts[this.texts.language];
    const { format } = this;
    const groups: [string, ExitSpread][] = [
      [own.all, found.all],
      [own.over(format.bar(found.premium_bar_fraction)), found.over],
    ];
    const row = (label: string, cell: (spread: ExitSpread) => unknown) => html`<tr>
      <th scope="row">${label}</th>
      ${groups.map(([, spread]) => html`<td class="end">${cell(spread)}</td>`)}
    </tr>`;
    const few = groups.filter(([, { too_few }]) => too_few);
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.past}>
        <table>
          <caption>${own.past}</caption>
          <thead>
            <tr>
              <td></td>
              ${groups.map(([label]) => html`<th scope="col" class="end">${label}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${row(own.starts, ({ starts }) => format.count(starts))}
            ${row(own.apart, ({ apart }) => format.count(apart))}
            ${row(own.mean, ({ mean_fraction }) => format.fraction(mean_fraction, true))}
            ${quantiles.map((q, at) => row(this.#quantileName(q), (spread) => this.#renderQuantile(spread, q, at)))}
            ${row(own.below, ({ below_fraction }) => format.fraction(below_fraction))}
          </tbody>
        </table>
      </div>
      ${few.map(([label, { too_few }]) => html`<p class="small">${label}: ${own.few(format.count(too_few?.needed), format.count(too_few?.have))}</p>`)}
      <p class="small soft">${own.past_note}</p>`;
  }

  #quantileName(q: number): string {
    const own = batchesTexts[this.texts.language];
    if (q === 0) return own.lowest;
    if (q === 1) return own.highest;
    return q === 0.5 ? own.median : own.quantile(this.format.bar(q));
  }

  #renderQuantile({ quantiles: found, apart, starts }: ExitSpread, q: number, at: number) {
    const own = batchesTexts[this.texts.language];
    const { format } = this;
    const text = format.fraction(found[at] ?? null, true);
    if (q !== 0.5) return text;
    const card = {
      title: own.median,
      definition: own.definition,
      formula: own.formula,
      numbers: `${own.starts} ${format.count(starts)}; ${own.apart} ${format.count(apart)}`,
    };
    return html`<pl-number .text=${text} .card=${found[at] === null ? undefined : card}></pl-number>`;
  }

  #renderScenario(found: Batches, scenario: ExitScenario) {
    const own = batchesTexts[this.texts.language];
    const { format } = this;
    const from = format.fraction(found.premium_fraction, true);
    const sessions = format.amountOf(found.over_sessions, '个交易日', 'session');
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.scenario}>
      <table>
        <caption>${own.scenario}<span class="small soft">${own.scenario_note(from, found.date ?? '', format.bar(found.to_premium_fraction), sessions)}</span></caption>
        <thead>
          <tr>
            <th scope="col">${own.part}</th>
            <th scope="col" class="end">${own.session}</th>
            <th scope="col" class="end">${own.premium}</th>
            <th scope="col" class="end">${own.result}</th>
          </tr>
        </thead>
        <tbody>
          ${scenario.parts.map(
            ({ session, premium_fraction, return_fraction }, at) => html`<tr>
              <th scope="row">${at + 1}</th>
              <td class="end">${session}</td>
              <td class="end">${format.fraction(premium_fraction, true)}</td>
              <td class="end">${format.fraction(return_fraction, true)}</td>
            </tr>`,
          )}
          <tr class="total">
            <th scope="row" colspan="3">${own.together}</th>
            <td class="end">${format.fraction(scenario.return_fraction, true)}</td>
          </tr>
          <tr>
            <th scope="row" colspan="3">${own.at_once}</th>
            <td class="end">${format.fraction(scenario.at_once_fraction, true)}</td>
          </tr>
        </tbody>
      </table>
    </div>`;
  }
}

customElements.define('pl-batches', BatchesView);
