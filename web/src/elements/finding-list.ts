// Findings worst first: one line each with its number, its bar and its source; open it for why.
// Below them the rules that could not be judged, and what each would need.

import { css, html, nothing } from 'lit';
import type { Finding, Unjudged } from '../generated/ops.ts';
import { base } from '../styles/shared.ts';
import type { EvidenceMap } from '../texts/evidence.ts';
import { writeEvidence } from '../texts/evidence.ts';
import { findingWords, ruleName, sourceWords, standardsOf, wordOf } from '../texts/index.ts';
import { levelColours, levelMarks, levels } from './levels.ts';
import { PageElement } from './page-element.ts';

export class FindingList extends PageElement {
  static override properties = {
    findings: { attribute: false },
    unjudged: { attribute: false },
    bars: { attribute: false },
  };

  declare findings: Finding[];
  declare unjudged: Unjudged[];
  /** Those that the reader has changed, by name. */
  declare bars: Readonly<Record<string, number>> | null | undefined;

  static override styles = [
    base,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        border-bottom: 1px solid var(--hairline);
      }
      li details > summary {
        display: grid;
        grid-template-columns: auto 1fr;
        column-gap: var(--unit);
        color: inherit;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      .level {
        font-weight: 600;
        white-space: nowrap;
      }
      .from {
        grid-column: 2;
      }
      .why {
        padding: 0 0 12px 0;
        max-width: 44rem;
      }
      h3 {
        padding: var(--unit) 0;
      }
      .rules li {
        padding: 6px 0;
      }
      @media print {
        li details > summary {
          padding: 3px 0;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.findings = [];
    this.unjudged = [];
  }

  protected override render() {
    const { result } = this.texts;
    const sorted = [...this.findings].sort(
      (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level),
    );
    return html`<h3>${result.findings}</h3>
      ${
        sorted.length === 0
          ? html`<p class="soft">${result.no_findings}</p>`
          : html`<ul>${sorted.map((finding) => this.#renderFinding(finding))}</ul>`
      }
      ${this.unjudged.length > 0 ? this.#renderUnjudged() : nothing}`;
  }

  #renderFinding({ code, level, source, evidence }: Finding) {
    const { texts } = this;
    const { line, why } = findingWords(texts, code, evidence);
    return html`<li>
      <details>
        <summary>
          <span class="level ${levelColours[level]}">
            <span aria-hidden="true">${levelMarks[level]}</span> ${texts.words.level[level]}
          </span>
          <span>${line}</span>
          ${this.#renderStandards(evidence)}
          <span class="from small soft">${texts.result.source} ${sourceWords(texts, source)}</span>
        </summary>
        <p class="why small">${why}</p>
      </details>
    </li>`;
  }

  /** A bar that the reader has changed is marked as such. */
  #renderStandards(evidence: EvidenceMap) {
    const { texts, format } = this;
    const keys = standardsOf(evidence);
    if (keys.length === 0) return nothing;
    const words = keys.map((key) => writeEvidence(format, (_, word) => word, key, evidence[key]));
    const listed = words.join(texts.language === 'zh' ? '、' : ', ');
    return html`<span class="from small watch">${texts.page.bar_changed(listed)}</span>`;
  }

  #renderUnjudged() {
    const { texts } = this;
    const { result } = texts;
    const listed = (needs: string[]) =>
      needs.map((need) => wordOf(texts, 'need', need)).join(texts.language === 'zh' ? '、' : ', ');
    return html`<details>
      <summary class="small">${result.unjudged(this.unjudged.length)}</summary>
      <ul class="rules small">
        ${this.unjudged.map(
          ({ code, needs }) =>
            html`<li>${result.unjudged_line(ruleName(texts, code, this.bars), listed(needs))}</li>`,
        )}
      </ul>
    </details>`;
  }
}

customElements.define('pl-findings', FindingList);
