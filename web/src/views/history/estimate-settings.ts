// Which index, which rate, which of their days and which share of the fund an estimate takes. Each
// is a guess until the reader says otherwise, and one tap takes the guess again.

import { html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import type { ChoiceOption } from '../../elements/choice.ts';
import type { FieldInput } from '../../elements/number-input.ts';
import '../../elements/number-input.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { MarketSeries, UsedLag } from '../../generated/ops.ts';
import type { Settings } from '../../model/settings.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, forms } from '../../styles/shared.ts';
import { estimateTexts } from './estimate-texts.ts';
import type { Setting } from './setting-fields.ts';
import { renderSelect, renderUndo, settingStyles } from './setting-fields.ts';
import { texts } from './texts.ts';

type Name = 'index' | 'fx' | 'index_lag' | 'fx_lag' | 'invested_fraction';

const lags = [-3, -2, -1, 0, 1, 2, 3];
/** A share is typed digit by digit: it counts when the typing pauses. */
const typingMs = 600;

export class EstimateSettings extends PageElement {
  static override properties = {
    services: { attribute: false },
    analysed: { attribute: false },
    share: { state: true },
  };

  declare services: Services;
  declare analysed: Analysed;
  /** What stands in the field while it is no share yet. */
  declare share: string | undefined;

  #typing: ReturnType<typeof setTimeout> | undefined;

  static override styles = [base, forms, settingStyles];

  constructor() {
    super();
    this.share = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('analysed')) this.share = undefined;
  }

  protected override render() {
    const own = estimateTexts[this.texts.language];
    const { indexes, rates, estimate } = this.analysed.result;
    if (!estimate || indexes.length === 0) return nothing;
    const { series_reason } = this.texts.words;
    return html`<div class="row" role="group" aria-label=${own.settings}>
      ${this.#renderSelect('index', own.index, indexes.map(optionOf), estimate.index?.name ?? '', series_reason[estimate.index_reason])}
      ${this.#renderSelect(
        'fx',
        own.fx,
        [...rates.map(optionOf), { value: '', label: own.no_fx }],
        estimate.fx?.name ?? '',
        series_reason[estimate.fx_reason],
      )}
      ${this.#renderLag('index_lag', own.index_lag, estimate.index_lag)}
      ${estimate.fx ? this.#renderLag('fx_lag', own.fx_lag, estimate.fx_lag) : nothing}
      ${this.#renderShare(estimate.invested_fraction)}
    </div>`;
  }

  #renderLag(name: 'index_lag' | 'fx_lag', label: string, { sessions, reason }: UsedLag) {
    const own = estimateTexts[this.texts.language];
    const all = [...new Set([...lags, sessions])].sort((a, b) => b - a);
    const options = all.map((lag) => ({ value: String(lag), label: own.session(lag) }));
    const { lag_reason } = this.texts.words;
    return this.#renderSelect(name, label, options, String(sessions), lag_reason[reason]);
  }

  #renderSelect(name: Name, label: string, options: ChoiceOption[], value: string, hint: string) {
    const choose = (word: string) => this.#choose(name, word);
    return renderSelect({ ...this.#setting(name, label), options, value, hint, choose });
  }

  #setting(name: Name, label: string): Setting {
    return {
      label,
      isChanged: this.analysed.settings[name] !== undefined,
      undo: texts[this.texts.language].undo,
      goBack: () => this.#change({ [name]: undefined }),
    };
  }

  #renderShare(share: number) {
    const own = estimateTexts[this.texts.language];
    const text = this.share ?? String(Number((100 * share).toFixed(6)));
    return html`<div>
      <pl-field .label=${own.invested} unit="%" .text=${text} .hint=${own.invested_hint}
        .error=${shareOf(text) === undefined ? own.invested_error : ''}
        @field-input=${(event: FieldInput) => this.#type(event.text)}></pl-field>
      ${renderUndo(this.#setting('invested_fraction', own.invested))}
    </div>`;
  }

  #choose(name: Name, value: string): void {
    this.#change({ [name]: name === 'index' || name === 'fx' ? value : Number(value) });
  }

  #type(text: string): void {
    this.share = text;
    clearTimeout(this.#typing);
    const share = shareOf(text);
    if (share === undefined) return;
    this.#typing = setTimeout(() => this.#change({ invested_fraction: share }), typingMs);
  }

  #change(change: { [K in keyof Settings]?: Settings[K] | undefined }): void {
    void this.services.workspace.change(change);
  }
}

const optionOf = ({ name }: MarketSeries): ChoiceOption => ({ value: name, label: name });

/** "95" percent as 0.95. */
function shareOf(text: string): number | undefined {
  const percent = Number(text.trim().replace(/\s*[%％]$/, ''));
  return text.trim() !== '' && percent >= 0 && percent <= 100 ? percent / 100 : undefined;
}

customElements.define('pl-estimate-settings', EstimateSettings);
