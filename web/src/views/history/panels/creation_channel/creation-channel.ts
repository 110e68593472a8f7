// Whether new shares seem to be created: the latest state, and every flat stretch with its dates.

import { html, nothing } from 'lit';
import '../../../../elements/sample-line.ts';
import type { FlatRun, Ops } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import { knownIn } from '../../../../model/known.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, tables } from '../../../../styles/shared.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { changedOf, fieldStyles, renderFields } from '../../assumption-fields.ts';
import { panelStyles } from '../../panel-styles.ts';
import { channelTexts } from './texts.ts';

type Found = Ops['creation_channel']['result'];

const op = 'creation_channel';
const mostRuns = 20;

export class CreationChannel extends AskingElement<Found> {
  static override styles = [base, tables, panelStyles, fieldStyles];

  protected override get question(): string {
    return JSON.stringify(this.#changed);
  }

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Found> {
    return this.services.engine.run(op, { ...requestOf(analysed), ...this.#changed }, options);
  }

  protected override render() {
    const { found, texts } = this;
    if (!found) return this.renderState();
    return html`${this.renderState()} ${this.#renderAnswer(found)}
      ${renderFields(this.services.bars, op, this.#own.fields, found.assumptions, texts)}
      <pl-sample .of=${found}></pl-sample>`;
  }

  #renderAnswer(found: Found) {
    const own = this.#own;
    const { format } = this;
    const { shares_sample: sample, state, too_few: few } = found;
    if (!found.has_shares) return html`<p class="answer">${own.no_shares}</p>`;
    const counted = html`<p class="small soft">
      ${own.sample(format.count(sample.nobs), sample.from ?? '', sample.to ?? '', format.count(found.missing_days))}
    </p>`;
    if (few || !state)
      return html`<p class="answer">${own.too_few(format.count(few?.needed), format.count(few?.have))}</p>${counted}`;
    const since = found.state_since ?? '';
    const sessions = format.amountOf(found.latest_sessions, '个交易日', 'session');
    const change = format.fraction(found.latest_change_fraction, true);
    const status = own.status[found.purchase](format.cny(found.purchase_limit_cny));
    return html`<p class="answer">${own.state[state](since, sessions, change)}</p>
      <p>${found.purchase === 'unknown' ? nothing : own.pasted_now(status)} ${this.#said(found)}</p>
      ${this.#renderRuns(found)} ${counted}
      <p class="small soft">${own.note}</p>`;
  }

  /** What the reader has ticked of this fund; or that nobody says anything. */
  #said({ purchase }: Found): string {
    const own = this.#own;
    const { overview, result, settings } = this.analysed;
    const fund = overview ? result.fund.code : '';
    const known = knownIn(settings).find((one) => (one.fund ?? '') === fund);
    if (!known?.purchase) return purchase === 'unknown' ? own.no_status : '';
    const limit = this.format.cny(known.purchase_limit_cny);
    return own.said_now(own.status[known.purchase](limit), known.purchase_date ?? '');
  }

  #renderRuns({ runs, runs_count, flat_days, assumptions }: Found) {
    const own = this.#own;
    const { format } = this;
    if (runs.length === 0) {
      const bar = assumptions['flat_sessions']?.value;
      return html`<p>${own.no_runs(format.amountOf(bar, '个交易日', 'session'))}</p>`;
    }
    const shown = runs.slice(-mostRuns).reverse();
    const title = own.runs(
      format.count(shown.length),
      format.count(runs_count),
      format.count(flat_days),
    );
    return html`<h3>${title}</h3>
<div class="scroll wide" tabindex="0" role="group" aria-label=${title}>
      <table>
        <caption class="visually-hidden">${title}</caption>
        <thead>
          <tr>
            <th scope="col">${own.from}</th>
            <th scope="col">${own.to}</th>
            <th scope="col" class="end">${own.sessions}</th>
            <th scope="col">${own.ended}</th>
            <th scope="col" class="end">${own.premium}</th>
            <th scope="col">${own.pasted}</th>
          </tr>
        </thead>
        <tbody>${shown.map((run) => this.#renderRun(run))}</tbody>
      </table>
    </div>`;
  }

  #renderRun(run: FlatRun) {
    const own = this.#own;
    const { format } = this;
    return html`<tr>
      <th scope="row" class="number">${run.from}</th>
      <td class="number">${run.to}</td>
      <td class="end">${format.count(run.sessions)}</td>
      <td>
        ${run.ended ? html`<span class="number">${run.ended}</span> ` : nothing}
        ${own.end[run.ended_by](format.fraction(run.change_fraction, true))}
      </td>
      <td class="end">
        ${format.fraction(run.premium_from_fraction)} → ${format.fraction(run.premium_to_fraction)}
      </td>
      <td>${own.status[run.purchase](format.cny(run.purchase_limit_cny))}</td>
    </tr>`;
  }

  get #own() {
    return channelTexts[this.texts.language];
  }

  get #changed() {
    return changedOf(this.services.bars, op, channelTexts.zh.fields);
  }
}

customElements.define('pl-creation-channel', CreationChannel);
