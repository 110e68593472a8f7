// The run-ups of the premium beyond a bar, and whether an A shape is under way on the latest day.

import { css, html, nothing } from 'lit';
import '../../../../elements/number-card.ts';
import '../../../../elements/sample-line.ts';
import type { ClosedBy, Ops } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, forms, stack, tables } from '../../../../styles/shared.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { fieldStyles, renderField } from '../../assumption-fields.ts';
import { askBoth, type Both } from '../../both-values.ts';
import './episode-chart.ts';
import './episode-list.ts';
import './a-shape.ts';
import { episodeTexts } from './episode-texts.ts';

export type EpisodesResult = Ops['episodes']['result'];

/** The request's fields, by the name each bar is kept under. */
const fields = {
  'episodes.bar': 'bar',
  'episodes.quiet_days': 'quiet_days',
  'episodes.closer_share': 'closer_share',
  'episodes.a_bar': 'a_bar',
  'episodes.a_rise': 'a_rise',
  'episodes.a_turn': 'a_turn',
  'episodes.a_over': 'a_over',
  'episodes.a_window': 'a_window',
} as const;

export class EpisodesView extends AskingElement<Both<EpisodesResult>> {
  static override styles = [
    base,
    forms,
    tables,
    stack,
    fieldStyles,
    css`
      .both {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(3 * var(--unit)) calc(4 * var(--unit));
      }
      @media (min-width: 64rem) {
        .both.two {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
      }
      h4 {
        margin: 0;
      }
      p {
        max-width: 48rem;
      }
    `,
  ];

  #changed(): Record<string, number> {
    const changed: Record<string, number> = {};
    for (const [name, field] of Object.entries(fields)) {
      const value = this.services.bars.get(name);
      if (value !== undefined) changed[field] = value;
    }
    return changed;
  }

  protected override get question(): string {
    return JSON.stringify(this.#changed());
  }

  protected override async ask(analysed: Analysed, options: RunOptions) {
    const { engine } = this.services;
    const request = requestOf(analysed);
    const changed = this.#changed();
    return askBoth(analysed, (denominator) =>
      engine.run('episodes', { ...request, ...changed, denominator }, options),
    );
  }

  protected override render() {
    const own = episodeTexts[this.texts.language];
    const { found } = this;
    if (!found) return html`${this.renderState()}<p class="small soft">${own.loading}</p>`;
    const { judged, sameDay } = found;
    const { assumptions } = judged;
    const { bars } = this.services;
    const quietHint = `${own.quiet_hint} · ${own.own_bar}`;
    const closerHint = `${own.closer_hint} · ${own.own_bar}`;
    return html`${this.renderState()}
      <pl-a-shape .services=${this.services} .result=${judged}></pl-a-shape>
      <div class="fields">
        ${renderField(bars, 'episodes.bar', own.bar, assumptions['bar'], this.texts)}
        ${renderField(bars, 'episodes.quiet_days', own.quiet, assumptions['quiet_days'], this.texts, quietHint)}
        ${renderField(bars, 'episodes.closer_share', own.closer, assumptions['closer_share'], this.texts, closerHint)}
      </div>
      ${sameDay ? html`<p class="small soft">${this.analysed.result.fund.overlaps_shanghai ? own.why_differ_overlap : own.why_differ}</p>` : nothing}
      <div class="both ${sameDay ? 'two' : ''}">
        ${this.#renderOne(judged, judged.denominator ? own.judged(this.texts.words.denominator[judged.denominator]) : '')}
        ${sameDay ? this.#renderOne(sameDay, own.same_day) : nothing}
      </div>
      <p class="small soft">${own.how}</p>`;
  }

  #renderOne(result: EpisodesResult, title: string) {
    return html`<section>
      <h4>${title}</h4>
      <pl-sample .of=${result}></pl-sample>
      <p>${this.#counts(result)}</p>
      <pl-episode-chart .result=${result} .series=${this.analysed.series}></pl-episode-chart>
      <pl-episode-list .result=${result}></pl-episode-list>
    </section>`;
  }

  #counts({ count, closed_counts, rule, episodes }: EpisodesResult): string {
    const own = episodeTexts[this.texts.language];
    const { format } = this;
    const bar = format.bar(rule.bar);
    if (count === 0) return own.none_found(bar);
    const parts = (Object.entries(closed_counts) as [ClosedBy, number][])
      .filter(([, number]) => number > 0)
      .map(([word, number]) => own.closed(own.closed_by[word], format.count(number)));
    const joined = parts.join(this.texts.language === 'zh' ? '，' : ', ');
    const newest = count > episodes.length ? own.only_newest(format.count(episodes.length)) : '';
    return `${own.counts(format.count(count), bar, joined)}${newest}`;
  }
}

customElements.define('pl-episodes', EpisodesView);
