// Which close of the index and which day's rate a NAV holds, told from the series: the residual at
// each lag, the best one said in words.

import { css, html, nothing, svg } from 'lit';
import type { IndexCandidate, LagFit, Ops } from '../../../../generated/ops.ts';
import '../../../../elements/number-card.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, closeStack, forms, tables } from '../../../../styles/shared.ts';
import { errorWords } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import { datingTexts } from './dating-texts.ts';
import '../../estimate-missing.ts';
import { estimateTexts } from '../../estimate-texts.ts';

type Dating = Ops['nav_dating']['result'];

export class NavDatingView extends AskingElement<Dating> {
  static override styles = [
    base,
    forms,
    tables,
    closeStack,
    css`
      .says {
        max-width: 48rem;
      }
      .says p:first-child {
        font-weight: 600;
      }
      .both {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
        gap: calc(2 * var(--unit)) calc(4 * var(--unit));
      }
      th {
        white-space: nowrap;
      }
      td.bar {
        width: 60%;
        padding-inline-end: 12px;
        vertical-align: middle;
      }
      td.bar svg {
        display: block;
        width: 100%;
        height: 12px;
      }
      rect {
        fill: var(--field-line);
      }
      .best rect {
        fill: var(--accent);
      }
      .best {
        font-weight: 600;
      }
      .best th,
      .best td {
        font-weight: 600;
      }
    `,
  ];

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Dating> {
    return this.services.engine.run('nav_dating', requestOf(analysed), options);
  }

  protected override render() {
    const { indexes } = this.analysed.result;
    if (indexes.length === 0) return html`<pl-estimate-missing></pl-estimate-missing>`;
    if (this.trouble) return this.#renderTrouble(this.trouble.code);
    const { found } = this;
    if (!found)
      return html`<p class="small soft">${estimateTexts[this.texts.language].loading}</p>`;
    return html`${found.index ? this.#renderFound(found, found.index) : this.#renderTooFew(found)}
      ${found.candidates.length > 1 ? this.#renderCandidates(found) : nothing}
      ${found.price ? this.#renderPrice(found.price) : nothing}
      <p class="small soft">${datingTexts[this.texts.language].how}</p>`;
  }

  #renderTrouble(code: string) {
    return html`<p class="error" role="alert">${errorWords(this.texts, code, {})}</p>`;
  }

  #renderTooFew({ nobs, needed, trouble }: Dating) {
    const own = datingTexts[this.texts.language];
    const { format } = this;
    return html`<p>
      ${trouble && nobs === 0 ? errorWords(this.texts, trouble, {}) : own.too_few(format.count(nobs), format.count(needed))}
    </p>`;
  }

  #renderFound(found: Dating, index: LagFit) {
    const own = datingTexts[this.texts.language];
    const { session } = estimateTexts[this.texts.language];
    const { format } = this;
    const { fx } = found;
    const best = fx ? session(fx.best) : undefined;
    return html`${found.trouble ? this.#renderTrouble(found.trouble) : nothing}
      <div class="says">
        <p>
          ${
            own.found(session(index.best), best, this.#bp(found.residual_bp)) +
            own.next(this.#bp(index.next_bp), fx ? this.#bp(fx.next_bp) : undefined)
          }
        </p>
        ${index.told && (fx?.told ?? true) && !found.trouble ? html`<p>${own.told}</p>` : nothing}
        ${index.told ? nothing : html`<p class="watch">${own.index_untold(session(index.best))}</p>`}
        ${fx && !fx.told ? html`<p class="watch">${own.fx_untold(session(fx.best))}</p>` : nothing}
        <p class="small soft">
          ${own.sample(format.count(found.nobs), format.count(found.left_out))}
          ${found.index_slope === null ? nothing : own.slope(format.number(found.index_slope, 3))}
        </p>
      </div>
      <div class="both">
        ${this.#renderFit(own.index_bars(found.index_used?.name ?? found.candidates[0]?.name ?? ''), found, index)}
        ${fx ? this.#renderFit(own.fx_bars(found.fx_used?.name ?? ''), found, fx) : nothing}
      </div>`;
  }

  /** A bar for each lag, as long as its residual. */
  #renderFit(title: string, { lags, nobs }: Dating, fit: LagFit) {
    const own = datingTexts[this.texts.language];
    const { session } = estimateTexts[this.texts.language];
    const longest = Math.max(...fit.residual_bp.map((residual) => residual ?? 0));
    const rows = lags.map((lag, at) => ({ lag, residual: fit.residual_bp[at] ?? null })).reverse();
    return html`<table>
      <caption class="small">${title}</caption>
      <thead>
        <tr>
          <th scope="col">${own.lag}</th>
          <th scope="col" colspan="2" class="end">${own.residual}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(({ lag, residual }) => {
          const width = residual === null ? 0 : (100 * residual) / longest;
          const isBest = lag === fit.best;
          return html`<tr class=${isBest ? 'best' : ''}>
            <th scope="row" class="number">${session(lag)}</th>
            <td class="bar">
              <svg aria-hidden="true">${svg`<rect width="${width}%" height="12"></rect>`}</svg>
            </td>
            <td class="end">${isBest ? html`<span aria-hidden="true">◆</span> ${own.best} ` : nothing}${this.#renderResidual(session(lag), residual, nobs)}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  #renderResidual(session: string, residual: number | null, nobs: number) {
    const own = datingTexts[this.texts.language];
    const text = this.#bp(residual);
    const card = {
      title: own.residual_of(session),
      definition: own.residual_is,
      formula: own.formula,
      numbers: own.numbers(text, this.format.count(nobs)),
    };
    return html`<pl-number .text=${text} .card=${residual === null ? undefined : card}></pl-number>`;
  }

  #renderPrice(price: LagFit) {
    const own = datingTexts[this.texts.language];
    const { session } = estimateTexts[this.texts.language];
    const residual = price.residual_bp[price.best + (price.residual_bp.length - 1) / 2] ?? null;
    return html`<div class="says">
      <h3>${own.price_title}</h3>
      <p>${own.price_found(session(price.best), this.#bp(residual), this.#bp(price.next_bp))}</p>
      ${price.told ? nothing : html`<p class="watch">${own.price_untold}</p>`}
      <p class="small soft">${own.price_note}</p>
    </div>`;
  }

  #renderCandidates({ candidates, index_used }: Dating) {
    const own = datingTexts[this.texts.language];
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.candidates}>
      <table>
        <caption>${own.candidates}<span class="small soft">${own.candidates_note}</span></caption>
        <thead>
          <tr>
            <th scope="col">${own.name}</th>
            <th scope="col" class="end">${own.residual}</th>
            <th scope="col">${own.index_lag}</th>
            <th scope="col">${own.fx_lag}</th>
            <th scope="col" class="end">${own.pairs}</th>
            <th scope="col">${own.is_told}</th>
            <th scope="col"><span class="visually-hidden">${own.use}</span></th>
          </tr>
        </thead>
        <tbody>${candidates.map((one) => this.#renderCandidate(one, one.name === index_used?.name))}</tbody>
      </table>
    </div>`;
  }

  #renderCandidate(one: IndexCandidate, isUsed: boolean) {
    const own = datingTexts[this.texts.language];
    const { session } = estimateTexts[this.texts.language];
    const use = () => void this.services.workspace.change({ index: one.name });
    return html`<tr class=${isUsed ? 'best' : ''}>
      <th scope="row">${one.name}</th>
      <td class="end">${this.#bp(one.residual_bp)}</td>
      <td class="number">${session(one.index_lag)}</td>
      <td class="number">${one.fx_lag === null ? '—' : session(one.fx_lag)}</td>
      <td class="end">${this.format.count(one.nobs)}</td>
      <td>${one.told ? own.yes : own.no}</td>
      <td class="number">
        ${
          isUsed
            ? own.in_use
            : html`<button class="quiet" type="button" @click=${use}>${own.use}<span class="visually-hidden"> ${one.name}</span></button>`
        }
      </td>
    </tr>`;
  }

  #bp(value: number | null): string {
    return value === null ? '—' : `${this.format.number(value, value < 100 ? 1 : 0)}\u202fbp`;
  }
}

customElements.define('pl-nav-dating', NavDatingView);
