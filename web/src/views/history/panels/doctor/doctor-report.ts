// The whole report of the data check: which tables, what was found, what was looked for and not
// found, and what could not be looked for. Can be printed, and goes with what is exported.

import { css, html, nothing } from 'lit';
import { levels } from '../../../../elements/levels.ts';
import { saidLines } from '../../../../export/said.ts';
import type { CheckedTable, Ops } from '../../../../generated/ops.ts';
import type { RunOptions } from '../../../../model/engine.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, forms, stack } from '../../../../styles/shared.ts';
import { errorWords, wordOf } from '../../../../texts/index.ts';
import { AskingElement, requestOf } from '../../asked.ts';
import '../../check-item.ts';
import { checksTexts } from '../../checks-texts.ts';
import { texts as historyTexts } from '../../texts.ts';

type Report = Ops['data_doctor']['result'];

/** Columns named of one table; a wide one has hundreds. */
const mostColumns = 12;

export class DoctorReport extends AskingElement<Report> {
  static override styles = [
    base,
    forms,
    stack,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .findings li {
        padding: 12px 0;
        border-top: 1px solid var(--hairline);
        break-inside: avoid;
      }
      .plain-list li {
        padding: 4px 0;
      }
      .names {
        max-width: 48rem;
      }
      @media print {
        button {
          display: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(this.services.reference);
    void this.services.reference.need();
  }

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Report> {
    return this.services.engine.run('data_doctor', requestOf(analysed), options);
  }

  protected override render() {
    const own = checksTexts[this.texts.language];
    const { found, trouble, format } = this;
    if (trouble)
      return html`<p class="error" role="alert">${errorWords(this.texts, trouble.code, trouble)}</p>`;
    if (!found) return html`<p class="small soft">${own.loading}</p>`;
    const count = (list: unknown[]) => format.count(list.length);
    return html`<p>${own.summary(count(found.findings), count(found.clean), count(found.unchecked))}</p>
      ${this.#renderTables(found.tables)} ${this.#renderSaid()} ${this.#renderFindings(found)} ${this.#renderClean(found)}
      ${this.#renderUnchecked(found)}
      <p><button class="chip" type="button" @click=${() => print()}>${own.print}</button></p>`;
  }

  #renderTables(tables: CheckedTable[]) {
    const own = checksTexts[this.texts.language];
    return html`<section>
      <h3>${own.tables}</h3>
      <ul class="plain-list small soft">${tables.map((table) => html`<li>${this.#lineOf(table)}</li>`)}</ul>
    </section>`;
  }

  #lineOf({ table, rows, first_date, last_date, columns }: CheckedTable): string {
    const { texts, format } = this;
    const own = checksTexts[texts.language];
    const file = this.analysed.tables.find(({ name }) => name === table)?.file || own.pasted;
    const dates =
      first_date && last_date ? historyTexts[texts.language].period(first_date, last_date) : '';
    const named = columns.slice(0, mostColumns).map(({ name, role }) => {
      const word = wordOf(texts, 'role', role);
      return name === word ? name : `${name} → ${word}`;
    });
    const more = columns.length > mostColumns ? ` … (${format.count(columns.length)})` : '';
    const list = named.join(texts.language === 'zh' ? '、' : ', ') + more;
    return own.table_line(file, format.count(rows), dates, list);
  }

  /** What nobody could tell from the data: ticks with their days and amounts, and changed bars. */
  #renderSaid() {
    const { settings } = this.analysed;
    const lines = saidLines(settings, this.services.reference.tables, this.texts);
    if (lines.length === 0) return nothing;
    return html`<section>
      <h3>${checksTexts[this.texts.language].said}</h3>
      <ul class="plain-list">
        ${lines.map(
          ({ kind, name, seen, fund }) => html`<li>${[name, seen].filter(Boolean).join(' · ')}
          <span class="small soft">${[kind, fund].filter(Boolean).join(' · ')}</span></li>`,
        )}
      </ul>
    </section>`;
  }

  #renderFindings({ findings }: Report) {
    const own = checksTexts[this.texts.language];
    const { services, analysed } = this;
    const sorted = [...findings].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
    return html`<section>
      <h3>${own.findings}</h3>
      ${
        sorted.length > 0
          ? html`<ul class="findings">
            ${sorted.map((check) => html`<li><pl-check-item full .services=${services} .analysed=${analysed} .check=${check}></pl-check-item></li>`)}
          </ul>`
          : html`<p>${own.nothing_found}</p>`
      }
    </section>`;
  }

  #renderClean({ clean }: Report) {
    const own = checksTexts[this.texts.language];
    const { rule_names } = this.texts.result;
    if (clean.length === 0) return nothing;
    const names = clean.map((code) => rule_names[code]);
    return html`<section>
      <h3>${own.clean} · ${this.format.count(clean.length)}</h3>
      <p class="small soft">${own.clean_note}</p>
      <p class="names">✓ ${names.join(this.texts.language === 'zh' ? '、' : ', ')}</p>
    </section>`;
  }

  #renderUnchecked({ unchecked }: Report) {
    const own = checksTexts[this.texts.language];
    const { result, words, language } = this.texts;
    if (unchecked.length === 0) return nothing;
    const join = language === 'zh' ? '、' : ', ';
    return html`<section>
      <h3>${own.unchecked} · ${this.format.count(unchecked.length)}</h3>
      <p class="small soft">${own.unchecked_note}</p>
      <ul class="plain-list">
        ${unchecked.map(
          ({ code, needs }) => html`<li>
            ${result.rule_names[code]}
            <span class="small soft">${own.needs(needs.map((need) => words.need[need]).join(join))}</span>
          </li>`,
        )}
      </ul>
    </section>`;
  }
}

customElements.define('pl-doctor', DoctorReport);
