// What only the reader knows: a few ticks, each with what it changes said at once.

import { css, html, nothing } from 'lit';
import type { Services } from '../../../../app/services.ts';
import type { ChoiceEvent } from '../../../../elements/choice.ts';
import { levelColours, levelMarks } from '../../../../elements/levels.ts';
import type { FieldInput } from '../../../../elements/number-input.ts';
import '../../../../elements/number-input.ts';
import { PageElement } from '../../../../elements/page-element.ts';
import '../../../../elements/word-select.ts';
import type { Finding, Known, PurchaseStatus, Replication } from '../../../../generated/ops.ts';
import { knownIn } from '../../../../model/known.ts';
import { parseField } from '../../../../model/number-field.ts';
import type { Analysed } from '../../../../model/workspace.ts';
import { base, closeStack, forms } from '../../../../styles/shared.ts';
import { errorWords, findingWords, sourceWords } from '../../../../texts/index.ts';
import type { TickField } from './known-texts.ts';
import { knownTexts } from './known-texts.ts';

const ticks: TickField[] = [
  'risk_notice',
  'halt',
  'quota_released',
  'index_high',
  'cash_creation',
  'holdings_halted',
];
const dated = ['risk_notice', 'halt', 'quota_released', 'index_high'] as const;
const statuses: PurchaseStatus[] = ['open', 'limited', 'suspended'];
const replications: Replication[] = ['full', 'sampling', 'synthetic'];
const typingMs = 500;

type Dated = (typeof dated)[number];
const isDated = (field: TickField): field is Dated => (dated as readonly string[]).includes(field);

export class KnownFacts extends PageElement {
  static override properties = {
    services: { attribute: false },
    analysed: { attribute: false },
    limit: { state: true },
  };

  declare services: Services;
  declare analysed: Analysed;
  /** What stands in the field while it is being typed. */
  declare limit: string | undefined;

  #typing: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    base,
    forms,
    closeStack,
    css`
      .tick {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        align-items: center;
      }
      .tick label {
        display: flex;
        flex: 1 1 16rem;
        gap: var(--unit);
        align-items: center;
        min-height: 44px;
        color: var(--ink);
        font-size: var(--text);
        cursor: pointer;
      }
      input[type='checkbox'] {
        flex: none;
        width: 20px;
        min-height: 20px;
        accent-color: var(--accent);
      }
      input[type='date'] {
        width: auto;
      }
      .effect {
        padding-inline-start: 28px;
      }
      .row {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
        gap: 12px;
      }
    `,
  ];

  constructor() {
    super();
    this.limit = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  /** Of several funds, what is said is of the one that is looked at. */
  get #fund(): string {
    const { overview, result } = this.analysed;
    return overview ? result.fund.code : '';
  }

  get #known(): Known {
    const found = knownIn(this.analysed.settings).find(({ fund }) => (fund ?? '') === this.#fund);
    return found ?? {};
  }

  protected override render() {
    const own = knownTexts[this.texts.language];
    const known = this.#known;
    const isSaid = Object.keys(known).some((field) => field !== 'fund');
    return html`<p class="small soft">${own.note}</p>
      <fieldset>
        <legend class="visually-hidden">${own.title}</legend>
        ${ticks.map((field) => this.#renderTick(field, known))}
      </fieldset>
      ${this.#renderPurchase(known)}
      <div class="row">
        ${this.#renderSelect('replication', own.replication, replications, this.texts.words.replication, known.replication)}
      </div>
      ${known.replication ? html`<p class="small soft">${own.counts.replication} ${sourceWords(this.texts, 'thesis')}</p>` : nothing}
      <p class="small soft">${isSaid ? own.kept : own.none}
        ${isSaid ? html`<button class="quiet" type="button" @click=${() => this.#say({})}>${own.undo}</button>` : nothing}
      </p>`;
  }

  #renderTick(field: TickField, known: Known) {
    const own = knownTexts[this.texts.language];
    const isOn = known[field] === true;
    const change = (event: Event) => {
      const { checked } = event.currentTarget as HTMLInputElement;
      this.#change({ [field]: checked || undefined, [`${field}_date`]: undefined });
    };
    return html`<div>
      <div class="tick">
        <label><input type="checkbox" name=${field} .checked=${isOn} @change=${change} />
          <span>${own.ticks[field]}</span></label>
        ${isOn && isDated(field) ? this.#renderDate(`${field}_date`, own.date(own.ticks[field]), known[`${field}_date`]) : nothing}
      </div>
      ${isOn ? html`<div class="effect">${this.#renderEffect(field)}</div>` : nothing}
    </div>`;
  }

  #renderDate(field: keyof Known, label: string, value: string | null | undefined) {
    const change = (event: Event) =>
      this.#change({ [field]: (event.currentTarget as HTMLInputElement).value || undefined });
    return html`<input type="date" aria-label=${label} .value=${value ?? ''} @change=${change} />`;
  }

  #renderEffect(field: TickField) {
    const own = knownTexts[this.texts.language];
    const finding = this.analysed.result.findings.find(({ code }) => code === `${field}_said`);
    if (finding) return this.#renderFinding(finding);
    if (field !== 'cash_creation' && field !== 'holdings_halted') return nothing;
    const source = field === 'cash_creation' ? 'investor_guide' : 'range_guide';
    return html`<p class="small soft">${own.counts[field]} ${sourceWords(this.texts, source)}</p>`;
  }

  #renderFinding({ code, level, evidence, source }: Finding) {
    const own = knownTexts[this.texts.language];
    const { texts } = this;
    const { line, why } = findingWords(texts, code, evidence);
    return html`<p class="small">
        <span class=${levelColours[level]}><span aria-hidden="true">${levelMarks[level]}</span> ${texts.words.level[level]}</span>
        ${line}
      </p>
      <p class="small soft">${why} ${own.from} ${sourceWords(texts, source)}</p>`;
  }

  #renderPurchase(known: Known) {
    const own = knownTexts[this.texts.language];
    const finding = this.analysed.result.findings.find(
      ({ code, evidence }) => code.startsWith('purchase_') && evidence['said_name'],
    );
    const text = this.limit ?? (known.purchase_limit_cny ? String(known.purchase_limit_cny) : '');
    const read = parseField(text);
    const isTooLow = read.kind === 'number' && read.value <= 0;
    const problem = read.kind === 'problem' ? errorWords(this.texts, 'not_a_number', { text }) : '';
    const error = isTooLow ? own.limit_above : problem;
    return html`<div class="row">
        ${this.#renderSelect('purchase', own.purchase, statuses, this.texts.words.purchase_status, known.purchase)}
        ${
          known.purchase === 'limited'
            ? html`<pl-field .label=${own.limit} .unit=${own.limit_unit} .text=${text} .hint=${own.limit_hint}
              .error=${error} @field-input=${(event: FieldInput) => this.#typeLimit(event.text)}></pl-field>`
            : nothing
        }
        ${
          known.purchase
            ? html`<div><span class="small soft">${own.purchase_date}</span>
              ${this.#renderDate('purchase_date', own.purchase_date, known.purchase_date)}</div>`
            : nothing
        }
      </div>
      ${finding ? this.#renderFinding(finding) : nothing}`;
  }

  #renderSelect(
    field: 'purchase' | 'replication',
    label: string,
    values: string[],
    words: Record<string, string>,
    value: string | null | undefined,
  ) {
    const own = knownTexts[this.texts.language];
    const options = [
      { value: '', label: own.not_said },
      ...values.map((word) => ({ value: word, label: words[word] ?? word })),
    ];
    const more = field === 'purchase' ? { purchase_limit_cny: undefined } : {};
    return html`<pl-select name=${field} .label=${label} .options=${options} .value=${value ?? ''}
      @choice=${(event: ChoiceEvent) => this.#change({ ...more, [field]: event.value || undefined })}></pl-select>`;
  }

  #typeLimit(text: string): void {
    this.limit = text;
    clearTimeout(this.#typing);
    const read = parseField(text);
    if (read.kind === 'problem' || (read.kind === 'number' && read.value <= 0)) return;
    this.#typing = setTimeout(() => {
      this.limit = undefined;
      this.#change({ purchase_limit_cny: read.kind === 'number' ? read.value : undefined });
    }, typingMs);
  }

  #change(change: { [Field in keyof Known]?: Known[Field] | undefined }): void {
    const { fund: _, ...others } = { ...this.#known, ...change };
    const entries = Object.entries(others).filter(([, value]) => value !== undefined);
    this.#say(Object.fromEntries(entries) as Known);
  }

  #say(known: Known): void {
    const fund = this.#fund;
    void this.services.workspace.say(fund ? { ...known, fund } : known);
  }
}

customElements.define('pl-known', KnownFacts);
