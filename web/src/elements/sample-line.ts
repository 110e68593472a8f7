// What a figure is of: how many days, from when to when, against which value, and whether that was
// known by then. Where there are too few, how many it would take.

import { html, nothing } from 'lit';
import type { Denominator, PastSample, TooFew } from '../generated/ops.ts';
import { base } from '../styles/shared.ts';
import { PageElement } from './page-element.ts';

export interface Sampled {
  denominator: Denominator | null;
  hindsight: boolean;
  sample: PastSample;
}

export class SampleLine extends PageElement {
  static override properties = { of: { attribute: false }, few: { attribute: false } };

  declare of: Sampled;
  declare few: TooFew | null | undefined;

  static override styles = base;

  protected override render() {
    const { page, words } = this.texts;
    const { denominator, hindsight, sample } = this.of;
    const { few } = this;
    const value = denominator ? words.denominator[denominator] : '';
    return html`<p class="small soft">
        ${page.sample(this.format.count(sample.nobs), sample.from ?? '', sample.to ?? '', value)}
        ${hindsight ? html`<span class="watch">${page.hindsight}</span>` : nothing}
      </p>
      ${few ? html`<p>${page.too_few(this.format.count(few.needed), this.format.count(few.have))}</p>` : nothing}`;
  }
}

customElements.define('pl-sample', SampleLine);
