// The price of a day against every value: which was known, which judges, how far they differ, and
// how the published NAV is carried on to that day.

import { html, nothing, svg } from 'lit';
import { premiumCard } from '../../elements/cards.ts';
import '../../elements/estimate-waterfall.ts';
import type { NumberCard } from '../../elements/number-card.ts';
import '../../elements/number-card.ts';
import type { FieldInput } from '../../elements/number-input.ts';
import '../../elements/number-input.ts';
import { roundUp } from '../../elements/scale-layout.ts';
import type { Ops, Rung } from '../../generated/ops.ts';
import { isoDate } from '../../model/brand.ts';
import type { RunOptions } from '../../model/engine.ts';
import { parseField } from '../../model/number-field.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, forms, tables } from '../../styles/shared.ts';
import { capital, errorWords } from '../../texts/index.ts';
import { AskingElement, requestOf } from './asked.ts';
import { ladderStyles } from './ladder-styles.ts';
import { ladderTexts } from './ladder-texts.ts';

type Result = Ops['ladder']['result'];

export class ValueLadder extends AskingElement<Result> {
  static override properties = {
    index: { attribute: false },
    futures: { state: true },
  };

  /** The row looked at; undefined is the latest. */
  declare index: number | undefined;
  declare futures: string;

  static override styles = [base, forms, tables, ladderStyles];

  /** A crosshair passes over many days: only one that it rests on is asked for. */
  protected override readonly restMs = 200;

  constructor() {
    super();
    this.futures = '';
  }

  protected override get question(): string {
    return JSON.stringify([this.index, this.futures]);
  }

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Result> {
    const { denominator: _, ...request } = requestOf(analysed);
    const { dates } = analysed.series;
    const read = parseField(this.futures, 'percent');
    const of = {
      date: this.index === undefined ? null : (isoDate(dates?.[this.index]) ?? null),
      futures: read.kind === 'number' ? read.value : null,
    };
    return this.services.engine.run('ladder', { ...request, ...of }, options);
  }

  protected override render() {
    const { found } = this;
    return html`<h3>${ladderTexts[this.texts.language].title}</h3>
      ${this.renderState()} ${found ? this.#renderLadder(found) : nothing}`;
  }

  #renderLadder(result: Result) {
    const { texts, format } = this;
    const own = ladderTexts[texts.language];
    const { words } = texts;
    return html`<p>
        <span class="number">${own.day(result.date ?? '', format.price(result.price))}</span>
        <span class="small soft">${own.help}</span>
      </p>
      <p>
        ${
          result.judged_by && result.judge_reason
            ? own.judged_by(
                words.ladder_value[result.judged_by],
                words.judge_reason[result.judge_reason],
              )
            : own.judged_by_none
        }
      </p>
      ${this.#renderRungs(result)}
      <p class="small soft">
        ${own.lag(words.region[result.region], result.publication_lag_sessions)}
        <button class="quiet" type="button" @click=${() => this.dispatchEvent(new Event('show-settings', { bubbles: true, composed: true }))}>
          ${own.change_lag}
        </button>
      </p>
      ${this.#renderGap(result)} ${this.#renderEstimate(result)}`;
  }

  #renderRungs(result: Result) {
    const { format } = this;
    const own = ladderTexts[this.texts.language];
    const { inner, outer } = result.range;
    const axis = axisOf(result);
    return html`<table class="rungs">
        <caption class="visually-hidden">${own.title}</caption>
        <thead>
          <tr>
            <th scope="col">${own.value}</th>
            <th scope="col" class="end">${own.premium}</th>
            <th scope="col" class="end">${own.difference}</th>
          </tr>
        </thead>
        <tbody>
          ${result.rungs.map((rung) => this.#renderRung(rung, result, axis))}
        </tbody>
      </table>
      <p class="small soft">
        ${own.scale(
          inner === null ? undefined : format.bar(inner),
          outer === null ? undefined : format.bar(outer),
          format.bar(axis.low),
          format.bar(axis.high),
        )}
      </p>`;
  }

  #renderRung(rung: Rung, result: Result, axis: Axis) {
    const { texts, format } = this;
    const own = ladderTexts[texts.language];
    const { words } = texts;
    const isJudge = rung.denominator === result.judged_by;
    const known =
      rung.known_by_then === null ? own.not_told : rung.known_by_then ? own.known : own.not_known;
    const after = rung.published_after_sessions;
    const reason = after === null ? words.known_reason[rung.known_reason] : own.published(after);
    const back = rung.sessions_back === null ? '' : own.sessions_back(rung.sessions_back);
    return html`<tr class=${isJudge ? 'judge with-lane' : 'with-lane'}>
        <th scope="row">
          ${capital(words.ladder_value[rung.denominator])}
          ${isJudge ? html`<span class="tag small">${own.judges}</span>` : nothing}
        </th>
        <td class="end">
          <pl-number .text=${format.fraction(rung.premium_fraction, true)} .card=${this.#card(rung, result)}></pl-number>
        </td>
        <td class="end small">${isJudge ? '' : format.points(rung.premium_difference_fraction)}</td>
      </tr>
      <tr class="lane">
        <td colspan="3">
          ${this.#renderLane(rung, result, axis)}
          <p class="small soft">
            <span class="number">${format.value(rung.value)}</span>
            ${rung.value_date ? html`· <span class="number">${rung.value_date}</span> ${back}` : nothing}
            · <span class=${rung.known_by_then === false ? 'watch' : ''}>${known}</span>${texts.language === 'zh' ? '：' : ': '}${reason}
            · ${words.verdict[rung.verdict]}
          </p>
        </td>
      </tr>`;
  }

  #card(rung: Rung, { price, date }: Result): NumberCard {
    const { texts, format } = this;
    const row = { ...rung, price, date, denominator: 'nav_published' as const };
    const denominator = texts.words.ladder_value[rung.denominator];
    return { ...premiumCard(row, texts, format), denominator };
  }

  #renderLane(rung: Rung, { range }: Result, { low, high }: Axis) {
    const at = (premium: number) => ((premium - low) / (high - low)) * 100;
    const band = (size: number | null, name: string) =>
      size === null
        ? nothing
        : svg`<rect class=${name} x="${Math.max(0, at(-size))}%" width="${Math.min(100, at(size)) - Math.max(0, at(-size))}%" height="14"></rect>`;
    const dot = rung.known_by_then === null ? 'untold' : rung.known_by_then ? 'known' : 'unknown';
    return html`<svg aria-hidden="true">
      ${band(range.outer, 'outer')}${band(range.inner, 'inner')}
      <line class="axis" x1="0" x2="100%" y1="7" y2="7"></line>
      <line class="zero" x1="${at(0)}%" x2="${at(0)}%" y1="0" y2="14"></line>
      <circle class=${dot} cx="${at(rung.premium_fraction)}%" cy="7" r="5"></circle>
    </svg>`;
  }

  #renderGap({ same_day_gap: gap }: Result) {
    const { format } = this;
    const own = ladderTexts[this.texts.language];
    if (!gap) return nothing;
    const part = (change: number | null) =>
      change === null ? undefined : format.fraction(change, true);
    return html`<p>
      ${own.gap(
        gap.value_fraction >= 0,
        format.fraction(Math.abs(gap.value_fraction)),
        format.fraction(gap.log_change, true),
        {
          index: part(gap.index_log_change),
          fx: part(gap.fx_log_change),
          rest: format.fraction(gap.rest_log_change, true),
        },
      )}
    </p>`;
  }

  #renderEstimate(result: Result) {
    const { texts, format } = this;
    const own = ladderTexts[texts.language];
    const { made_of: made, carried } = result;
    const read = parseField(this.futures, 'percent');
    return html`<div class="estimate">
      <h4>${own.estimate}</h4>
      ${
        carried
          ? html`<p class="small soft">
              ${own.carried(texts.words.ladder_value[carried.denominator ?? 'nav_published'], format.date(carried.value_date))}${
                made
                  ? html`${texts.language === 'zh' ? '。' : '. '}${own.made_of(made.index, format.date(made.nav_session), format.date(made.session))}${made.fx ? own.with_fx(made.fx) : nothing}`
                  : nothing
              }
            </p>
            <pl-waterfall .start=${{ value: carried.value, premium: carried.premium_fraction }}
              .steps=${result.waterfall} .refused=${result.refused}></pl-waterfall>`
          : html`<p class="small soft">
            ${result.estimate_trouble ? errorWords(texts, result.estimate_trouble, {}) : own.no_index}
          </p>`
      }
      <pl-field class="futures" .label=${own.futures} unit="%" .text=${this.futures} .hint=${own.futures_hint}
        .error=${read.kind === 'problem' ? errorWords(texts, read.problem, { text: read.text }) : ''}
        @field-input=${(event: FieldInput) => (this.futures = event.text)}></pl-field>
    </div>`;
  }
}

interface Axis {
  low: number;
  high: number;
}

/** Every rung, zero and the band, with a little room. */
function axisOf({ rungs, range }: Result): Axis {
  const premiums = rungs.map((rung) => rung.premium_fraction);
  const band = (range.outer ?? range.inner ?? 0.01) * 1.5;
  const low = Math.min(-band, ...premiums);
  const high = Math.max(band, ...premiums);
  return { low: -roundUp(-low * 1.05), high: roundUp(high * 1.05) };
}

customElements.define('pl-value-ladder', ValueLadder);
