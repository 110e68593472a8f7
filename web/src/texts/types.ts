// What a language must say. A text missing in one of them does not compile: the codes and words are
// types generated from the core's own list.

import type { EngineCode } from '../engine/codes.ts';
import type {
  ClosingReason,
  Denominator,
  ErrorCode,
  EstimatePart,
  FindingCode,
  GuessReason,
  IopvBasis,
  JudgeReason,
  Kind,
  KnownReason,
  LadderValue,
  LagReason,
  Level,
  Market,
  MeaningReason,
  MendKind,
  Need,
  PurchaseStatus,
  Refusal,
  Region,
  RejectionCode,
  Replication,
  Role,
  SeriesReason,
  Shape,
  Source,
  Unit,
  Verdict,
} from '../generated/ops.ts';
import type { Said } from './evidence.ts';
import type { Format } from './format.ts';

/** Where something is wrong. */
export interface Place {
  row?: number | undefined;
  column?: string | undefined;
  text?: string | undefined;
}

export type ErrorText = (place: Place, format: Format) => string;

export interface FindingText {
  /** What was seen, against which bar. */
  line: (said: Said) => string;
  /** Why it matters, and what it does not say. */
  why: string;
}

export interface SourceText {
  title: string;
  author: string;
  date: string;
}

/** One number's card: what it is and how it comes about, with letters and with numbers. */
export interface CardText {
  title: string;
  definition: string;
  formula: string;
}

/** Every vocabulary of the core, by its name there. */
export interface Words {
  kind: Record<Kind, string>;
  denominator: Record<Denominator, string>;
  verdict: Record<Verdict, string>;
  level: Record<Level, string>;
  role: Record<Role, string>;
  unit: Record<Unit, string>;
  shape: Record<Shape, string>;
  region: Record<Region, string>;
  guess_reason: Record<GuessReason, string>;
  lag_reason: Record<LagReason, string>;
  series_reason: Record<SeriesReason, string>;
  meaning_reason: Record<MeaningReason, string>;
  closing_reason: Record<ClosingReason, string>;
  need: Record<Need, string>;
  purchase_status: Record<PurchaseStatus, string>;
  replication: Record<Replication, string>;
  mend_kind: Record<MendKind, string>;
  estimate_part: Record<EstimatePart, string>;
  refusal: Record<Refusal, string>;
  ladder_value: Record<LadderValue, string>;
  known_reason: Record<KnownReason, string>;
  judge_reason: Record<JudgeReason, string>;
  market: Record<Market, string>;
  iopv_basis: Record<IopvBasis, string>;
}

export interface Cards {
  premium: CardText;
  log_premium: CardText;
  verdict: CardText;
  closing: CardText;
  breakeven: CardText;
  ladder: CardText;
  scenario: CardText;
}

export interface Texts {
  language: 'zh' | 'en';
  words: Words;
  errors: Readonly<Record<ErrorCode | RejectionCode | EngineCode, ErrorText>>;
  findings: Readonly<Record<FindingCode, FindingText>>;
  sources: Record<Source, SourceText>;
  cards: Cards;
  page: PageTexts;
  result: ResultTexts;
}

/** The frame around every view. */
export interface PageTexts {
  name: string;
  tagline: string;
  description: string;
  sections: string;
  skip: string;
  settings: string;
  language: string;
  theme: string;
  theme_words: Record<'system' | 'light' | 'dark', string>;
  rise: string;
  rise_words: Record<'red' | 'green', string>;
  privacy: string;
  advice: string;
  starting: string;
  replaying: string;
  failed: string;
  retry: string;
  cancel: string;
  close: string;
  copy: string;
  copied: string;
  drop_here: string;
  chart_credit: string;
  loading: (percent: string) => string;
  /** Of a bar that the reader has changed: what it is otherwise. */
  bar_changed: (standard: string) => string;
  bar_undo: string;
  bar_whole: string;
  bar_range: (least: string | undefined, most: string | undefined) => string;
  sample: (count: string, from: string, to: string, denominator: string) => string;
  hindsight: string;
  too_few: (needed: string, have: string) => string;
}

/** A premium and what follows from it; the quick check and a history share them. */
export interface ResultTexts {
  premium: string;
  discount: string;
  par: string;
  price: string;
  value: string;
  formula: string;
  definition: string;
  with_numbers: string;
  denominator: string;
  dates: string;
  source: string;
  why: string;
  level_of: (level: string) => string;
  verdict: (range: VerdictFacts, format: Format) => string;
  against: (denominator: string) => string;
  scale: (premium: string, inner: string | undefined, outer: string | undefined) => string;
  costs: string;
  costs_condition: string;
  to: (target: string) => string;
  already_within: string;
  breakeven: string;
  breakeven_discount: string;
  ladder: string;
  ladder_note: string;
  ladder_premium: string;
  ladder_price: string;
  findings: string;
  no_findings: string;
  unjudged: (count: number) => string;
  unjudged_line: (rule: string, needs: string) => string;
  /** A rule whose bar the reader has changed: its name says the standard one. */
  rule_changed: (rule: string, bar: string) => string;
  rule_names: Readonly<Record<FindingCode, string>>;
  more: (count: string) => string;
  no_number: string;
}

export interface VerdictFacts {
  verdict: Verdict;
  kind: Kind;
  inner: number | null;
  outer: number | null;
  premium_fraction: number;
}
