// Whatever comes in: a clear message with its place, nothing typed is lost, the last good result
// stays, and the page never freezes.
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { expect, test } from './harness/test.ts';
import {
  check,
  dropFiles,
  field,
  forgetLongTasks,
  historyText,
  longestTask,
  paste,
  textOf,
  watchLongTasks,
} from './page-helpers.ts';

/** A frozen page is one that keeps a reader waiting; the browser calls a task long from 50 ms on. */
const longestAllowed = 400;

async function expectIntact(page: Page): Promise<void> {
  await page.locator('pl-nav a').first().click();
  expect(await field(page, 'price').inputValue()).toBe('1.804');
  expect(await textOf(page, 'pl-verdict')).toContain('+3.41 %');
}

/** Drops the file that the page was given as `globalThis.big`. */
function dropBig(page: Page): Promise<void> {
  return page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add((globalThis as unknown as { big: File }).big);
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
    );
  });
}

const header = '日期,收盘价,单位净值';

describe('refused, by a message of its own', () => {
  test.for([
    ['nothing at all', '', '内容是空的'],
    ['prose', '溢价最近很高，大家要小心。\n明天再看看吧。', '没有读到表格'],
    ['a header with no rows', header, '只有表头'],
    ['no value', '日期,收盘价\n2025-01-02,1.8\n2025-01-03,1.9', '没有找到 IOPV 或净值列'],
    [
      'only prices of zero',
      `${header}\n2025-01-02,0,1.7\n2025-01-03,-1,1.7`,
      '没有一行同时有价格和价值',
    ],
  ] as const)('%s', async ([, text, message], { open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await check(page, '1.804', '1.7445');
    await page.locator('pl-verdict pl-number').first().waitFor();
    await paste(page, historyText(60));
    await page.locator('pl-verdict-cards').waitFor();
    const before = await textOf(page, 'pl-verdict-cards');
    await paste(page, text);
    await page.getByText(message).first().waitFor();
    expect(await textOf(page, 'pl-verdict-cards')).toBe(before);
    await expectIntact(page);
  });

  test('prose typed into the field for tables stays there', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    const typed = page.getByLabel('也可以在这里粘贴或输入');
    await typed.fill('这不是表格');
    await page.getByRole('button', { name: '读取', exact: true }).click();
    await page.getByText('没有读到表格').waitFor();
    expect(await typed.inputValue()).toBe('这不是表格');
  });

  test('a spreadsheet and another binary file', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0, 255, 254]);
      dataTransfer.items.add(new File([zip], 'book.xlsx'));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
      );
    });
    await page.getByText('book.xlsx').waitFor();
    expect(await textOf(page, '.notice')).toMatch(/工作簿不完整或已损坏/);
  });
});

describe('read as far as it goes, the rest listed with its place', () => {
  test.for([
    ['text in number cells', '2022-01-04,停盘中,1.5010', /3 收盘价 停盘中 .*不是数字/],
    ['a date that does not exist', '2022-02-30,1.530,1.5010', /3 日期 2022-02-30 .*日历上没有/],
    ['a price of zero', '2022-01-04,0,1.5010', /3 收盘价 0 .*不大于 0/],
    ['a negative value', '2022-01-04,1.5,-1.5', /3 单位净值 -1\.5 .*不大于 0/],
    ['a NUL byte', '2022-01-04,1.5\u000030,1.5010', /3 收盘价 .*控制字符/],
    ['a date twice', '2022-01-03,1.530,1.5010', /3 日期 2022-01-03 .*前面已出现过/],
  ] as const)('%s', async ([, line, expected], { open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    const lines = historyText(40).split('\n');
    lines[2] = line;
    await dropFiles(page, [{ name: 'history.csv', text: lines.join('\n') }]);
    await page.locator('pl-dataset a').click();
    expect(await textOf(page, 'pl-rejected')).toMatch(expected);
  });

  test('dates out of order are sorted, and that is said', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    const [first, ...rows] = historyText(40).split('\n');
    await paste(page, [first, ...rows.slice(20), ...rows.slice(0, 20)].join('\n'));
    await page.locator('pl-findings').getByText('日期未按顺序排列').waitFor();
  });
});

describe('large', () => {
  test('one line of 100 MB is refused without a freeze', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN', before: watchLongTasks });
    await check(page, '1.804', '1.7445');
    await page.locator('pl-verdict pl-number').first().waitFor();
    await page.evaluate(() => {
      const block = new Uint8Array(1_000_000).fill(120);
      const parts = Array.from({ length: 100 }, () => block);
      Object.assign(globalThis, { big: new File(parts, 'one-line.csv') });
    });
    await forgetLongTasks(page);
    await dropBig(page);
    await page.getByText('超过一百万个字符').waitFor();
    expect(await longestTask(page)).toBeLessThan(longestAllowed);
    await expectIntact(page);
  });

  test('a million rows: progress, an answer to a keystroke meanwhile, and no freeze', async ({
    open,
  }) => {
    const { page } = await open({ locale: 'zh-CN', before: watchLongTasks });
    await check(page, '1.8', '1.7445');
    await page.locator('pl-verdict pl-number').first().waitFor();
    await page.evaluate(() => {
      const block = '1.804,1.7445\n1.700,1.7012\n'.repeat(1000);
      const parts = ['价格,IOPV\n', ...Array.from({ length: 500 }, () => block)];
      Object.assign(globalThis, { big: new File(parts, 'million.csv') });
    });
    await forgetLongTasks(page);
    await dropBig(page);
    await field(page, 'price').fill('1.804');
    await page.locator('pl-verdict').getByText('+3.41').waitFor({ timeout: 1000 });
    await page.locator('pl-pairs').waitFor();
    expect(await textOf(page, 'pl-dataset')).toContain('1,000,000 行');
    expect(await textOf(page, 'pl-pairs')).toContain('第 1–30 行，共 1,000,000 行');
    expect(await longestTask(page)).toBeLessThan(longestAllowed);
  });

  test('a paste of over 64 KB never enters a field', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await page.getByLabel('也可以在这里粘贴或输入').focus();
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const target = document
        .querySelector('pl-app')
        ?.shadowRoot?.querySelector('pl-check-view')
        ?.shadowRoot?.querySelector('pl-intake')
        ?.shadowRoot?.querySelector('textarea');
      const event = new ClipboardEvent('paste', {
        clipboardData,
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      target?.dispatchEvent(event);
      Object.assign(globalThis, { prevented: event.defaultPrevented });
    }, historyText(4000));
    await page.locator('pl-verdict-cards').waitFor();
    expect(
      await page.evaluate(() => (globalThis as unknown as { prevented: boolean }).prevented),
    ).toBe(true);
  });

  test('work that lasts shows how far it is and can be cancelled', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await page.evaluate(() => {
      const block = '1.804,1.7445\n1.700,1.7012\n'.repeat(1000);
      const parts = ['价格,IOPV\n', ...Array.from({ length: 1500 }, () => block)];
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(parts, 'three-million.csv'));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
      );
    });
    await page.locator('pl-progress progress').waitFor();
    await page.locator('pl-progress button').click();
    await page.locator('pl-progress progress').waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('#/history');
  });
});
