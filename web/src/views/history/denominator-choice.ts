// What the price is set against: changing it changes everything below, and each option shows what
// it would make of the latest premium.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import type { ChoiceEvent } from '../../elements/choice.ts';
import '../../elements/choice.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { Denominator } from '../../generated/ops.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base } from '../../styles/shared.ts';
import { capital } from '../../texts/index.ts';
import { texts } from './texts.ts';

export class DenominatorChoice extends PageElement {
  static override properties = { services: { attribute: false }, analysed: { attribute: false } };

  declare services: Services;
  declare analysed: Analysed;

  static override styles = [
    base,
    css`
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const own = texts[this.texts.language];
    const { words } = this.texts;
    const { result } = this.analysed;
    const premiums = new Map(
      (result.latest?.by_denominator ?? []).map((one) => [one.denominator, one.premium_fraction]),
    );
    const options = result.denominators.map((value) => ({
      value,
      label: capital(words.denominator[value]),
      note: result.latest ? this.format.fraction(premiums.get(value), true) : undefined,
    }));
    const { warning_denominator } = result;
    const [only, ...others] = result.denominators;
    if (only && others.length === 0) {
      return html`<p class="small soft">${own.only_denominator(words.denominator[only])}</p>`;
    }
    return html`<pl-choice .label=${own.denominator} .options=${options} .value=${result.denominator}
        @choice=${(event: ChoiceEvent) => void this.services.workspace.change({ denominator: event.value as Denominator })}></pl-choice>
      <p class="small soft">
        ${warning_denominator ? own.warnings_by(words.denominator[warning_denominator]) : nothing}
        ${
          warning_denominator !== 'nav_same_day' && result.denominators.includes('nav_same_day')
            ? this.#hindsight()
            : nothing
        }
      </p>`;
  }

  /** Why the same-day NAV never warns, and the difference it makes to the latest premium. */
  #hindsight(): string {
    const own = texts[this.texts.language];
    const { fund, latest, warning_denominator } = this.analysed.result;
    const why = fund.overlaps_shanghai ? own.hindsight_overlap : own.hindsight;
    if (!latest?.date || !warning_denominator) return why;
    const on = (denominator: Denominator) =>
      latest.by_denominator.find((one) => one.denominator === denominator)?.premium_fraction ??
      null;
    const sameDay = on('nav_same_day');
    const judging = on(warning_denominator);
    const space = this.texts.language === 'zh' ? '' : ' ';
    if (sameDay === null) return why + space + own.same_day_missing(latest.date);
    if (judging === null) return why;
    const apart = sameDay - judging;
    const named = this.texts.words.denominator[warning_denominator];
    const points = this.format.points(Math.abs(apart), false);
    return (
      why +
      space +
      (points === this.format.points(0, false)
        ? own.same_day_alike(named)
        : own.same_day_apart(points, apart > 0, named))
    );
  }
}

customElements.define('pl-denominator', DenominatorChoice);
