// Definitions, formulas, and the very tables that the calculations use.

import { css, html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { Denominator, Source } from '../../generated/ops.ts';
import { base, tables } from '../../styles/shared.ts';
import { writeEvidence } from '../../texts/evidence.ts';
import { capital, sourceWords, wordOf } from '../../texts/index.ts';
import { describeCase } from '../check/cases.ts';
import { texts as checkTexts } from '../check/texts.ts';
import { sessionTexts } from '../history/panels/sessions/session-texts.ts';
import { texts } from './texts.ts';

export class LearnView extends PageElement {
  static override properties = { services: { attribute: false }, hasSessions: { state: true } };

  declare services: Services;
  /** The hours of the markets have been asked for. */
  declare hasSessions: boolean;

  static override styles = [
    base,
    tables,
    css`
      article {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(4 * var(--unit));
        max-width: 56rem;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--unit);
      }
      dl {
        margin: 0;
        display: grid;
        gap: var(--unit);
      }
      dt {
        font-weight: 600;
      }
      dd {
        margin: 0;
      }
      ul {
        margin: 0;
        padding-inline-start: 1.2em;
      }
      .formula {
        font-size: var(--small);
        color: var(--ink-soft);
      }
    `,
  ];

  constructor() {
    super();
    this.hasSessions = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(this.services.reference);
    void this.services.reference.need();
  }

  protected override render() {
    const own = texts[this.texts.language];
    const { cards, words } = this.texts;
    return html`<h2 class="visually-hidden">${own.title}</h2>
      <article>
        <section>
          <h3>${own.what}</h3>
          ${own.what_body.map((paragraph) => html`<p>${paragraph}</p>`)}
        </section>
        <section>
          <h3>${own.formulas}</h3>
          <dl>
            ${Object.values(cards).map(
              (card) => html`<div>
                <dt>${card.title}</dt>
                <dd>${card.definition}</dd>
                <dd class="formula">${card.formula}</dd>
              </div>`,
            )}
          </dl>
        </section>
        <section>
          <h3>${own.denominators}</h3>
          <p class="small soft">${own.denominators_note}</p>
          <dl>
            ${(Object.keys(own.denominator_lines) as Denominator[]).map(
              (name) => html`<div>
                <dt>${capital(words.denominator[name])}</dt>
                <dd>${own.denominator_lines[name]}</dd>
              </div>`,
            )}
          </dl>
        </section>
        ${this.#renderBands()} ${this.#renderRules()} ${this.#renderLags()} ${this.#renderSessions()} ${this.#renderCases()}
        <section>
          <h3>${own.not}</h3>
          <ul>${own.not_lines.map((line) => html`<li>${line}</li>`)}</ul>
        </section>
        <section>
          <h3>${own.sources}</h3>
          <ul class="small">
            ${(Object.keys(this.texts.sources) as Source[]).map((source) => html`<li>${sourceWords(this.texts, source)}</li>`)}
          </ul>
        </section>
      </article>`;
  }

  #renderBands() {
    const own = texts[this.texts.language];
    const bands = this.services.reference.tables?.bands;
    if (!bands) return nothing;
    const cell = (band: number | null) => (band === null ? own.none : `±${this.format.bar(band)}`);
    return html`<section>
      <h3>${own.bands}</h3>
      <p class="small soft">${own.bands_note}</p>
      ${this.#scroll(
        own.bands,
        html`<table>
        <thead>
          <tr>
            <th scope="col">${own.kind}</th>
            <th scope="col" class="end">${own.inner}</th>
            <th scope="col" class="end">${own.outer}</th>
          </tr>
        </thead>
        <tbody>
          ${bands.map(
            ({ kind, inner, outer }) => html`<tr>
              <th scope="row">${capital(this.texts.words.kind[kind])}</th>
              <td class="end">${cell(inner)}</td>
              <td class="end">${cell(outer)}</td>
            </tr>`,
          )}
        </tbody>
      </table>`,
      )}
      <p class="small soft">${own.source} ${sourceWords(this.texts, 'range_guide')}</p>
    </section>`;
  }

  #renderRules() {
    const own = texts[this.texts.language];
    const { texts: shared, format } = this;
    const rules = this.services.reference.tables?.rules;
    if (!rules) return nothing;
    const join = shared.language === 'zh' ? '、' : ', ';
    const word = (group: string, name: string) => wordOf(shared, group, name);
    const bars = (bar: Record<string, number | null>) =>
      Object.entries(bar)
        .map(([key, value]) => writeEvidence(format, word, key, value))
        .join(join);
    return html`<section>
      <h3>${own.rules}</h3>
      <p class="small soft">${own.rules_note}</p>
      ${this.#scroll(
        own.rules,
        html`<table class="small">
        <thead>
          <tr>
            <th scope="col">${own.rule}</th>
            <th scope="col">${own.bar}</th>
            <th scope="col">${own.level}</th>
            <th scope="col">${own.needs}</th>
            <th scope="col">${own.source}</th>
          </tr>
        </thead>
        <tbody>
          ${rules.map(
            ({ code, bar, level, needs, source }) => html`<tr>
              <th scope="row">${shared.result.rule_names[code]}</th>
              <td>${bars(bar)}</td>
              <td>${shared.words.level[level]}</td>
              <td>${needs.map((need) => word('need', need)).join(join)}</td>
              <td>${shared.sources[source].title}</td>
            </tr>`,
          )}
        </tbody>
      </table>`,
      )}
    </section>`;
  }

  #renderLags() {
    const own = texts[this.texts.language];
    const lags = this.services.reference.tables?.publication_lags;
    if (!lags) return nothing;
    return html`<section>
      <h3>${own.lags}</h3>
      <p class="small soft">${own.lags_note}</p>
      ${this.#scroll(
        own.lags,
        html`<table>
        <thead>
          <tr>
            <th scope="col">${own.region}</th>
            <th scope="col">${own.lag}</th>
            <th scope="col">${own.overlap}</th>
          </tr>
        </thead>
        <tbody>
          ${lags.map(
            ({ region, sessions, overlaps_shanghai }) => html`<tr>
              <th scope="row">${capital(this.texts.words.region[region])}</th>
              <td>${own.lag_words(sessions)}</td>
              <td>${overlaps_shanghai ? own.yes : own.no}</td>
            </tr>`,
          )}
        </tbody>
      </table>`,
      )}
    </section>`;
  }

  #renderSessions() {
    const { language } = this.texts;
    const own = sessionTexts[language];
    return html`<section>
      <h3>${own.title}</h3>
      <details @toggle=${this.#bringSessions}>
        <summary>${texts[language].sessions}</summary>
        ${this.hasSessions ? html`<pl-sessions .engine=${this.services.engine}></pl-sessions>` : nothing}
      </details>
    </section>`;
  }

  async #bringSessions(): Promise<void> {
    await import('./sessions.ts');
    this.hasSessions = true;
  }

  #renderCases() {
    const own = texts[this.texts.language];
    const { texts: shared, format } = this;
    const { cases } = this.services.reference;
    if (cases.length === 0) return nothing;
    return html`<section>
      <h3>${own.cases}</h3>
      <p class="small soft">${own.cases_note}</p>
      ${this.#scroll(
        own.cases,
        html`<table>
        <thead>
          <tr>
            <th scope="col">${own.case}</th>
            <th scope="col" class="end">${own.printed}</th>
            <th scope="col" class="end">${own.exact}</th>
            <th scope="col">${own.compared}</th>
            <th scope="col">${own.source}</th>
          </tr>
        </thead>
        <tbody>
          ${cases.map(
            (one) => html`<tr>
              <th scope="row">${describeCase(one, checkTexts[shared.language], format).label}</th>
              <td class="end">${format.bar(one.printed_fraction)}</td>
              <td class="end">${format.fraction(one.fraction)}</td>
              <td class="small">${one.reproduces ? own.agrees : own.differs}</td>
              <td class="small">${shared.sources[one.source].title}</td>
            </tr>`,
          )}
        </tbody>
      </table>`,
      )}
    </section>`;
  }

  #scroll(label: string, content: unknown) {
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${label}>${content}</div>`;
  }
}

customElements.define('pl-learn-view', LearnView);
