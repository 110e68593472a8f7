// The latest premium among the days before it, whether it has just widened, and the band it moves in.

import { css, html, nothing } from 'lit';
import type { Ops, Standing, WideDay } from '../../../../generated/ops.ts';
import '../../../../elements/lines-chart.ts';
import type { NamedLine } from '../../../../elements/lines-chart.ts';
import '../../../../elements/number-card.ts';
import '../../../../elements/sample-line.ts';
import { isoDate } from '../../../../model/brand.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, forms, stack, tables } from '../../../../styles/shared.ts';
import { sourceWords } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { fieldStyles, renderField } from '../../assumption-fields.ts';
import './correlation-table.ts';
import { standingTexts } from './standing-texts.ts';

type Result = Ops['own_past']['result'];

interface Found {
  result: Result;
  dates: Int32Array;
  lines: Record<'premium' | 'mean' | 'low' | 'high', Float64Array>;
}

/** The bars of the question, by the name of their field. */
const barNames = [
  'widening_window',
  'widening_z',
  'widening_least',
  'band_window',
  'band_deviations',
  'band_share',
] as const;
type BarName = (typeof barNames)[number];

const listed = 10;

export class OwnStanding extends AskingElement<Found> {
  static override styles = [
    base,
    forms,
    tables,
    stack,
    fieldStyles,
    css`
      .says {
        max-width: 48rem;
      }
      .says > p:first-of-type {
        font-weight: 600;
      }
      table {
        max-width: 44rem;
      }
      .windows th {
        white-space: nowrap;
      }
      td.few {
        font-size: var(--small);
        color: var(--ink-soft);
      }
    `,
  ];

  protected override get question(): string {
    return barNames.map((name) => this.services.bars.get(`own_past.${name}`) ?? '').join(' ');
  }

  protected override async ask(analysed: Analysed, options: RunOptions): Promise<Found> {
    const { engine } = this.services;
    const changed = Object.fromEntries(
      barNames.map((name) => [name, this.services.bars.get(`own_past.${name}`) ?? null]),
    );
    const request = { ...requestOf(analysed), ...changed };
    const result = await engine.run('own_past', request, options);
    return {
      result,
      dates: await engine.dates(result.dates),
      lines: {
        premium: await engine.series(result.premium_fraction),
        mean: await engine.series(result.band.mean),
        low: await engine.series(result.band.low),
        high: await engine.series(result.band.high),
      },
    };
  }

  protected override render() {
    const { found } = this;
    if (!found) return this.renderState();
    const { result } = found;
    return html`${this.renderState()}
      <pl-sample .of=${result}></pl-sample>
      ${this.#renderWidening(result)} ${this.#renderWindows(result)} ${this.#renderBand(found)}
      ${result.correlations.length > 0 ? html`<pl-correlations .result=${result}></pl-correlations>` : nothing}
      ${this.#renderBars(result)}`;
  }

  get #own() {
    return standingTexts[this.texts.language];
  }

  #days(count: number): string {
    return this.format.amountOf(count, '天', 'day');
  }

  #renderWidening({ widening }: Result) {
    const own = this.#own;
    const { format } = this;
    const { latest, too_few, marks, marks_count, judged_days, window_days } = widening;
    if (too_few || !latest) {
      const { needed, have } = too_few ?? { needed: window_days + 1, have: 0 };
      return html`<div class="says">
        <h3>${own.widening}</h3>
        <p>${own.widening_few(format.count(needed), format.count(have))}</p>
      </div>`;
    }
    return html`<div class="says">
        <h3>${own.widening}</h3>
        <p class=${latest.is_wide ? 'watch' : ''}>${this.#widens(latest, widening)}</p>
        <p class="small soft">
          ${own.widening_how(format.count(window_days))}
          ${own.widening_source(sourceWords(this.texts, widening.source))}
        </p>
        ${marks_count === 0 ? html`<p class="small">${own.no_marks(this.#days(judged_days))}</p>` : nothing}
      </div>
      ${
        marks_count === 0
          ? nothing
          : html`<details>
              <summary>${own.marks(format.count(marks_count), this.#days(judged_days))}</summary>
              ${this.#renderMarks(marks, marks_count)}
            </details>`
      }`;
  }

  #widens(latest: WideDay, { window_days, bar_z, days_running }: Result['widening']): string {
    const own = this.#own;
    const { format } = this;
    const premium = format.fraction(latest.premium_fraction, true);
    const usual = format.fraction(latest.usual_fraction, true);
    const day = latest.date ?? '';
    const z = latest.robust_z === null ? undefined : format.number(latest.robust_z, 1);
    const bar = format.ratio(bar_z);
    const parts = latest.is_wide
      ? [
          own.wide(day, premium, usual, format.count(window_days)),
          z ? own.wide_by(z, bar) : own.wide_never,
          days_running > 1 ? own.running(this.#days(days_running)) : '',
        ]
      : [
          own.not_wide(day, premium, usual, format.points(latest.away_fraction)),
          z ? own.not_wide_by(z, bar) : '',
        ];
    return parts.filter(Boolean).join(this.texts.language === 'zh' ? '' : ' ');
  }

  #renderMarks(marks: WideDay[], count: number) {
    const own = this.#own;
    const { format } = this;
    const shown = marks.slice(-listed).reverse();
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.widening}>
      <table>
        <thead>
          <tr>
            <th scope="col">${own.date}</th>
            <th scope="col" class="end">${own.premium}</th>
            <th scope="col" class="end">${own.usual}</th>
            <th scope="col" class="end">${own.change}</th>
            <th scope="col" class="end">${own.z}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            (mark) => html`<tr>
              <th scope="row" class="number">${mark.date ?? format.count(mark.index + 1)}</th>
              <td class="end">${format.fraction(mark.premium_fraction, true)}</td>
              <td class="end">${format.fraction(mark.usual_fraction, true)}</td>
              <td class="end">${format.points(mark.change_fraction)}</td>
              <td class="end">${format.number(mark.robust_z, 1, true)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      ${count > shown.length ? html`<p class="small soft">${own.marks_shown(format.count(shown.length))}</p>` : nothing}
    </div>`;
  }

  #renderWindows({ windows }: Result) {
    const own = this.#own;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.table}>
      <table class="windows">
        <caption>${own.table}</caption>
        <thead>
          <tr>
            <th scope="col">${own.window}</th>
            <th scope="col" class="end">${own.percentile}</th>
            <th scope="col" class="end">${own.z}</th>
            <th scope="col" class="end">${own.median}</th>
            <th scope="col" class="end">${own.from}</th>
          </tr>
        </thead>
        <tbody>${windows.map((window) => this.#renderWindow(window))}</tbody>
      </table>
      ${windows.some(({ robust_z, too_few }) => robust_z === null && !too_few) ? html`<p class="small soft">${own.no_z}</p>` : nothing}
    </div>`;
  }

  #renderWindow(window: Standing) {
    const own = this.#own;
    const { format } = this;
    const name = window.days === null ? own.all_days : own.window_days(format.count(window.days));
    const { too_few } = window;
    if (too_few)
      return html`<tr>
        <th scope="row">${name}</th>
        <td class="few" colspan="4">${own.too_few(format.count(too_few.needed), format.count(too_few.have))}</td>
      </tr>`;
    return html`<tr>
      <th scope="row">${name}</th>
      <td class="end">${this.#renderPercentile(window)}</td>
      <td class="end">${this.#renderZ(window)}</td>
      <td class="end">${this.#renderMedian(window)}</td>
      <td class="end">${window.sample.from ?? ''}</td>
    </tr>`;
  }

  #cardOf(window: Standing) {
    const { denominator } = this.found?.result ?? {};
    return {
      denominator: denominator ? this.texts.words.denominator[denominator] : undefined,
      dates: [window.sample.from, window.sample.to].filter(Boolean).join(' – '),
      source: this.#own.own_source,
    };
  }

  #renderPercentile(window: Standing) {
    const own = this.#own;
    const { format } = this;
    const text = `${format.number(100 * (window.percentile ?? Number.NaN), 1)}\u202f%`;
    const card = {
      title: own.percentile,
      definition: own.percentile_is,
      formula: own.percentile_formula,
      numbers: own.percentile_numbers(
        text,
        format.fraction(window.latest_fraction),
        format.count(window.sample.nobs),
      ),
      ...this.#cardOf(window),
    };
    return html`<pl-number .text=${text} .card=${card}></pl-number>`;
  }

  #renderZ(window: Standing) {
    const own = this.#own;
    const { format } = this;
    if (window.robust_z === null) return '—';
    const text = format.number(window.robust_z, 2, true);
    const card = {
      title: own.z,
      definition: own.z_is,
      formula: own.z_formula,
      numbers: own.z_numbers(
        format.fraction(window.latest_fraction),
        format.fraction(window.median_fraction),
        format.fraction(window.spread_fraction),
      ),
      ...this.#cardOf(window),
    };
    return html`<pl-number .text=${text} .card=${card}></pl-number>`;
  }

  #renderMedian(window: Standing) {
    const own = this.#own;
    const text = this.format.fraction(window.median_fraction, true);
    const card = {
      title: own.median,
      definition: own.median_is,
      formula: own.median_formula,
      numbers: `n = ${this.format.count(window.sample.nobs)}`,
      ...this.#cardOf(window),
    };
    return html`<pl-number .text=${text} .card=${card}></pl-number>`;
  }

  #renderBand({ result, dates, lines }: Found) {
    const own = this.#own;
    const { format } = this;
    const { band } = result;
    const { latest, too_few } = band;
    const window = format.count(band.window_days);
    if (too_few)
      return html`<div class="says">
        <h3>${own.band}</h3>
        <p>${own.too_few(format.count(too_few.needed), format.count(too_few.have))}</p>
      </div>`;
    const edges: NamedLine[] = [
      {
        name: own.line_band(format.ratio(band.deviations)),
        values: lines.high,
        colour: 'watch',
        width: 1,
      },
      { name: own.line_mean, values: lines.mean, colour: 'ink', width: 1 },
      { name: own.line_premium, values: lines.premium, colour: 'accent', width: 2 },
    ];
    const low: NamedLine = { ...(edges[0] as NamedLine), name: '', values: lines.low };
    return html`<div>
      <h3>${own.band}</h3>
      <p class="small">
        ${own.band_latest(
          window,
          format.fraction(latest.mean, true),
          format.fraction(latest.low, true),
          format.fraction(latest.high, true),
          format.bar(band.inside_share),
          format.fraction(latest.quantile_low, true),
          format.fraction(latest.quantile_high, true),
        )}
        <span class="soft">${own.band_how(format.count(band.window_days - 1))}</span>
      </p>
      <pl-lines-chart .dates=${dates} .lines=${[low, ...edges]}
        .label=${own.chart(isoDate(dates[0]) ?? '', isoDate(dates.at(-1)) ?? '', window)}></pl-lines-chart>
    </div>`;
  }

  #renderBars({ assumptions }: Result) {
    const own = this.#own;
    const field = (name: BarName, label: string, hint = own.bar_own) =>
      renderField(
        this.services.bars,
        `own_past.${name}`,
        label,
        assumptions[name],
        this.texts,
        hint,
      );
    return html`<details>
      <summary>${own.bars}</summary>
      <div class="fields">
        ${field('widening_window', own.bar_window)} ${field('widening_z', own.bar_z)}
        ${field('widening_least', own.bar_least)}
        ${field('band_window', own.bar_band, own.bar_band_hint)}
        ${field('band_deviations', own.bar_deviations, own.bar_band_hint)}
        ${field('band_share', own.bar_share, own.bar_band_hint)}
      </div>
    </details>`;
  }
}

customElements.define('pl-own-standing', OwnStanding);
