// What a holder would get if today's premium became another, as value, premium and cross part; where
// the fund's own past run-ups ended; and the sources' worked cases beside the exact figures.

import { css, html, nothing } from 'lit';
import '../../../../elements/number-card.ts';
import '../../../../elements/sample-line.ts';
import type { LossScenario, Ops } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { WorkedCase } from '../../../../model/reference.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, forms, stack, tables } from '../../../../styles/shared.ts';
import { sourceWords } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { changedMark, fieldStyles, renderField } from '../../assumption-fields.ts';
import { lossTexts } from './loss-texts.ts';

type Loss = Ops['loss']['result'];
type Convergence = Extract<WorkedCase, { op: 'convergence' }>;

const barNames = [
  'value_growth',
  'premium_to',
  'window_days',
  'episode_bar',
  'round_trip_fraction',
  'limit_fraction',
] as const;

export class LossScenariosView extends AskingElement<Loss> {
  static override styles = [
    base,
    forms,
    tables,
    stack,
    fieldStyles,
    css`
      .scroll {
        position: relative;
        max-height: 80vh;
        overflow: auto;
      }
      tbody th {
        position: sticky;
        inset-inline-start: 0;
        background: var(--paper);
        min-width: 8rem;
        max-width: 12rem;
        padding-inline-end: 12px;
      }
      thead th.end {
        white-space: normal;
        min-width: 6rem;
      }
      td.end {
        padding-inline-start: 12px;
      }
      .total {
        font-weight: 600;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(this.services.reference);
    void this.services.reference.need();
  }

  protected override get question(): string {
    return barNames.map((name) => this.#bar(name)).join(' ');
  }

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Loss> {
    const bars = Object.fromEntries(barNames.map((name) => [name, this.#bar(name)]));
    return this.services.engine.run('loss', { ...requestOf(analysed), ...bars }, options);
  }

  #bar(name: (typeof barNames)[number]): number | undefined {
    return this.services.bars.get(`loss.${name}`);
  }

  protected override render() {
    const { found } = this;
    if (!found) return this.renderState();
    const own = lossTexts[this.texts.language];
    return html`${this.renderState()}
      ${found.scenarios.length > 0 ? this.#renderScenarios(found) : html`<p>${own.nothing}</p>`}
      ${this.#renderBars(found)} ${this.#renderRunUps(found)} ${this.#renderCases()}
      <pl-sample .of=${found}></pl-sample>`;
  }

  #renderScenarios(found: Loss) {
    const own = lossTexts[this.texts.language];
    const { format } = this;
    const premium = format.fraction(found.premium_from_fraction, true);
    const growth = found.value_growth === 0 ? undefined : format.fraction(found.value_growth, true);
    const { nobs, from, to } = found.own_sample;
    const heads = [
      own.result,
      own.value_part,
      own.premium_part,
      own.cross_part,
      ...(found.round_trip_fraction > 0 ? [own.net] : []),
      own.breakeven,
      own.limit_days,
    ];
    return html`<p>${own.lead(premium, found.date ?? '', growth)}</p>
      <div class="scroll" tabindex="0" role="group" aria-label=${own.title}>
        <table>
          <caption>${own.caption}</caption>
          <thead>
            <tr>
              <th scope="col">${own.final}</th>
              ${heads.map((head) => html`<th scope="col" class="end">${head}</th>`)}
            </tr>
          </thead>
          <tbody>${found.scenarios.map((one) => this.#renderScenario(found, one))}</tbody>
        </table>
      </div>
      <p class="small soft">
        ${
          found.too_few
            ? own.own_few(format.count(found.too_few.needed), format.count(found.too_few.have))
            : own.own(format.count(nobs), from ?? '', to ?? '')
        }
        ${found.run_ups_count === 0 ? own.no_run_ups(format.bar(found.episode_bar)) : nothing}
        ${own.note}
      </p>`;
  }

  #renderScenario(found: Loss, one: LossScenario) {
    const own = lossTexts[this.texts.language];
    const { format } = this;
    const to = format.fraction(one.premium_to_fraction, true);
    const from = format.fraction(found.premium_from_fraction);
    const growth = found.value_growth === 0 ? undefined : format.fraction(found.value_growth, true);
    const total = format.fraction(one.return_fraction, true);
    const breakeven = format.fraction(one.breakeven_growth_fraction, true);
    const common = { dates: found.date ?? undefined, source: sourceWords(this.texts, 'own') };
    const returnCard = {
      ...common,
      title: own.scenario(to, growth),
      definition: own.return_is,
      formula: '(1 + g) × (1 + p₁) ÷ (1 + p₀) − 1',
      numbers: `(1 + ${format.fraction(found.value_growth)}) × (1 + ${to}) ÷ (1 + ${from}) − 1 = ${total}`,
    };
    const breakevenCard = {
      ...common,
      title: own.breakeven,
      definition: own.breakeven_is,
      formula: '(1 + p₀) ÷ ((1 + p₁)(1 − c)) − 1',
      numbers: `(1 + ${from}) ÷ ((1 + ${to})(1 − ${format.fraction(found.round_trip_fraction)})) − 1 = ${breakeven}`,
    };
    const cell = (value: number) => html`<td class="end">${format.fraction(value, true)}</td>`;
    return html`<tr>
      <th scope="row">${own.reasons[one.reason]}<br /><span class="number">${to}</span></th>
      <td class="end total"><pl-number .text=${total} .card=${returnCard}></pl-number></td>
      ${cell(one.value_part)} ${cell(one.premium_part)} ${cell(one.cross_part)}
      ${found.round_trip_fraction > 0 ? cell(one.net_fraction) : nothing}
      <td class="end"><pl-number .text=${breakeven} .card=${breakevenCard}></pl-number></td>
      <td class="end">${own.days(format.count(one.limit_down_days))}</td>
    </tr>`;
  }

  #renderBars({ assumptions }: Loss) {
    const own = lossTexts[this.texts.language];
    const { bars } = this.services;
    const names = barNames.map((name) => `loss.${name}`);
    const field = (name: (typeof barNames)[number], label: string, hint: string) =>
      renderField(bars, `loss.${name}`, label, assumptions[name], this.texts, hint);
    return html`<details>
      <summary>${own.bars}${changedMark(bars, names, this.texts)}</summary>
      <div class="fields">
        ${field('value_growth', own.growth, own.growth_hint)}
        ${field('premium_to', own.premium_to, own.premium_to_hint)}
        ${field('round_trip_fraction', own.cost, own.cost_hint)}
        ${field('window_days', own.window, own.window_hint)}
        ${field('episode_bar', own.bar, own.bar_hint)}
        ${field('limit_fraction', own.limit, own.limit_hint)}
      </div>
    </details>`;
  }

  #renderRunUps({ run_ups, run_ups_count, episode_bar }: Loss) {
    if (run_ups.length === 0) return nothing;
    const own = lossTexts[this.texts.language];
    const { format } = this;
    const title = own.run_ups(format.count(run_ups_count), format.bar(episode_bar));
    return html`<details>
      <summary>${title}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label=${title}>
        <table>
          <thead>
            <tr>
              <th scope="col">${own.run_up_start}</th>
              <th scope="col">${own.run_up_end}</th>
              <th scope="col" class="end">${own.run_up_peak}</th>
              <th scope="col" class="end">${own.run_up_final}</th>
            </tr>
          </thead>
          <tbody>
            ${[...run_ups].reverse().map(
              (one) => html`<tr>
                <th scope="row" class="number">${format.date(one.first)}</th>
                <td class="number">${format.date(one.end)}</td>
                <td class="end">${format.fraction(one.peak_premium_fraction, true)}</td>
                <td class="end">${format.fraction(one.end_premium_fraction, true)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  #renderCases() {
    const own = lossTexts[this.texts.language];
    const cases = this.services.reference.cases.filter(
      (one): one is Convergence => one.op === 'convergence',
    );
    if (cases.length === 0) return nothing;
    return html`<details>
      <summary>${own.cases}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label=${own.cases}>
        <table>
          <thead>
            <tr>
              <th scope="col">${own.case_name}</th>
              <th scope="col" class="end">${own.printed}</th>
              <th scope="col" class="end">${own.exact}</th>
              <th scope="col" class="end">${own.added}</th>
              <th scope="col" class="end">${own.needs}</th>
            </tr>
          </thead>
          <tbody>${cases.map((one) => this.#renderCase(one))}</tbody>
        </table>
      </div>
      <p class="small soft">${own.cases_note} ${sourceWords(this.texts, 'investor_guide')}</p>
    </details>`;
  }

  #renderCase(one: Convergence) {
    const own = lossTexts[this.texts.language];
    const { format } = this;
    const { premium_from, premium_to, value_growth } = one.request;
    const growth = value_growth === 0 ? undefined : format.fraction(value_growth, true);
    const name = own.case_of(format.bar(premium_from), format.bar(premium_to), growth);
    const digits = `${format.number(100 * one.fraction, 4, true)}\u202f%`;
    const card = {
      title: name,
      definition: own.return_is,
      formula: '(1 + g) × (1 + p₁) ÷ (1 + p₀) − 1',
      numbers: `(1 + ${format.fraction(value_growth)}) × (1 + ${format.bar(premium_to)}) ÷ (1 + ${format.bar(premium_from)}) − 1 = ${digits}`,
      source: sourceWords(this.texts, 'investor_guide'),
    };
    return html`<tr>
      <th scope="row">${name}</th>
      <td class="end">${format.bar(one.printed_fraction)}</td>
      <td class="end">
        <pl-number class="total" .text=${format.fraction(one.fraction, true)} .card=${card}></pl-number><br />
        <span class="small soft">${digits}</span>
      </td>
      <td class="end">${format.fraction(one.added_up_fraction, true)}</td>
      <td class="end">${format.fraction(one.premium_to_as_printed, true)}</td>
    </tr>`;
  }
}

customElements.define('pl-loss-scenarios', LossScenariosView);
