// Whether an A shape is under way on the latest day, by which bars, and those of the past.

import { css, html, nothing } from 'lit';
import type { Services } from '../../../../app/services.ts';
import { PageElement } from '../../../../elements/page-element.ts';
import type { APoint, AShapeNow } from '../../../../generated/ops.ts';
import { base, tables } from '../../../../styles/shared.ts';
import { fieldStyles, renderField } from '../../assumption-fields.ts';
import { episodeTexts } from './episode-texts.ts';
import type { EpisodesResult } from './episodes.ts';

export class AShapeView extends PageElement {
  static override properties = {
    services: { attribute: false },
    result: { attribute: false },
  };

  declare services: Services;
  declare result: EpisodesResult;

  static override styles = [
    base,
    tables,
    fieldStyles,
    css`
      h4 {
        margin: 0;
      }
      p {
        max-width: 48rem;
      }
      .state {
        font-weight: 600;
      }
      td,
      th {
        white-space: nowrap;
      }
    `,
  ];

  protected override render() {
    const own = episodeTexts[this.texts.language];
    const now = this.result.a_shape;
    if (!now) return html`<h4>${own.state_title}</h4><p class="small">${own.no_shape}</p>`;
    return html`<h4>${own.state_title} · <span class=${now.state === 'none' ? '' : 'watch'}>${own.states[now.state]}</span></h4>
      <p class="state">${this.#sentence(now)}</p>
      <p class="small soft">${own.state_note}</p>
      <details>
        <summary>${own.a_rule}</summary>
        <div class="fields">${this.#renderBars()}</div>
      </details>
      ${this.result.a_shapes.length > 0 ? this.#renderPast() : nothing}`;
  }

  #sentence(shape: AShapeNow): string {
    const own = episodeTexts[this.texts.language];
    const { format } = this;
    const date = shape.now.date ?? '';
    const { foot, peak } = shape;
    if (shape.state === 'none' || !foot || !peak) return own.none(date);
    const fraction = (point: APoint) => format.fraction(point.premium_fraction, true);
    const gap = this.texts.language === 'zh' ? '' : ' ';
    const back = gap + own.gives_back(format.bar(Number(shape.given_back_fraction?.toFixed(2))));
    if (shape.state === 'rising') {
      const price = format.fraction(shape.price_from_foot_fraction, true);
      const said = own.rising(date, fraction(foot), fraction(peak), price, peak.date ?? '');
      return (shape.given_back_fraction ?? 0) > 0 ? said + back : said;
    }
    const price = format.fraction(shape.price_from_peak_fraction, true);
    return own.past_peak(date, peak.date ?? '', fraction(peak), fraction(shape.now), price) + back;
  }

  #renderBars() {
    const own = episodeTexts[this.texts.language];
    const { assumptions } = this.result;
    const bar = (name: string, label: string, hint?: string) =>
      renderField(
        this.services.bars,
        `episodes.${name}`,
        label,
        assumptions[name],
        this.texts,
        hint,
      );
    return html`${bar('a_bar', own.a_bar)} ${bar('a_rise', own.a_rise, own.a_source)}
      ${bar('a_turn', `${own.a_turn}${own.percent_share}`, own.a_source)}
      ${bar('a_over', `${own.a_over}${own.percent_share}`, own.a_source)}
      ${bar('a_window', own.a_window, own.a_source)}`;
  }

  #renderPast() {
    const own = episodeTexts[this.texts.language];
    const shapes = this.result.a_shapes.slice(-30).reverse();
    const point = (at: APoint | null) =>
      at
        ? html`${at.date ?? ''}<br /><span class="small soft">${this.format.fraction(at.premium_fraction, true)} · ${this.format.price(at.price)}</span>`
        : '—';
    return html`<details>
      <summary>${own.past_states(this.format.count(this.result.a_shapes.length))}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label=${own.state_title}>
        <table>
          <thead>
            <tr>
              <th scope="col">${own.foot}</th>
              <th scope="col">${own.recognised}</th>
              <th scope="col">${own.peak}</th>
              <th scope="col">${own.turned}</th>
              <th scope="col">${own.over}</th>
            </tr>
          </thead>
          <tbody>
            ${shapes.map(
              (shape) => html`<tr>
                <td class="number">${point(shape.foot)}</td>
                <td class="number">${point(shape.recognised)}</td>
                <td class="number">${point(shape.peak)}</td>
                <td class="number">${point(shape.turned)}</td>
                <td class="number">${shape.over ? point(shape.over) : own.still}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }
}

customElements.define('pl-a-shape', AShapeView);
