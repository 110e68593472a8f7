// What followed each past crossing of a bar, against the value known by then and, as hindsight,
// against the same day's NAV.

import { css, html, nothing } from 'lit';
import '../../../../elements/choice.ts';
import type { ChoiceEvent } from '../../../../elements/choice.ts';
import '../../../../elements/sample-line.ts';
import type { Ops } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, forms, stack } from '../../../../styles/shared.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { fieldStyles, renderField } from '../../assumption-fields.ts';
import { askBoth, type Both } from '../../both-values.ts';
import { afterBarTexts } from './after-bar-texts.ts';
import './outcome-table.ts';

export type AfterBarResult = Ops['after_bar']['result'];

const ownBar = 'after_bar.bar';
const quietDays = 'after_bar.quiet_days';

/** Where the reader's own bar begins, and the one looked at first. */
const firstBar = 0.05;

export class AfterBarView extends AskingElement<Both<AfterBarResult>> {
  static override properties = { ...AskingElement.properties, bar: { state: true } };

  declare bar: number;

  static override styles = [
    base,
    forms,
    stack,
    fieldStyles,
    css`
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--unit);
      }
      h4 {
        margin: 0;
      }
      p {
        max-width: 48rem;
      }
    `,
  ];

  constructor() {
    super();
    this.bar = firstBar;
  }

  /** The bar chosen, or the reader's own. */
  get #shownBar(): number {
    return this.services.bars.get(ownBar) ?? this.bar;
  }

  protected override get question(): string {
    const { bars } = this.services;
    return JSON.stringify([bars.get(ownBar) ?? null, bars.get(quietDays) ?? null]);
  }

  protected override ask(analysed: Analysed, options: RunOptions) {
    const { engine, bars } = this.services;
    const own = bars.get(ownBar);
    const quiet = bars.get(quietDays);
    const request = {
      ...requestOf(analysed),
      ...(own !== undefined && { bars: [own] }),
      ...(quiet !== undefined && { quiet_days: quiet }),
    };
    return askBoth(analysed, (denominator) =>
      engine.run('after_bar', { ...request, denominator }, options),
    );
  }

  protected override render() {
    const own = afterBarTexts[this.texts.language];
    const { found } = this;
    if (!found) return html`${this.renderState()}<p class="small soft">${own.loading}</p>`;
    const { judged, sameDay } = found;
    const { denominator } = judged;
    return html`${this.renderState()} ${this.#renderBars(judged)}
      ${sameDay ? this.#renderDifference(judged, sameDay) : nothing}
      ${this.#renderOne(judged, denominator ? own.judged(this.texts.words.denominator[denominator]) : '')}
      ${sameDay ? this.#renderOne(sameDay, own.same_day) : nothing}
      <p class="small soft">${own.how}</p>`;
  }

  #renderBars(judged: AfterBarResult) {
    const own = afterBarTexts[this.texts.language];
    const { format, services } = this;
    const isOwn = services.bars.get(ownBar) !== undefined;
    const { bars, quiet_days: quiet } = judged.assumptions;
    const one = { ...bars, standard: firstBar, value: firstBar };
    const options = judged.bars.map(({ bar_fraction, episodes }) => ({
      value: String(bar_fraction),
      label: format.bar(bar_fraction),
      note: own.times(format.count(episodes), episodes),
    }));
    return html`${
      isOwn
        ? nothing
        : html`<pl-choice .label=${own.which_bar} .options=${options} .value=${String(this.#shownBar)}
              @choice=${({ value }: ChoiceEvent) => {
                this.bar = Number(value);
              }}></pl-choice>`
    }
      <div class="fields">
        ${renderField(services.bars, ownBar, own.own_bar, one, this.texts, own.own_bar_hint)}
        ${renderField(services.bars, quietDays, own.quiet, quiet, this.texts, own.quiet_hint)}
      </div>`;
  }

  #renderDifference(judged: AfterBarResult, sameDay: AfterBarResult) {
    const own = afterBarTexts[this.texts.language];
    const { format, texts } = this;
    const next = ({ outcomes }: AfterBarResult) =>
      outcomes.find((one) => one.bar_fraction === this.#shownBar && one.horizon === 1)
        ?.over_days_means;
    const [published, hindsight] = [next(judged), next(sameDay)];
    if (!published?.count || !hindsight?.count || !judged.denominator) return nothing;
    const text = format.fraction(published.price_return, true);
    const other = format.fraction(hindsight.price_return, true);
    const why = this.analysed.result.fund.overlaps_shanghai
      ? own.why_differ_overlap
      : own.why_differ;
    return html`<p>${own.differ(
      format.bar(this.#shownBar),
      texts.words.denominator[judged.denominator],
      text,
      format.count(published.count),
      other,
      format.count(hindsight.count),
    )}</p>
      ${text === other ? nothing : html`<p class="small soft">${why}</p>`}`;
  }

  #renderOne(result: AfterBarResult, title: string) {
    const own = afterBarTexts[this.texts.language];
    const { format } = this;
    const crossed = result.bars.find(({ bar_fraction }) => bar_fraction === this.#shownBar);
    if (!crossed) return nothing;
    const bar = format.bar(crossed.bar_fraction);
    return html`<section>
      <h4>${title}</h4>
      <pl-sample .of=${result}></pl-sample>
      <p>
        ${
          crossed.episodes === 0
            ? own.never(bar)
            : own.crossings(format.count(crossed.episodes), bar, format.count(crossed.crossings))
        }
        ${crossed.too_few && crossed.episodes > 0 ? own.list(format.count(crossed.too_few.needed), format.count(crossed.too_few.have)) : ''}
      </p>
      <pl-outcomes .result=${result} .crossed=${crossed}></pl-outcomes>
    </section>`;
  }
}

customElements.define('pl-after-bar', AfterBarView);
