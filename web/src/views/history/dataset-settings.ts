// What was assumed about the data, each said to be a guess while it is one and corrected in one
// tap.

import { html, nothing } from 'lit';
import type { Services } from '../../app/services.ts';
import type { ChoiceOption } from '../../elements/choice.ts';
import { PageElement } from '../../elements/page-element.ts';
import type { GuessReason, Kind, Region } from '../../generated/ops.ts';
import type { Settings } from '../../model/settings.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base, closeStack, forms } from '../../styles/shared.ts';
import { capital } from '../../texts/index.ts';
import './estimate-settings.ts';
import { estimateTexts } from './estimate-texts.ts';
import { renderSelect, settingStyles } from './setting-fields.ts';
import { texts } from './texts.ts';

const lags = [0, 1, 2, 3];
const estimateSettings = ['index', 'fx', 'index_lag', 'fx_lag', 'invested_fraction'] as const;

export class DatasetSettings extends PageElement {
  static override properties = { services: { attribute: false }, analysed: { attribute: false } };

  declare services: Services;
  declare analysed: Analysed;

  static override styles = [base, forms, closeStack, settingStyles];

  protected override render() {
    const own = texts[this.texts.language];
    const { words } = this.texts;
    const { result, settings } = this.analysed;
    const { fund } = result;
    const lagOptions = [...new Set([...lags, fund.publication_lag_sessions])].sort((a, b) => a - b);
    const overlap = fund.overlaps_shanghai ? own.overlaps : own.no_overlap;
    return html`<div class="row" role="group" aria-label=${own.settings}>
        ${this.#renderSelect('kind', own.kind, optionsOf(words.kind), fund.kind, this.#reason(fund.kind_reason))}
        ${this.#renderSelect('region', own.region, optionsOf(words.region), fund.region, this.#reason(fund.region_reason))}
        ${this.#renderSelect(
          'publication_lag_sessions',
          own.lag,
          lagOptions.map((lag) => ({ value: String(lag), label: capital(own.lag_unit(lag)) })),
          String(fund.publication_lag_sessions),
          settings.publication_lag_sessions === undefined
            ? `${own.guess} · ${overlap}`
            : this.texts.words.guess_reason.given,
        )}
      </div>
      ${this.#renderEstimate()}`;
  }

  /** What an estimate takes stands apart: few need to change it. */
  #renderEstimate() {
    const own = estimateTexts[this.texts.language];
    const { result, settings } = this.analysed;
    if (result.indexes.length === 0 || !result.estimate) return nothing;
    const isChanged = estimateSettings.some((name) => settings[name] !== undefined);
    return html`<details id="estimate" ?open=${isChanged}>
      <summary class="small">${own.settings}</summary>
      <pl-estimate-settings .services=${this.services} .analysed=${this.analysed}></pl-estimate-settings>
    </details>`;
  }

  /** Opens what an estimate takes, for one who asked for it elsewhere. */
  showEstimate(): void {
    const fold = this.renderRoot.querySelector<HTMLDetailsElement>('#estimate');
    if (!fold) return;
    fold.open = true;
    fold.scrollIntoView({ block: 'center' });
    fold.querySelector('summary')?.focus();
  }

  #reason(reason: GuessReason): string {
    const own = texts[this.texts.language];
    const words = this.texts.words.guess_reason[reason];
    return reason === 'given' ? words : `${own.guess} · ${words}`;
  }

  #renderSelect(
    name: 'kind' | 'region' | 'publication_lag_sessions',
    label: string,
    options: ChoiceOption[],
    value: string,
    hint: string,
  ) {
    return renderSelect({
      label,
      options,
      value,
      hint,
      isChanged: this.analysed.settings[name] !== undefined,
      undo: texts[this.texts.language].undo,
      goBack: () => this.#change(name, undefined),
      choose: (word) => this.#change(name, word),
    });
  }

  #change(name: keyof Settings, word: string | undefined): void {
    const { workspace } = this.services;
    if (word === undefined) void workspace.change({ [name]: undefined });
    else if (name === 'publication_lag_sessions') void workspace.change({ [name]: Number(word) });
    else void workspace.change({ [name]: word as Kind & Region });
  }
}

const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label: capital(label) }));

customElements.define('pl-dataset-settings', DatasetSettings);
