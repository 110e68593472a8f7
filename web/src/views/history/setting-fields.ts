// What a setting of the data looks like: its field, and below one that was changed the way back.

import { css, html, nothing } from 'lit';
import type { ChoiceEvent, ChoiceOption } from '../../elements/choice.ts';
import '../../elements/word-select.ts';

export const settingStyles = css`
  .row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: 12px;
  }
  button.quiet {
    font-size: var(--small);
  }
  @media print {
    :host {
      display: none;
    }
  }
`;

export interface Setting {
  label: string;
  isChanged: boolean;
  /** What the way back is called. */
  undo: string;
  goBack: () => void;
}

export function renderUndo({ label, isChanged, undo, goBack }: Setting) {
  if (!isChanged) return nothing;
  return html`<button class="quiet" type="button" @click=${goBack}>
    ${undo}<span class="visually-hidden"> ${label}</span>
  </button>`;
}

export interface SelectSetting extends Setting {
  options: ChoiceOption[];
  value: string;
  hint: string;
  choose: (value: string) => void;
}

export function renderSelect(setting: SelectSetting) {
  const { label, options, value, hint, choose } = setting;
  return html`<div>
    <pl-select .label=${label} .options=${options} .value=${value} .hint=${hint}
      @choice=${(event: ChoiceEvent) => choose(event.value)}></pl-select>
    ${renderUndo(setting)}
  </div>`;
}
