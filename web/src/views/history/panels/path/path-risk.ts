// What a holder's return may be after some days: in closed form, and played out with the exchange's
// limits and halts; how many limit-down days a closing takes; and every number of the model.

import { css, html, nothing } from 'lit';
import '../../../../elements/number-card.ts';
import '../../../../elements/sample-line.ts';
import type { Assumption, Ops, PathOutlook, SimulatedOutlook } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, forms, stack, tables } from '../../../../styles/shared.ts';
import { sourceWords } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { changedMark, fieldStyles, renderField } from '../../assumption-fields.ts';
import { pathTexts } from './path-texts.ts';

type Path = Ops['path_risk']['result'];

const barNames = [
  'window_days',
  'value_drift_year',
  'persistence',
  'premium_mean',
  'premium_sd',
  'value_sd',
  'correlation',
  'limit_fraction',
  'halt_premium',
  'halt_probability',
  'halt_days',
  'premium_to',
  'paths',
  'seed',
] as const;
type BarName = (typeof barNames)[number];

/** Estimated from one fund's days, and changed for that fund alone. */
const ofOneFund: ReadonlySet<BarName> = new Set([
  'persistence',
  'premium_mean',
  'premium_sd',
  'value_sd',
  'correlation',
]);

export class PathRiskView extends AskingElement<Path> {
  static override styles = [
    base,
    forms,
    tables,
    stack,
    fieldStyles,
    css`
      tbody th {
        position: sticky;
        inset-inline-start: 0;
        background: var(--paper);
        min-width: 8rem;
        max-width: 11rem;
      }
      .scroll {
        position: relative;
      }
      td,
      th + th {
        padding-inline-start: 12px;
      }
      tr.main > * {
        font-weight: 600;
      }
    `,
  ];

  protected override get question(): string {
    return barNames.map((name) => this.#bar(name)).join(' ');
  }

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Path> {
    const bars = Object.fromEntries(barNames.map((name) => [name, this.#bar(name)]));
    return this.services.engine.run('path_risk', { ...requestOf(analysed), ...bars }, options);
  }

  #bar(name: BarName): number | undefined {
    return this.services.bars.get(this.#barName(name));
  }

  #barName(name: BarName): string {
    const code = this.analysed.result.fund?.code ?? '';
    return ofOneFund.has(name) ? `path.${name}.${code}` : `path.${name}`;
  }

  protected override render() {
    const { found } = this;
    if (!found) return this.renderState();
    const own = pathTexts[this.texts.language];
    if (!found.model)
      return html`${this.renderState()}<p>${own.nothing}</p>
        <pl-sample .of=${found} .few=${found.too_few}></pl-sample>${this.#renderBars(found)}`;
    const premium = this.format.fraction(found.premium_from_fraction, true);
    return html`${this.renderState()}
      <p>${own.lead(premium, found.date ?? '', this.format.count(found.fit?.sample.nobs ?? found.window_days))}</p>
      ${this.#renderDoubt(found)}
      ${this.#renderClosed(found)} ${this.#renderSimulated(found)} ${this.#renderLimitDown(found)}
      ${this.#renderModel(found)} ${this.#renderBars(found)}
      <p class="small soft">${own.how}</p>
      <pl-sample .of=${found}></pl-sample>`;
  }

  /** What the persistence leaves open. */
  #renderDoubt({ fit, model }: Path) {
    const own = pathTexts[this.texts.language];
    if (model && model.persistence >= 1) return html`<p class="watch">${own.wanders}</p>`;
    const isOpen =
      fit && model?.persistence === fit.persistence && (fit.persistence_high ?? 0) >= 1;
    return isOpen ? html`<p class="watch">${own.may_wander}</p>` : nothing;
  }

  #renderTable<Outlook extends { days: number }>(
    caption: string,
    outlooks: Outlook[],
    rows: [string, (outlook: Outlook) => unknown, boolean?][],
  ) {
    const own = pathTexts[this.texts.language];
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${caption}>
      <table>
        <caption>${caption}</caption>
        <thead>
          <tr>
            <td></td>
            ${outlooks.map(({ days }) => html`<th scope="col" class="end">${own.after(this.#days(days))}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, of, isMain]) => html`<tr class=${isMain ? 'main' : ''}>
              <th scope="row">${name}</th>
              ${outlooks.map((outlook) => html`<td class="end">${of(outlook)}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** The rows that both ways have: mean, quantiles, chances of a loss. */
  #spread<Outlook extends PathOutlook | SimulatedOutlook>(
    found: Path,
    card: (outlook: Outlook, chance: string, bar: number) => unknown,
  ): [string, (outlook: Outlook) => unknown, boolean?][] {
    const own = pathTexts[this.texts.language];
    const { format } = this;
    const quantiles = found.shares.map(
      (share, place): [string, (o: Outlook) => unknown, boolean] => [
        share === 0.5 ? own.median : own.quantile(format.bar(share)),
        (outlook) => format.fraction(outlook.quantiles[place], true),
        share === 0.5,
      ],
    );
    const losses = found.loss_bars.map((bar, place): [string, (o: Outlook) => unknown, boolean] => [
      bar === 0 ? own.loss : own.loss_over(format.bar(bar)),
      (outlook) => card(outlook, format.fraction(outlook.loss_chances[place]), bar),
      bar === 0,
    ]);
    return [
      ...quantiles,
      [own.mean, (outlook) => format.fraction(outlook.mean_fraction, true)],
      ...losses,
    ];
  }

  #renderClosed(found: Path) {
    const own = pathTexts[this.texts.language];
    const { format } = this;
    const rows = this.#spread<PathOutlook>(found, (outlook, chance, bar) => {
      const mean = format.number(outlook.mean_log, 4);
      const card = {
        title: bar === 0 ? own.loss : own.loss_over(format.bar(bar)),
        definition: own.loss_is,
        formula: 'Φ((ln(1 − b) − m) ÷ s)',
        numbers: `Φ((ln(1 − ${format.bar(bar)}) − (${mean})) ÷ ${format.number(outlook.sd_log, 4)}) = ${chance}`,
        dates: this.#modelDates(found),
        source: sourceWords(this.texts, 'own'),
      };
      return html`<pl-number .text=${chance} .card=${card}></pl-number>`;
    });
    rows.push([own.premium_then, (one) => format.fraction(one.median_premium_fraction, true)]);
    return html`${this.#renderTable(own.closed, found.outlooks, rows)}
      <p class="small soft">${own.closed_note}</p>`;
  }

  #modelDates({ fit }: Path): string | undefined {
    const { format } = this;
    if (!fit) return undefined;
    const { from, to } = fit.sample;
    return pathTexts[this.texts.language].model_sample(
      format.count(fit.pairs),
      from ?? '',
      to ?? '',
    );
  }

  #days(days: number): string {
    return pathTexts[this.texts.language].day_unit(this.format.count(days));
  }

  #renderSimulated(found: Path) {
    const own = pathTexts[this.texts.language];
    const { format } = this;
    const share = (value: number | null) => format.fraction(value);
    const waited = (value: number | null) =>
      value === null ? '—' : own.day_unit(format.ratio(value));
    const rows = this.#spread<SimulatedOutlook>(found, (_outlook, chance) => chance);
    rows.push(
      [own.mean_error, (one) => share(one.mean_error)],
      [own.locked, (one) => own.day_unit(format.number(one.locked_days, 2))],
      [own.any_locked, (one) => share(one.any_locked_share)],
      [own.forced, (one) => share(one.forced_share), true],
      [own.forced_days, (one) => waited(one.forced_days)],
      [own.forced_most, (one) => waited(one.forced_share === 0 ? null : one.forced_most_days)],
      [own.forced_marked, (one) => format.fraction(one.forced_marked_fraction, true)],
      [own.forced_sold, (one) => format.fraction(one.forced_sold_fraction, true)],
    );
    const limit =
      found.limit_fraction > 0 ? `${own.limit} ±${format.bar(found.limit_fraction)}` : '';
    const halts =
      found.halt_probability > 0
        ? own.halts(
            format.bar(found.halt_premium),
            format.bar(found.halt_probability),
            this.#days(found.halt_days),
          )
        : own.no_halts;
    const end = this.texts.language === 'zh' ? '；' : '.';
    return html`${this.#renderTable(own.simulated, found.simulated, rows)}
      <p class="small soft">
        ${own.simulated_note(format.count(found.paths), String(found.seed), limit ? limit + end : own.no_limit, halts)}
        ${own.forced_note}
      </p>`;
  }

  #renderLimitDown(found: Path) {
    const own = pathTexts[this.texts.language];
    const { format } = this;
    const from = format.fraction(found.premium_from_fraction);
    const to = format.fraction(found.premium_to);
    const { limit_down_days, limit_down_steps } = found;
    if (!limit_down_days)
      return html`<p>${limit_down_days === 0 ? own.limit_none(from, to) : nothing}</p>`;
    if (limit_down_days === 1) return html`<p>${own.limit_within(from, to)}</p>`;
    return html`<p>${own.limit_down(from, to, format.count(limit_down_days))}</p>
      ${limit_down_steps.length > 0 ? this.#renderSteps(found) : nothing}`;
  }

  #renderSteps({ limit_down_steps }: Path) {
    const own = pathTexts[this.texts.language];
    const { format } = this;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.limit_caption}>
      <table>
        <caption>${own.limit_caption}</caption>
        <thead>
          <tr>
            <th scope="col">${own.limit_day}</th>
            <th scope="col" class="end">${own.limit_price}</th>
            <th scope="col" class="end">${own.limit_premium}</th>
            <th scope="col">${own.limit_state}</th>
          </tr>
        </thead>
        <tbody>
          ${limit_down_steps.map(
            (step) => html`<tr>
              <th scope="row">${format.count(step.day)}</th>
              <td class="end">${format.price(step.price)}</td>
              <td class="end">${format.fraction(step.premium_fraction, true)}</td>
              <td>${step.locked ? own.limit_locked : own.limit_open}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #mark(isModel: boolean) {
    const names = barNames.filter((name) => ofOneFund.has(name) === isModel);
    const all = names.map((name) => this.#barName(name));
    return changedMark(this.services.bars, all, this.texts);
  }

  #renderModel(found: Path) {
    const { fit } = found;
    if (!fit) return nothing;
    const own = pathTexts[this.texts.language];
    const { format } = this;
    const hint = own.persistence_hint(
      format.number(fit.persistence_low, 3),
      format.number(fit.persistence_high, 3),
      format.number(fit.persistence_median, 3),
    );
    // What is shown is what is kept: no more digits than a reader would type.
    const field = (name: BarName, label: string, hint: string) => {
      const told = found.assumptions[name];
      const standard = Number((told?.standard ?? 0).toPrecision(4));
      return this.#field(told && { ...told, standard }, name, label, hint);
    };
    return html`<details>
      <summary>${own.model}${this.#mark(true)}</summary>
      <p class="small soft">${this.#modelDates(found)}</p>
      <div class="fields">
        ${field('persistence', own.persistence, hint)}
        ${field('premium_mean', own.premium_mean, own.premium_mean_hint)}
        ${field('premium_sd', own.premium_sd, own.premium_sd_hint)}
        ${field('value_sd', own.value_sd, own.value_sd_hint)}
        ${field('correlation', own.correlation, own.correlation_hint)}
      </div>
    </details>`;
  }

  #field(assumption: Assumption | undefined, name: BarName, label: string, hint: string) {
    return renderField(
      this.services.bars,
      this.#barName(name),
      label,
      assumption,
      this.texts,
      hint,
    );
  }

  #renderBars({ assumptions, fit }: Path) {
    const own = pathTexts[this.texts.language];
    const growth = fit?.value_growth_year_fraction;
    const drift = own.drift_hint(
      growth === null || growth === undefined ? undefined : this.format.fraction(growth, true),
    );
    const field = (name: BarName, label: string, hint: string) =>
      this.#field(assumptions[name], name, label, hint);
    return html`<details>
      <summary>${own.bars}${this.#mark(false)}</summary>
      <div class="fields">
        ${field('value_drift_year', own.drift, drift)}
        ${field('window_days', own.window, own.window_hint)}
        ${field('limit_fraction', own.limit, own.limit_hint)}
        ${field('halt_premium', own.halt_premium, own.halt_premium_hint)}
        ${field('halt_probability', own.halt_probability, own.halt_probability_hint)}
        ${field('halt_days', own.halt_days, own.halt_days_hint)}
        ${field('premium_to', own.premium_to, own.premium_to_hint)}
        ${field('paths', own.paths, own.paths_hint)} ${field('seed', own.seed, own.seed_hint)}
      </div>
    </details>`;
  }
}

customElements.define('pl-path-risk', PathRiskView);
