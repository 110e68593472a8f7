// Pairs without dates, in the order of the source: each with its premium, its verdict and what the
// rules say of it, thirty at a time.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import { levelColours, levelMarks } from '../../elements/levels.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { Finding } from '../../generated/ops.ts';
import { isAbort } from '../../model/engine.ts';
import type { PairAnswer } from '../../model/pair-table.ts';
import { answerPairs } from '../../model/pair-table.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, forms, tables } from '../../styles/shared.ts';
import { capital, findingWords } from '../../texts/index.ts';
import { overviewTexts } from './overview-texts.ts';
import { pageStyles, renderPages } from './pages.ts';
import { texts } from './texts.ts';

const pageRows = 30;

export class PairTable extends PageElement {
  static override properties = {
    services: { attribute: false },
    analysed: { attribute: false },
    page: { state: true },
    answers: { state: true },
  };

  declare services: Services;
  declare analysed: Analysed;
  declare page: number;
  declare answers: (PairAnswer | undefined)[];

  #asked = 0;

  static override styles = [
    base,
    forms,
    tables,
    pageStyles,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .warned > * {
        border-bottom: 0;
      }
    `,
  ];

  constructor() {
    super();
    this.page = 0;
    this.answers = [];
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('analysed')) this.page = 0;
    if (changed.has('analysed') || changed.has('page')) void this.#ask();
  }

  protected override render() {
    const own = texts[this.texts.language];
    const { result, words } = this.texts;
    const { format } = this;
    const { series, result: analysis } = this.analysed;
    const [from, to] = this.#range;
    const last = Math.max(0, Math.ceil(series.length / pageRows) - 1);
    return html`<h3>${own.table}</h3>
      <div class="scroll" tabindex="0" role="group" aria-label=${own.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">${own.row}</th>
              <th scope="col" class="end">${result.premium}</th>
              <th scope="col">${own.verdict}</th>
              <th scope="col" class="end">${result.price}</th>
              <th scope="col" class="end">${capital(words.denominator[analysis.denominator])}</th>
            </tr>
          </thead>
          <tbody>
            ${Array.from({ length: to - from }, (_, offset) => this.#renderPair(from + offset, this.answers[offset]))}
          </tbody>
        </table>
      </div>
      ${
        last > 0
          ? renderPages({
              page: this.page,
              last,
              back: own.previous_rows,
              on: own.next_rows,
              place: own.rows_of(
                format.count(from + 1),
                format.count(to),
                format.count(series.length),
              ),
              go: (page) => (this.page = page),
            })
          : nothing
      }`;
  }

  #renderPair(row: number, answer: PairAnswer | undefined) {
    const { words } = this.texts;
    const { format } = this;
    const { series } = this.analysed;
    const premium = series.premium[row] ?? Number.NaN;
    const side = Number.isNaN(premium) ? 'soft' : premium < 0 ? 'down' : 'up';
    const findings = answer?.findings ?? [];
    return html`<tr class=${findings.length > 0 ? 'warned' : ''}>
      <th scope="row" class="number">${format.count(row + 1)}</th>
      <td class="end ${side}">${format.fraction(premium, true)}</td>
      <td>${answer ? words.verdict[answer.verdict] : '—'}</td>
      <td class="end">${format.price(series.price[row])}</td>
      <td class="end">${format.value(series.value[row])}</td>
      </tr>
      ${findings.length > 0 ? this.#renderFindings(row, findings) : nothing}`;
  }

  #renderFindings(row: number, findings: Finding[]) {
    const own = overviewTexts[this.texts.language];
    const { texts: all } = this;
    return html`<tr>
      <td></td>
      <td colspan="4" class="small">
        <ul aria-label=${own.warnings_of(this.format.count(row + 1))}>
          ${findings.map(
            ({ code, level, evidence }) => html`<li>
              <span class=${levelColours[level]}>
                <span aria-hidden="true">${levelMarks[level]}</span> ${all.words.level[level]}
              </span>
              ${findingWords(all, code, evidence).line}
            </li>`,
          )}
        </ul>
      </td>
    </tr>`;
  }

  get #range(): [from: number, to: number] {
    const from = this.page * pageRows;
    return [from, Math.min(this.analysed.series.length, from + pageRows)];
  }

  async #ask(): Promise<void> {
    const asked = ++this.#asked;
    this.answers = [];
    try {
      const answers = await answerPairs(this.services.engine, this.analysed, ...this.#range);
      if (asked === this.#asked) this.answers = answers;
    } catch (error) {
      // The premiums stand there already; what failed is asked again with the next page.
      if (!isAbort(error)) this.answers = [];
    }
  }
}

customElements.define('pl-pairs', PairTable);
