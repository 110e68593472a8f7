// What each column was taken for, corrected in one step, remembered for the next table of its format
// and forgotten in another step; and every cell that was not used.
import { describe } from 'vitest';
import { expect, test } from './harness/test.ts';
import { dropFiles, historyRows, historyText, overflow, paste, textOf } from './page-helpers.ts';

const rows = historyRows(30).map((row) => row.join(','));
const unknown = ['日期,收盘价,参考'].concat(rows).join('\n');

describe('columns', () => {
  test('taken for the wrong thing are corrected without another paste', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await paste(page, unknown);
    await page.getByText('没有找到 IOPV 或净值列').waitFor();
    await page.locator('pl-waiting').getByLabel('含义: 参考').selectOption('nav');
    await page.locator('pl-verdict-cards').waitFor();
    expect(await page.locator('pl-waiting').count()).toBe(0);
    await page.locator('summary').filter({ hasText: '各列含义' }).click();
    await page.locator('pl-columns').getByText('由你更正').waitFor();
    await page.locator('pl-columns').getByRole('button', { name: '恢复推断 参考' }).click();
    await page.getByText('没有找到 IOPV 或净值列').waitFor();
    expect(await page.locator('pl-verdict-cards').count()).toBe(1);
  });

  test('are read as corrected before, in a new session too, until that is forgotten', async ({
    open,
  }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await paste(page, unknown);
    await page.locator('pl-waiting').getByLabel('含义: 参考').selectOption('nav');
    await page.locator('pl-verdict-cards').waitFor();
    await page.reload();
    // Another separator, blanks and another file are still the same format.
    await dropFiles(page, [{ name: 'later.txt', text: unknown.replaceAll(',', '\t ') }]);
    await page.locator('pl-verdict-cards').waitFor();
    const note = page.locator('pl-dataset pl-remembered');
    await note.getByText('“参考”读作单位净值').waitFor();
    await note.getByRole('button', { name: '忘掉并恢复推断' }).click();
    await page.getByText('没有找到 IOPV 或净值列').waitFor();
    await page.reload();
    await paste(page, unknown);
    await page.getByText('没有找到 IOPV 或净值列').waitFor();
  });

  test('of a wide table are corrected by one choice', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    const codes = Array.from({ length: 200 }, (_, index) => 510100 + index);
    const line = (day: string, scale: number) =>
      [day, ...codes.map((_, index) => (scale + index / 1000).toFixed(3))].join(',');
    const days = historyRows(30);
    const table = (scale: number) =>
      [['日期', ...codes].join(','), ...days.map(([day]) => line(day, scale))].join('\n');
    await dropFiles(page, [
      { name: 'etf_price.csv', text: table(1.02) },
      { name: 'second.csv', text: table(1) },
    ]);
    await page.locator('pl-waiting').waitFor();
    const wide = page.locator('pl-waiting pl-columns section').nth(1);
    await wide.getByLabel(/各基金列（200 列）的内容/).selectOption('nav');
    await page.locator('pl-funds table').waitFor();
    expect(await textOf(page, 'pl-dataset')).toContain('200 只基金');
    await page.locator('pl-dataset summary').click();
    expect(await textOf(page, 'pl-dataset')).toContain('按代码和日期配对');
  });

  test('of a file with a long name fit a phone while they wait', async ({ open }) => {
    const { page } = await open({ locale: 'en-GB', viewport: { width: 360, height: 740 } });
    const name = `${'a_rather_long_name_without_blanks_'.repeat(3)}.csv`;
    await dropFiles(page, [{ name, text: unknown }]);
    await page.locator('pl-waiting pl-columns').waitFor();
    expect(await overflow(page)).toBe(0);
  });

  test('two hundred are listed a part at a time', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN', viewport: { width: 360, height: 740 } });
    const names = Array.from({ length: 198 }, (_, index) => `备注${index}`);
    const lines = historyText(20).split('\n');
    const text = lines.map((line, index) =>
      [line, ...names.map((name) => (index === 0 ? name : 'x'))].join(','),
    );
    await paste(page, text.join('\n'));
    await page.locator('summary').filter({ hasText: '各列含义' }).click();
    const listed = page.locator('pl-columns tbody tr');
    await expect.poll(() => listed.count()).toBe(30);
    await page.locator('pl-columns').getByRole('button', { name: '再显示 30 列' }).click();
    await expect.poll(() => listed.count()).toBe(60);
    expect(await overflow(page)).toBe(0);
  });
});

test('rejected cells are listed by table, with row, column, text and reason', async ({ open }) => {
  const { page } = await open({ locale: 'zh-CN' });
  const lines = historyText(40).split('\n');
  lines[5] = '2022-01-07,一块五,1.5040';
  lines[8] = '2022-02-30,1.600,1.5070';
  lines[9] = lines[10] ?? '';
  await paste(page, lines.join('\n'));
  await page.locator('pl-dataset a').click();
  const rejected = await textOf(page, 'pl-rejected');
  expect(rejected).toMatch(/6 收盘价 一块五 “一块五”不是数字/);
  expect(rejected).toMatch(/9 日期 2022-02-30 日历上没有/);
  expect(rejected).toContain('前面已出现过');
  expect(rejected).toContain('读到 40 行，其余单元格照常采用');
  // The table is still there to be analysed in another way.
  await page.locator('pl-dataset-settings select').first().selectOption('bond');
  await page.locator('pl-verdict').getByText('债券 ETF').waitFor();
});
