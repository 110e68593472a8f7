// The whole report of the data, and the data exported with it.
import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { violations } from './axe.ts';
import { expect, test } from './harness/test.ts';
import { dropBytes, historyRows, overflow, paste, sizes, textOf } from './page-helpers.ts';

/** On day 150 the fund is split 1:5; the price was adjusted for it, the NAV was not. */
const adjusted = ['代码,日期,收盘价,单位净值']
  .concat(
    historyRows(300).map(([day, price, value], index) => {
      const nav = index < 150 ? (Number(value) * 5).toFixed(4) : value;
      return `513100,${day},${price},${nav}`;
    }),
  )
  .join('\n');

async function exported(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('pl-export').getByRole('button', { name: button, exact: true }).click(),
  ]);
  return {
    name: download.suggestedFilename(),
    bytes: await buffer(await download.createReadStream()),
  };
}

const viewport = sizes.phone;

describe('on a phone', () => {
  test('the report says what was found, what was clean and what could not be checked', async ({
    open,
  }) => {
    const { page, log } = await open({ locale: 'zh-CN', viewport });
    await paste(page, adjusted);
    await page.locator('#doctor summary').click();
    const doctor = page.locator('pl-doctor');
    await doctor.getByText('没能核对 · ').waitFor();
    const text = await textOf(page, 'pl-doctor');
    expect(text).toMatch(/发现 \d+ 项，核对无误 \d+ 项，没能核对 \d+ 项/);
    expect(text).toMatch(/粘贴的表格：300 行，2022-01-03 至 2023-02-24/);
    expect(text).toMatch(/复权价格 · .*影响 .*原表第 \d/);
    expect(text).toMatch(/核对过、没有问题 · \d+ .*✓ .*周末数据/);
    expect(text).toMatch(/停牌日的旧价格 需要：成交量或成交额/);
    // What is grave still stands above the verdict as well.
    expect(await page.locator('pl-checks section').count()).toBe(1);
    await doctor
      .getByRole('button', { name: /看这 .*行/ })
      .first()
      .click();
    await expect.poll(() => textOf(page, 'pl-doctor')).toContain('原表行号');
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(log.problems).toEqual([]);
  });
});

test('a mend made in the report is told by it, and taken back', async ({ open }) => {
  const { page } = await open({ locale: 'en-GB' });
  await paste(page, adjusted);
  await page.locator('#doctor summary').click();
  const doctor = page.locator('pl-doctor');
  await doctor.getByRole('button', { name: 'Mend it' }).first().click();
  await doctor.getByText('Mended; the figures below').first().waitFor();
  await doctor.getByRole('button', { name: 'Take the mend back' }).first().click();
  await doctor.getByRole('button', { name: 'Mend it' }).first().waitFor();
});

test('the report is printed where it stands open', async ({ open }) => {
  const { page } = await open({ locale: 'en-GB' });
  await paste(page, adjusted);
  await page.locator('pl-export').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#doctor').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.locator('#doctor summary').click();
  await page.locator('pl-doctor').getByText('Could not be checked · ').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('pl-doctor').isVisible()).toBe(true);
  expect(await page.locator('pl-doctor').getByRole('button').count()).toBe(0);
  expect(await page.locator('pl-export').isVisible()).toBe(false);
});

test('the workbook dropped again is the same history', async ({ open }) => {
  const { page, log } = await open({ locale: 'zh-CN' });
  await paste(page, adjusted);
  const premiums = () => page.locator('pl-chart .chart').getAttribute('aria-label');
  await expect.poll(premiums).toContain('2022-01-03');
  const before = await premiums();
  const { name, bytes } = await exported(page, '工作簿（.xlsx）');
  expect(name).toBe('513100_2022-01-03_2023-02-24.xlsx');
  await page.locator('pl-export').getByText(`已写出 ${name}`).waitFor();
  await dropBytes(page, name, bytes);
  await expect.poll(() => textOf(page, 'pl-dataset')).toContain('.xlsx');
  expect(await textOf(page, 'pl-dataset')).toMatch(/513100 .*2022-01-03 至 2023-02-24/);
  expect(await premiums()).toBe(before);
  expect(log.problems).toEqual([]);
});

test('the data go home as CSV and JSON, the report as Markdown', async ({ open }) => {
  const { page } = await open({ locale: 'en-GB' });
  await paste(page, adjusted);
  const csv = await exported(page, 'Data as CSV');
  expect(csv.name).toBe('513100_2022-01-03_2023-02-24.csv');
  const [head = '', first = ''] = csv.bytes.toString('utf8').split('\r\n');
  expect(head).toMatch(/^\ufeffdate,code,fund name,price,NAV,/);
  expect(first).toMatch(/^2022-01-03,513100,[^,]+,1\.\d+,7\.5,/);
  const json = await exported(page, 'JSON');
  const { report, data } = JSON.parse(json.bytes.toString('utf8'));
  expect(data).toHaveLength(300);
  expect(report.findings[0].rows.length).toBeGreaterThan(0);
  const markdown = await exported(page, 'Report as Markdown');
  expect(markdown.bytes.toString('utf8')).toMatch(/^# Data report · .*513100\n/);
});
