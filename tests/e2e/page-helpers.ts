// What the page's tests do to the page: paste, drop, fill in, and measure.
import type { Page } from 'playwright-core';

export const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };

export interface Dropped {
  name: string;
  text: string;
  /** The text so many times over, made in the page: for sizes that nobody wants to send. */
  times?: number;
}

/** Drops files anywhere on the page. */
export async function dropFiles(page: Page, files: Dropped[]): Promise<void> {
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text, times = 1 } of dropped) {
      dataTransfer.items.add(new File([text.repeat(times)], name));
    }
    const init = { dataTransfer, bubbles: true, cancelable: true, composed: true };
    document.body.dispatchEvent(new DragEvent('drop', init));
  }, files);
}

/** Drops a file of bytes, as a workbook is one. */
export async function dropBytes(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const base64 = Buffer.from(bytes).toString('base64');
  await page.evaluate(
    ([file, encoded]) => {
      const dataTransfer = new DataTransfer();
      const content = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
      dataTransfer.items.add(new File([content], file));
      const init = { dataTransfer, bubbles: true, cancelable: true, composed: true };
      document.body.dispatchEvent(new DragEvent('drop', init));
    },
    [name, base64] as const,
  );
}

/** Pastes with nothing focused; `rich` is what the clipboard has as a page. */
export async function paste(page: Page, text: string, rich = ''): Promise<void> {
  await page.evaluate(
    ([pasted, html]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      if (html) clipboardData.setData('text/html', html);
      const init = { clipboardData, bubbles: true, cancelable: true, composed: true };
      document.body.dispatchEvent(new ClipboardEvent('paste', init));
    },
    [text, rich] as const,
  );
}

export const field = (page: Page, name: 'price' | 'value' | 'amount' | 'float') =>
  page
    .locator('pl-check-view pl-field input')
    .nth(['price', 'value', 'amount', 'float'].indexOf(name));

export async function check(page: Page, price: string, value: string): Promise<void> {
  await field(page, 'price').fill(price);
  await field(page, 'value').fill(value);
}

/** The text that a reader sees, through shadow roots, spaces made plain. */
export function textOf(page: Page, selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const gather = (node: Node): string => {
        if (node instanceof Text) return node.data;
        if (node instanceof Element && !node.checkVisibility()) return '';
        const inside = (node instanceof Element && node.shadowRoot) || node;
        return [...inside.childNodes].map(gather).join(' ');
      };
      return gather(element).replace(/\s+/g, ' ');
    });
}

/** To be run before the page: notes how long its main thread was ever kept. */
export const watchLongTasks = `globalThis.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longestTask = Math.max(longestTask, entry.duration);
  }).observe({ entryTypes: ['longtask'] });`;

export const forgetLongTasks = (page: Page) =>
  page.evaluate(() => Object.assign(globalThis, { longestTask: 0 }));

export const longestTask = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { longestTask: number }).longestTask);

export const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Consecutive weekdays from the third of January 2022 on. */
export function weekdays(count: number): string[] {
  const days: string[] = [];
  for (let time = Date.UTC(2022, 0, 3); days.length < count; time += 86_400_000) {
    const date = new Date(time);
    if (date.getUTCDay() % 6 !== 0) days.push(date.toISOString().slice(0, 10));
  }
  return days;
}

/** A calm history: the premium swings between 1 and 3 %. */
export function historyRows(count: number): [string, string, string][] {
  return weekdays(count).map((day, index) => {
    const value = 1.5 + 0.001 * index;
    const premium = 0.02 + 0.01 * Math.sin(index / 9);
    return [day, (value * (1 + premium)).toFixed(3), value.toFixed(4)];
  });
}

export const historyText = (count: number) =>
  ['日期,收盘价,单位净值', ...historyRows(count).map((row) => row.join(','))].join('\n');

/** Evenly spread between −1 and 1, the same every time. */
const swing = (seed: number): number => {
  const value = Math.sin(seed * 12.9898) * 43_758.5453;
  return 2 * (value - Math.floor(value)) - 1;
};

/**
 * A fund of New York's with its index and rate: its NAV of a day holds that day's close of both, and
 * its price follows the NAV of the day before, 3 % above it. An invented other index goes its own way.
 */
export function fundWithIndex(count: number) {
  const fund = ['代码,日期,收盘价,单位净值'];
  const index = ['日期,NDX'];
  const rate = ['日期,USDCNY'];
  const other = ['日期,DJI'];
  let [level, fx, away] = [15_000, 7, 30_000];
  let nav = 2;
  for (const [row, day] of weekdays(count).entries()) {
    level *= 1 + 0.015 * swing(row);
    fx *= 1 + 0.004 * swing(row + 5000);
    away *= 1 + 0.015 * swing(row + 9000);
    const price = nav * (1.03 + 0.002 * swing(row + 700));
    nav = (2 * level * fx) / (15_000 * 7);
    fund.push(`513100,${day},${price.toFixed(3)},${nav.toFixed(4)}`);
    index.push(`${day},${level.toFixed(2)}`);
    rate.push(`${day},${fx.toFixed(4)}`);
    other.push(`${day},${away.toFixed(2)}`);
  }
  const text = (lines: string[]) => lines.join('\n');
  return { fund: text(fund), index: text(index), rate: text(rate), other: text(other) };
}
