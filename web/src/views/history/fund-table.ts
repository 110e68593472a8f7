// Several funds, one line each: the premium first, against the range of the fund's own kind, then
// what asks for attention. Filtered and sorted in place; drawn a hundred lines at a time, so that a
// thousand funds scroll like ten.

import { html, nothing } from 'lit';
import { fundAddress } from '../../app/route.ts';
import { levelColours, levelMarks } from '../../elements/levels.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { PurchaseStatus } from '../../generated/ops.ts';
import type { Fund, FundTable, SortKey, Warning } from '../../model/fund-table.ts';
import { nameOf, warningsOf } from '../../model/fund-table.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, forms, tables } from '../../styles/shared.ts';
import { capital, errorWords, ruleName } from '../../texts/index.ts';
import './fund-filter.ts';
import { fundTableStyles } from './fund-table-styles.ts';
import { overviewTexts } from './overview-texts.ts';

const step = 100;

interface Heading {
  key: SortKey;
  label: string;
  isEnd: boolean;
}

export class FundTableElement extends PageElement {
  static override properties = {
    analysed: { attribute: false },
    table: { attribute: false },
    shown: { state: true },
    opened: { state: true },
  };

  declare analysed: Analysed;
  declare table: FundTable;
  declare shown: number;
  /** The fund whose warnings are listed. */
  declare opened: string;

  #watched: IntersectionObserver | undefined;
  #leave: (() => void) | undefined;

  static override styles = [base, forms, tables, fundTableStyles];

  constructor() {
    super();
    this.shown = step;
    this.opened = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = this.table.subscribe(() => {
      this.shown = step;
      this.requestUpdate();
      this.renderRoot.querySelector('.scroll')?.scrollTo({ top: 0 });
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
    this.#watched?.disconnect();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('analysed')) {
      this.shown = step;
      this.opened = '';
    }
  }

  protected override render() {
    const own = overviewTexts[this.texts.language];
    const { shape } = this.analysed.result;
    const funds: Fund[] = this.analysed.result.funds;
    const rows = this.table.rows(funds);
    return html`<h3>${own.funds}</h3>
      ${shape === 'panel' ? html`<p class="small soft">${own.latest_note}</p>` : nothing}
      <pl-fund-filter .table=${this.table} .funds=${funds}></pl-fund-filter>
      <p class="small soft" role="status">
        ${own.shown(this.format.count(rows.length), this.format.count(funds.length))}
      </p>
      ${rows.length === 0 ? html`<p class="empty">${own.none_shown}</p>` : this.#renderTable(rows)}`;
  }

  /** The next funds are drawn before the reader comes to the end of these. */
  protected override updated(): void {
    this.#watched?.disconnect();
    const more = this.renderRoot.querySelector('.more');
    if (!more) return;
    const draw = (entries: IntersectionObserverEntry[]) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.shown += step;
    };
    const root = this.renderRoot.querySelector('.scroll');
    this.#watched = new IntersectionObserver(draw, { root, rootMargin: '800px 0px' });
    this.#watched.observe(more);
  }

  #renderTable(rows: Fund[]) {
    const own = overviewTexts[this.texts.language];
    const headings = this.#headings();
    const rest = rows.length - this.shown;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${own.funds}>
      <table aria-rowcount=${rows.length + 1}>
        <thead>
          <tr>${headings.map((heading) => this.#renderHeading(heading))}</tr>
        </thead>
        <tbody>
          ${rows.slice(0, this.shown).map((fund) => this.#renderFund(fund, headings))}
        </tbody>
      </table>
      ${
        rest > 0
          ? html`<button class="plain more" type="button" @click=${() => (this.shown += step)}>
            ${own.more(this.format.count(Math.min(step, rest)))}
          </button>`
          : nothing
      }
    </div>`;
  }

  /** Columns of which the data know nothing for any fund are left out. */
  #headings(): Heading[] {
    const own = overviewTexts[this.texts.language];
    const { result, words } = this.texts;
    const { denominator } = this.analysed.result;
    const funds: Fund[] = this.analysed.result.funds;
    const all: (Heading & { isKnown?: boolean })[] = [
      { key: 'fund', label: own.fund, isEnd: false },
      { key: 'premium', label: result.premium, isEnd: true },
      { key: 'verdict', label: own.verdict, isEnd: false },
      { key: 'warnings', label: own.warnings, isEnd: false },
      { key: 'price', label: result.price, isEnd: true },
      { key: 'value', label: capital(words.denominator[denominator]), isEnd: true },
      {
        key: 'amount',
        label: own.amount,
        isEnd: true,
        isKnown: funds.some(({ amount_cny }) => amount_cny !== null),
      },
      {
        key: 'purchase',
        label: own.purchase,
        isEnd: false,
        isKnown: funds.some(({ purchase }) => purchase !== 'unknown'),
      },
      {
        key: 'fee',
        label: own.fee,
        isEnd: true,
        isKnown: funds.some(({ fee_fraction = null }) => fee_fraction !== null),
      },
    ];
    return all.filter(({ isKnown = true }) => isKnown);
  }

  #renderHeading({ key, label, isEnd }: Heading) {
    const { table } = this;
    const own = overviewTexts[this.texts.language];
    const isSorted = table.key === key;
    const order = table.isAscending ? 'ascending' : 'descending';
    const mark = isSorted ? (table.isAscending ? '↑' : '↓') : '';
    const arrow = html`<span class="order" aria-hidden="true">${mark}</span>`;
    return html`<th scope="col" class="${key} ${isEnd ? 'end' : ''}" aria-sort=${isSorted ? order : 'none'}>
      <button type="button" title=${own.sort_by(label)} @click=${() => table.sortBy(key)}>
        ${isEnd ? arrow : nothing}${label}${isEnd ? nothing : arrow}
      </button>
    </th>`;
  }

  #renderFund(fund: Fund, headings: Heading[]) {
    const isOpen = this.opened !== '' && this.opened === nameOf(fund);
    return html`<tr class=${isOpen ? 'open' : ''}>
        ${headings.map(({ key }) => this.#renderCell(fund, key))}
      </tr>
      ${isOpen ? this.#renderWarnings(fund, headings.length) : nothing}`;
  }

  #renderCell(fund: Fund, key: SortKey) {
    const { format } = this;
    switch (key) {
      case 'fund':
        return this.#renderName(fund);
      case 'premium': {
        const premium = fund.premium_fraction;
        const side = premium === null ? 'soft' : premium < 0 ? 'down' : 'up';
        return html`<td class="end premium ${side}">
          ${format.fraction(premium, true)}
          <span class="small note narrow ${verdictColour(fund)}">${this.#verdict(fund)}</span>
        </td>`;
      }
      case 'verdict':
        return html`<td class="verdict ${verdictColour(fund)}">${this.#verdict(fund)}</td>`;
      case 'warnings':
        return this.#renderCount(fund);
      case 'price':
        return this.#renderPrice(fund);
      case 'value':
        return this.#renderValue(fund);
      case 'amount':
        return html`<td class="end">${format.cny(fund.amount_cny)}</td>`;
      case 'purchase':
        return html`<td>${this.#purchase(fund.purchase)}</td>`;
      case 'fee':
        return html`<td class="end">${format.fraction(fund.fee_fraction)}</td>`;
    }
  }

  #renderName(fund: Fund) {
    const { words } = this.texts;
    const { kind, kind_reason, index_name, trouble } = fund;
    const because = index_name || (kind === 'unknown' ? '' : words.guess_reason[kind_reason]);
    return html`<th scope="row" class="fund">
      <a href=${fundAddress(nameOf(fund))}>${nameOf(fund)}</a>
      ${fund.name && fund.name !== nameOf(fund) ? html`<span class="name small">${fund.name}</span>` : nothing}
      <span class="small soft note">
        ${capital(words.kind[kind])}${because ? html`<span class="because"> · ${because}</span>` : nothing}
      </span>
      ${trouble ? html`<span class="small watch note">${errorWords(this.texts, trouble, {})}</span>` : nothing}
    </th>`;
  }

  #verdict({ verdict, premium_fraction }: Fund): string {
    return premium_fraction === null ? '—' : this.texts.words.verdict[verdict];
  }

  /** With its day, where each fund has its own. */
  #renderPrice({ price, date }: Fund) {
    const isPanel = this.analysed.result.shape === 'panel';
    return html`<td class="end">
      ${this.format.price(price)}
      ${isPanel && date ? html`<span class="small soft note">${date}</span>` : nothing}
    </td>`;
  }

  /** With its denominator where that is not everyone's, and its day where that is not the price's. */
  #renderValue({ value, value_date, date, denominator }: Fund) {
    const { words } = this.texts;
    const isOther = denominator !== null && denominator !== this.analysed.result.denominator;
    const note = [
      isOther ? capital(words.denominator[denominator]) : '',
      value_date !== date ? value_date : '',
    ].filter(Boolean);
    return html`<td class="end">
      ${this.format.value(value)}
      ${note.length > 0 ? html`<span class="small soft note">${note.join(' ')}</span>` : nothing}
    </td>`;
  }

  #renderCount(fund: Fund) {
    const own = overviewTexts[this.texts.language];
    const [worst, ...others] = warningsOf(fund);
    if (!worst) return html`<td class="soft">${own.no_warning}</td>`;
    const name = nameOf(fund);
    const isOpen = this.opened === name;
    return html`<td class="warnings">
      <button class="quiet count ${levelColours[worst.level]}" type="button" aria-expanded=${isOpen}
        @click=${() => (this.opened = isOpen ? '' : name)}>
        <span aria-hidden="true">${levelMarks[worst.level]}</span>
        ${this.format.count(others.length + 1)}${own.warnings_unit}
        <span class="level">${this.texts.words.level[worst.level]}</span>
        <span class="visually-hidden">${own.warnings_of(name)}</span>
      </button>
    </td>`;
  }

  #renderWarnings(fund: Fund, columns: number) {
    const own = overviewTexts[this.texts.language];
    const { words } = this.texts;
    const line = ({ code, level }: Warning) => html`<li>
      <span class=${levelColours[level]}><span aria-hidden="true">${levelMarks[level]}</span> ${words.level[level]}</span>
      ${ruleName(this.texts, code, this.analysed.settings.rule_bars)}
    </li>`;
    return html`<tr class="detail">
      <td colspan=${columns}>
        <div class="small">
          <ul>${warningsOf(fund).map(line)}</ul>
          <a href=${fundAddress(nameOf(fund))}>${own.open}</a>
        </div>
      </td>
    </tr>`;
  }

  #purchase(status: PurchaseStatus): string {
    return status !== 'unknown' ? this.texts.words.purchase_status[status] : '—';
  }
}

const verdictColour = ({ verdict }: Fund): string =>
  verdict === 'outside' ? 'severe' : verdict === 'edge' ? 'watch' : 'soft';

customElements.define('pl-funds', FundTableElement);
