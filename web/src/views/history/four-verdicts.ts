// The latest premium against four things side by side: its kind, its own past, the other funds on
// its index, the absolute bars; and, where these disagree, why.

import { css, html, nothing } from 'lit';
import type { NumberCard } from '../../elements/number-card.ts';
import '../../elements/number-card.ts';
import '../../elements/sample-line.ts';
import type { Ops, Source, Verdict } from '../../generated/ops.ts';
import type { RunOptions } from '../../model/engine.ts';
import type { Analysed } from '../../model/workspace.ts';
import { base } from '../../styles/shared.ts';
import { capital, sourceWords } from '../../texts/index.ts';
import { AskingElement, requestOf } from './asked.ts';
import { fieldStyles, renderField } from './assumption-fields.ts';
import { fourTexts } from './four-verdicts-texts.ts';

type Verdicts = Ops['verdicts']['result'];

/** How loud a verdict is: its mark and colour. */
type Tone = 'calm' | 'watch' | 'severe' | 'none';
const marks: Record<Tone, string> = { calm: '●', watch: '▲', severe: '◆', none: '○' };
const colours: Record<Tone, string> = { calm: '', watch: 'watch', severe: 'severe', none: 'soft' };

const kindTones: Record<Verdict, Tone> = {
  inside: 'calm',
  edge: 'watch',
  outside: 'severe',
  no_band: 'none',
};

const fields = {
  'verdicts.percentile': 'percentile_bar',
  'verdicts.z': 'z_bar',
  'verdicts.index_gap': 'index_gap_bar',
  'own_past.widening_window': 'widening_window',
  'own_past.widening_z': 'widening_z',
  'own_past.widening_least': 'widening_least',
  'episodes.a_bar': 'a_bar',
  'episodes.a_rise': 'a_rise',
  'episodes.a_turn': 'a_turn',
  'episodes.a_over': 'a_over',
  'episodes.a_window': 'a_window',
} as const;

interface Cell {
  label: string;
  tone: Tone;
  word: string;
  card: NumberCard | undefined;
  number: string;
  bar: string;
  source: string;
}

export class FourVerdicts extends AskingElement<Verdicts> {
  static override styles = [
    base,
    fieldStyles,
    css`
      .four {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
        gap: 0 calc(3 * var(--unit));
        margin: 0;
      }
      .cell {
        padding: var(--unit) 0;
        border-top: 1px solid var(--hairline);
        overflow-wrap: anywhere;
      }
      .line {
        display: flex;
        justify-content: space-between;
        gap: var(--unit);
        flex-wrap: wrap;
      }
      .word {
        font-weight: 600;
      }
      h4 {
        margin: 0;
      }
      ul {
        margin: 4px 0 0;
        padding-inline-start: 1.2em;
        max-width: 48rem;
      }
      @media print {
        .four {
          grid-template-columns: repeat(4, minmax(0, 1fr));
        }
        details,
        .bar,
        .why {
          display: none;
        }
        .cell {
          padding: 2px 0;
        }
      }
    `,
  ];

  #changed(): Record<string, number> {
    const changed: Record<string, number> = {};
    for (const [name, field] of Object.entries(fields)) {
      const value = this.services.bars.get(name);
      if (value !== undefined) changed[field] = value;
    }
    return changed;
  }

  protected override get question(): string {
    return JSON.stringify(this.#changed());
  }

  protected override ask(analysed: Analysed, options: RunOptions): Promise<Verdicts> {
    const request = { ...requestOf(analysed), ...this.#changed() };
    return this.services.engine.run('verdicts', request, options);
  }

  protected override render() {
    const own = fourTexts[this.texts.language];
    const { found, format } = this;
    if (!found || found.premium_fraction === null)
      return this.trouble ? nothing : this.renderState();
    const value = found.denominator ? this.texts.words.denominator[found.denominator] : '';
    const cells = [this.#kind(found), this.#ownPast(found), this.#sameIndex(found)];
    return html`<h3>${own.title}
        <span class="small soft">${own.of(found.date ?? '', format.fraction(found.premium_fraction, true), value)}${
          found.same_day_premium_fraction === null
            ? ''
            : own.same_day(format.fraction(found.same_day_premium_fraction, true))
        }</span></h3>
      <div class="four">${[...cells, this.#absolute(found)].map((cell) => this.#renderCell(cell))}</div>
      ${this.#renderNow(found)} ${this.#renderDisagreements(found)}
      <details>
        <summary class="small">${own.bars}</summary>
        <div class="fields">${this.#renderBars(found)}</div>
        <pl-sample .of=${found}></pl-sample>
      </details>`;
  }

  #renderCell({ label, tone, word, card, number, bar, source }: Cell) {
    return html`<div class="cell">
      <div class="line">
        <span class="soft">${label}</span>
        <span class="word ${colours[tone]}"><span aria-hidden="true">${marks[tone]}</span>
          <pl-number .text=${word} .card=${card}></pl-number></span>
      </div>
      <div class="small">${number}</div>
      <div class="bar small soft">${bar}${source ? ` · ${source}` : ''}</div>
    </div>`;
  }

  #kind({ by_kind, premium_fraction }: Verdicts): Cell {
    const own = fourTexts[this.texts.language];
    const { format, texts } = this;
    const { inner, outer } = by_kind.range;
    const bands = [inner, outer].filter((band) => band !== null).map((band) => format.bar(band));
    const source = sourceWords(texts, by_kind.source);
    const word = capital(texts.words.verdict[by_kind.verdict]);
    return {
      label: own.kind,
      tone: kindTones[by_kind.verdict],
      word,
      card: {
        title: own.kind,
        definition: texts.cards.verdict.definition,
        formula: texts.cards.verdict.formula,
        numbers: `|${format.fraction(premium_fraction, true)}| ↔ ${bands.join(' / ') || '—'}`,
        source,
      },
      number: texts.words.kind[by_kind.kind],
      bar: bands[0] ? own.band(bands[0], bands[1]) : own.no_band,
      source: bands[0] ? texts.sources[by_kind.source].title : '',
    };
  }

  #ownPast({ own_past, bars }: Verdicts): Cell {
    const own = fourTexts[this.texts.language];
    const { format } = this;
    const { judged, verdict } = own_past;
    const few = judged.too_few;
    const z = judged.robust_z === null ? own.no_z : own.z(format.number(judged.robust_z, 1, true));
    const days = format.count(judged.sample.nobs);
    const number = few
      ? own.own_few(format.count(few.needed), format.count(few.have))
      : `${own.own_number(format.fraction(judged.percentile_fraction), days, format.fraction(judged.median_fraction, true))}${this.texts.language === 'zh' ? '；' : '; '}${z}`;
    return {
      label: own.own_past,
      tone: verdict === 'usual' ? 'calm' : verdict === 'too_few' ? 'none' : 'severe',
      word: capital(own.own_words[verdict]),
      card: few
        ? undefined
        : {
            title: own.own_past,
            definition: own.own_definition,
            formula: own.own_formula,
            numbers: number,
            dates: `${judged.sample.from ?? ''} – ${judged.sample.to ?? ''}`,
            source: own.own_source,
          },
      number,
      bar: own.own_bar(format.bar(bars.percentile), format.ratio(bars.z)),
      source: this.texts.sources.own.title,
    };
  }

  #sameIndex({ same_index, bars }: Verdicts): Cell {
    const own = fourTexts[this.texts.language];
    const { format } = this;
    const { verdict, peers, lowest_fraction, above_lowest_fraction } = same_index;
    const index = same_index.index_name ?? '';
    const isKnown = peers.length > 0;
    const count = format.count(peers.length);
    const lowest = format.fraction(lowest_fraction, true);
    const compared =
      verdict === 'lowest'
        ? own.index_lowest(index, lowest, count)
        : own.index_number(index, lowest, format.points(above_lowest_fraction, false), count);
    const missing = verdict === 'index_unknown' ? own.index_unknown : own.no_others(index);
    const others = same_index.other_days;
    return {
      label: own.same_index,
      tone: isKnown ? (verdict === 'above_others' ? 'watch' : 'calm') : 'none',
      word: capital(own.index_words[verdict]),
      card: isKnown
        ? {
            title: own.same_index,
            definition: own.index_definition,
            formula: own.index_formula,
            numbers: peers
              .map(
                (peer) =>
                  `${peer.code} ${peer.name} ${format.fraction(peer.premium_fraction, true)}`,
              )
              .join(this.texts.language === 'zh' ? '；' : '; '),
            source: sourceWords(this.texts, same_index.source),
          }
        : undefined,
      number: isKnown ? compared : missing,
      bar: [
        isKnown ? own.index_bar(format.points(bars.index_gap, false)) : '',
        others > 0 ? own.other_days(format.count(others)) : '',
      ]
        .filter(Boolean)
        .join(' · '),
      source: isKnown ? this.texts.sources.own.title : '',
    };
  }

  #absolute({ absolute, premium_fraction }: Verdicts): Cell {
    const own = fourTexts[this.texts.language];
    const { format, texts } = this;
    const { verdict, passed, next, bars } = absolute;
    const isDiscount = verdict === 'discount';
    const list = bars
      .map(({ bar_fraction }) => format.bar(bar_fraction))
      .join(texts.language === 'zh' ? '、' : ', ');
    const sources = [...new Set(bars.map(({ source }) => sourceWords(texts, source)))].join(' · ');
    const after = next ? own.next(format.bar(next.bar_fraction)) : own.all_passed;
    const number = passed
      ? `${own.passed(format.bar(passed.bar_fraction))}${texts.language === 'zh' ? '，' : '; '}${after}`
      : after;
    return {
      label: own.absolute,
      tone: passed ? 'severe' : 'calm',
      word: capital(own.absolute_words[verdict]),
      card: {
        title: own.absolute,
        definition: own.absolute_definition,
        formula: own.absolute_formula,
        numbers: `${format.fraction(premium_fraction, true)} ↔ ${list}`,
        source: sources,
      },
      number: isDiscount ? own.discount : number,
      bar: own.absolute_bars(list),
      source: texts.sources[passed?.source ?? next?.source ?? 'investor_guide'].title,
    };
  }

  /** What is under way on the latest day; its fold has the details. */
  #renderNow({ widening, a_shape }: Verdicts) {
    const own = fourTexts[this.texts.language];
    const { format, texts } = this;
    const { latest, window_days, days_running } = widening;
    const lines: string[] = [];
    const from = (source: Source) =>
      texts.language === 'zh'
        ? `（${sourceWords(texts, source)}）`
        : ` (${sourceWords(texts, source)})`;
    if (latest?.is_wide) {
      const words = own.wide(
        format.fraction(latest.premium_fraction, true),
        format.fraction(latest.usual_fraction, true),
        format.count(window_days),
        format.count(days_running),
      );
      lines.push(words + from(widening.source));
    }
    if (a_shape?.foot && a_shape.peak && a_shape.state !== 'none') {
      const words = own.a_shape[a_shape.state](
        format.fraction(a_shape.foot.premium_fraction, true),
        format.fraction(a_shape.peak.premium_fraction, true),
        a_shape.peak.date ?? '',
      );
      lines.push(words + from('brokerage_study'));
    }
    return lines.map(
      (line) =>
        html`<p class="small now"><span class="watch" aria-hidden="true">▲</span> ${line}</p>`,
    );
  }

  #renderDisagreements({ disagreements }: Verdicts) {
    const own = fourTexts[this.texts.language];
    if (disagreements.length === 0) return html`<p class="why small soft">${own.agree}</p>`;
    return html`<h4 class="why">${own.differ}</h4>
      <ul class="why small">${disagreements.map((code) => html`<li>${own.disagreements[code]}</li>`)}</ul>`;
  }

  #renderBars({ assumptions }: Verdicts) {
    const own = fourTexts[this.texts.language];
    const field = (key: keyof typeof fields, label: string, hint?: string) =>
      renderField(this.services.bars, key, label, assumptions[fields[key]], this.texts, hint);
    return html`${field('verdicts.percentile', own.percentile_bar, own.own_source)}
      ${field('verdicts.z', own.z_bar, own.own_source)} ${field('verdicts.index_gap', own.gap_bar)}`;
  }
}

customElements.define('pl-four-verdicts', FourVerdicts);
