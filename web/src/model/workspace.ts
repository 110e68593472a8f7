// The tables the user has given and what was made of them. One set of tables at a time; the last
// good analysis stays until a new one replaces it, and nothing that was pasted is thrown away
// before that.

import { expand } from '../convert/expand.ts';
import type { Known } from '../generated/ops.ts';
import type { Analysis } from './analysis.ts';
import type { Bars } from './bars.ts';
import type { Calculator, RunOptions, Trouble } from './engine.ts';
import { isAbort, troubleOf } from './engine.ts';
import type { Corrections } from './format-memory.ts';
import { FormatMemory } from './format-memory.ts';
import type { HistorySeries } from './history-series.ts';
import { readSeries } from './history-series.ts';
import { knownIn, readKnown } from './known.ts';
import type { Correction, LoadedTable } from './loaded-table.ts';
import {
  changesBetween,
  described,
  isBeside,
  isComplete,
  isCorrected,
  loadedTable,
  uncorrected,
  withCorrection,
} from './loaded-table.ts';
import { Observable } from './observable.ts';
import type { Mend, Settings } from './settings.ts';
import { isSame, withBars, withKnown, withSaidOf } from './settings.ts';

export interface Input {
  blob: Blob;
  /** Empty for a paste. */
  file: string;
  /** Made by the page itself, and said to be. */
  isGenerated?: boolean;
  /** The same as a page, where the clipboard has it as one too. */
  rich?: Blob;
  /** What an export of this page's says was known; anything, if somebody has changed it. */
  known?: unknown;
}

export interface Analysed {
  tables: LoadedTable[];
  settings: Settings;
  result: Analysis;
  series: HistorySeries;
  isGenerated: boolean;
  /** Of one fund out of several: where it was chosen, and where the way back leads. */
  overview?: Analysed | undefined;
}

/** Tables that are read but could not be analysed yet: half of a pair. */
export interface Waiting {
  tables: LoadedTable[];
  settings: Settings;
  trouble: Trouble;
  isGenerated: boolean;
}

export interface FileTrouble {
  file: string;
  trouble: Trouble;
}

export class Workspace extends Observable {
  current: Analysed | undefined;
  waiting: Waiting | undefined;
  /** What could not be read at all, by file. */
  troubles: FileTrouble[] = [];
  /** 0 to 1 while something runs. */
  progress: number | undefined;

  readonly #engine: Calculator;
  readonly #memory: FormatMemory;
  readonly #bars: Bars | undefined;
  #abort: AbortController | undefined;
  #count = 0;

  constructor(engine: Calculator, memory = new FormatMemory(forgetful), bars?: Bars) {
    super();
    this.#engine = engine;
    this.#memory = memory;
    this.#bars = bars;
    bars?.subscribe(() => void this.#followBars());
  }

  /** Reads what was pasted, dropped or chosen. `adding` joins it to the tables already there. */
  async open(inputs: Input[], adding = false): Promise<void> {
    await this.#run(async (signal) => {
      this.troubles = [];
      const { read, known } = await this.#load(inputs, signal);
      const loaded = await Promise.all(read.map((table) => this.#recalled(table)));
      if (loaded.length === 0) return;
      const beside = this.#besideOf(loaded);
      const isGenerated =
        beside?.isGenerated === true || inputs.some((input) => input.isGenerated === true);
      const tables = [...(beside?.tables ?? this.#base(loaded, adding)), ...loaded];
      const settings = withKnown(this.#settingsWith(beside, adding), known);
      await this.#analyse({ tables, settings, isGenerated }, signal);
    });
  }

  async openSample(): Promise<void> {
    const sample = await this.#engine.run('sample', { name: 'history' });
    const blob = new Blob([sample.text]);
    await this.open([{ blob, file: sample.file, isGenerated: true }]);
  }

  /** Another kind, region, denominator, lag or mend; undefined takes the guess again. */
  async change(change: { [K in keyof Settings]?: Settings[K] | undefined }): Promise<void> {
    const base = this.waiting ?? this.current;
    if (!base) return;
    const entries = Object.entries({ ...base.settings, ...change });
    const settings = Object.fromEntries(
      entries.filter(([, value]) => value !== undefined),
    ) as Settings;
    await this.#run((signal) => this.#analyse({ ...base, settings }, signal));
  }

  /** Mends what a check has found, or takes that back. A split is mended unless that is taken back. */
  async mend(mend: Mend, isWanted: boolean): Promise<void> {
    if (mend.kind === 'split') {
      await this.change({ split_adjust: isWanted ? undefined : false });
      return;
    }
    const given = (this.current?.settings.mends ?? []).filter((one) => !isSame(one, mend));
    const mends = isWanted ? [...given, mend] : given;
    await this.change({ mends: mends.length > 0 ? mends : undefined });
  }

  /** One fund of several; its own settings begin anew, mends are each for their fund. */
  async openFund(fund: string): Promise<void> {
    const { current } = this;
    if (!current) return;
    const overview = current.overview ?? current;
    const settings = { ...withSaidOf(overview.settings, current.settings), fund };
    await this.#run((signal) => this.#analyse({ ...overview, settings, overview }, signal));
  }

  /** Back to all funds: as they were, unless something was corrected or mended meanwhile. */
  async closeFund(): Promise<void> {
    const { current } = this;
    const overview = current?.overview;
    if (!overview) return;
    this.cancel();
    const { tables } = current;
    const settings = withBars(withSaidOf(overview.settings, current.settings), this.#bars);
    if (overview.tables === tables && isSame(overview.settings, settings)) {
      this.current = overview;
      this.changed();
    } else {
      await this.#run((signal) => this.#analyse({ ...overview, tables, settings }, signal));
    }
  }

  /** Another role or unit for a column; undefined takes the recognised one again. */
  async correct(table: LoadedTable, column: string, change: Correction): Promise<void> {
    await this.#correct(withCorrection(table, column, change));
  }

  /** What all columns of a wide table hold; null takes what was recognised again. */
  async correctWide(table: LoadedTable, wideRole: LoadedTable['wideRole']): Promise<void> {
    await this.#correct({ ...table, wideRole });
  }

  /** Takes every correction of the table back, also for the tables of its format yet to come. */
  async forget(table: LoadedTable): Promise<void> {
    await this.#correct(uncorrected(table));
  }

  async remove(table: LoadedTable): Promise<void> {
    const base = this.#holderOf(table);
    if (!base || base.tables.length < 2) return;
    const rest = base.tables.filter((one) => one.name !== table.name);
    const { isGenerated } = base;
    const { known } = base.settings;
    const settings = known ? { known } : {};
    await this.#run((signal) => this.#analyse({ tables: rest, settings, isGenerated }, signal));
  }

  /** What only the reader knows of the fund, in place of what was said before. */
  async say(known: Known): Promise<void> {
    const base = this.waiting ?? this.current;
    if (!base) return;
    const isSomething = Object.keys(known).some((field) => field !== 'fund');
    const others = knownIn(base.settings).filter(({ fund }) => (fund ?? '') !== (known.fund ?? ''));
    const all = isSomething ? [...others, known] : others;
    await this.change({ known: all.length > 0 ? all : undefined });
  }

  cancel(): void {
    this.#abort?.abort();
  }

  dismissTroubles(): void {
    this.troubles = [];
    this.changed();
  }

  /** Gives up the tables that wait. */
  dismissWaiting(): void {
    const before = this.#known();
    this.waiting = undefined;
    this.changed();
    void this.#dropUnknown(before);
  }

  /** Series beside a fund change nothing of it, and more of its rows not what is known of it. */
  #settingsWith(beside: Analysed | Waiting | undefined, adding: boolean): Settings {
    if (beside && !this.current?.overview) return beside.settings;
    const known = adding ? (this.waiting ?? this.current)?.settings.known : undefined;
    return known ? { known } : {};
  }

  /** A bar of a rule was changed: what is shown is judged by it. */
  async #followBars(): Promise<void> {
    const { current, waiting } = this;
    const base = waiting ?? current;
    if (!base || isSame(withBars(base.settings, this.#bars), base.settings)) return;
    await this.change({});
  }

  #holderOf(table: LoadedTable): Analysed | Waiting | undefined {
    return [this.waiting, this.current].find((one) =>
      one?.tables.some(({ name }) => name === table.name),
    );
  }

  /** What an index or a rate is pasted beside, or what has waited beside for a fund. */
  #besideOf(loaded: LoadedTable[]): Analysed | Waiting | undefined {
    const shown = this.waiting ?? this.current;
    return loaded.every(isBeside) || this.waiting?.tables.every(isBeside) ? shown : undefined;
  }

  /** The tables that new ones are joined to: those asked for, or a half that waits for the other. */
  #base(loaded: LoadedTable[], adding: boolean): LoadedTable[] {
    if (adding) return (this.waiting ?? this.current)?.tables ?? [];
    const { waiting } = this;
    const halves = ['no_value_column', 'no_price_column', 'only_market_series'];
    const isHalf = halves.includes(waiting?.trouble.code ?? '');
    return waiting && isHalf && !isComplete(loaded) && isComplete([...waiting.tables, ...loaded])
      ? waiting.tables
      : [];
  }

  async #load(inputs: Input[], signal: AbortSignal) {
    const loaded: LoadedTable[] = [];
    const parts = await this.#expanded(inputs, signal);
    const begun = this.progress ?? 0;
    const share = (1 - begun) / (parts.length + 1);
    for (const [index, input] of parts.entries()) {
      const onProgress = this.#progressFrom(begun + index * share, share);
      try {
        await this.#loadInput(input, loaded, { signal, onProgress });
      } catch (error) {
        if (isAbort(error)) {
          await this.#drop(loaded);
          throw error;
        }
        this.#report(input, troubleOf(error));
      }
    }
    return { read: loaded, known: parts.flatMap((part) => readKnown(part.known)) };
  }

  /** Every table of a text, one below the other; those before one that cannot be read are kept. */
  async #loadInput(input: Input, loaded: LoadedTable[], options: RunOptions): Promise<void> {
    for (let part = 1, more = true; more; ++part) {
      const name = `input${++this.#count}`;
      const { blob, file } = input;
      const result = await this.#engine.load(name, blob, file, { ...options, part });
      loaded.push(loadedTable(name, file, result));
      more = typeof result.next === 'string';
    }
  }

  /** A page, a workbook or JSON as the tables in it. */
  async #expanded(inputs: Input[], signal: AbortSignal): Promise<Input[]> {
    const parts: Input[] = [];
    for (const [index, input] of inputs.entries()) {
      const onProgress = this.#progressFrom((0.3 * index) / inputs.length, 0.3 / inputs.length);
      try {
        parts.push(...(await expand(input, { signal, onProgress })));
      } catch (error) {
        if (isAbort(error)) throw error;
        this.#report(input, troubleOf(error));
      }
    }
    return parts;
  }

  #report({ file }: Input, trouble: Trouble): void {
    this.troubles = [...this.troubles, { file, trouble }];
  }

  async #analyse(
    { tables, settings: wanted, isGenerated, overview }: Omit<Analysed, 'result' | 'series'>,
    signal: AbortSignal,
  ): Promise<void> {
    const settings = withBars(wanted, this.#bars);
    const request = { ...settings, tables: tables.map(({ name }) => name) };
    const onProgress = this.#progressFrom(0.5, 0.5);
    const before = this.#known();
    try {
      const result = await this.#engine.run('analyze', request, { signal, onProgress });
      const series = await readSeries(this.#engine, result);
      signal.throwIfAborted();
      this.current = { tables, settings, result, series, isGenerated, overview };
      this.waiting = undefined;
    } catch (error) {
      if (isAbort(error)) throw error;
      const trouble = troubleOf(error);
      // One fund out of several that cannot be analysed leaves the others as they are.
      if (overview) this.troubles = [{ file: settings.fund ?? '', trouble }];
      else this.waiting = { tables, settings, trouble, isGenerated };
    }
    await this.#dropUnknown(before);
  }

  /** The table with what was said about the last one of its format. */
  async #recalled(table: LoadedTable): Promise<LoadedTable> {
    const corrections = this.#memory.recall(table);
    if (!corrections || !isCorrected(corrections)) return table;
    try {
      return { ...(await this.#corrected(table, corrections)), isRemembered: true };
    } catch {
      // The core no longer knows one of the words: the table stays as it was recognised.
      this.#memory.forget(table);
      return table;
    }
  }

  async #corrected(table: LoadedTable, to: Corrections): Promise<LoadedTable> {
    const { roles, units, wide_role } = changesBetween(table, to);
    const result = await this.#engine.correct(table.name, roles, units, wide_role);
    const { roles: allRoles, units: allUnits, wideRole } = to;
    return described({ ...table, roles: allRoles, units: allUnits, wideRole }, result);
  }

  async #correct(wanted: LoadedTable): Promise<void> {
    const base = this.#holderOf(wanted);
    const table = base?.tables.find(({ name }) => name === wanted.name);
    if (!base || !table) return;
    await this.#run(async (signal) => {
      const corrected = { ...(await this.#corrected(table, wanted)), isRemembered: false };
      this.#memory.remember(corrected, corrected);
      base.tables = base.tables.map((one) => (one.name === table.name ? corrected : one));
      await this.#analyse(base, signal);
    });
  }

  #known(): Map<string, LoadedTable> {
    const tables = [...(this.current?.tables ?? []), ...(this.waiting?.tables ?? [])];
    return new Map(tables.map((table) => [table.name, table]));
  }

  /** Those of `before` that nothing needs any more. */
  async #dropUnknown(before: Map<string, LoadedTable>): Promise<void> {
    const kept = this.#known();
    await this.#drop([...before.values()].filter(({ name }) => !kept.has(name)));
  }

  async #run(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.progress = 0;
    this.changed();
    try {
      await work(abort.signal);
    } catch (error) {
      if (!isAbort(error)) this.troubles = [{ file: '', trouble: troubleOf(error) }];
    } finally {
      if (this.#abort === abort) {
        this.#abort = undefined;
        this.progress = undefined;
        this.changed();
      }
    }
  }

  #progressFrom(start: number, share: number): (fraction: number) => void {
    return (fraction) => {
      this.progress = start + share * fraction;
      this.changed();
    };
  }

  async #drop(tables: LoadedTable[]): Promise<void> {
    await Promise.allSettled(tables.map(({ name }) => this.#engine.drop(name)));
  }
}

/** For a page without storage: nothing outlasts it. */
const forgetful = { recall: () => null, remember: () => {} };
