// Which close and which rate a NAV holds, and the estimate made again over the past: told from an
// index and a rate pasted after the fund, chosen anew in one step and taken back in another.
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { violations } from './axe.ts';
import { expect, test } from './harness/test.ts';
import { fundWithIndex, historyText, overflow, paste, sizes, textOf } from './page-helpers.ts';

const data = fundWithIndex(260);

/** One table after the other, as a reader has them. */
async function pasteAll(page: Page, ...tables: string[]): Promise<void> {
  for (const [index, table] of tables.entries()) {
    await paste(page, table);
    await expect
      .poll(() => page.locator('pl-dataset li span.soft').count(), { timeout: 10_000 })
      .toBe(index + 1);
  }
}

const viewport = sizes.phone;

describe('on a phone', () => {
  test('the dating is told, with the residual at each lag', async ({ open }) => {
    const { page, log } = await open({ locale: 'zh-CN', viewport });
    await pasteAll(page, data.fund, data.index, data.rate);
    expect(await textOf(page, 'pl-dataset')).toContain('指数 NDX · 汇率 USDCNY');
    await page.locator('#dating summary').click();
    const dating = page.locator('pl-nav-dating');
    await dating.getByText('净值按 T 日指数收盘、T 日汇率计价').waitFor();
    const text = await textOf(page, 'pl-nav-dating');
    expect(text).toMatch(/残差 0\.\d\s*bp，次优 \d{2,3}(\.\d)?\s*bp（指数换一天）/);
    expect(text).toContain('日期可以判定');
    expect(text).toMatch(/用了 253 对相邻的净值/);
    // Seven lags each, the best one by a word and a mark.
    expect(await dating.locator('table').first().locator('tbody tr').count()).toBe(7);
    expect(await dating.locator('tr.best').allTextContents()).toEqual([
      expect.stringMatching(/T\s.*◆\s*最合/s),
      expect.stringMatching(/T\s.*◆\s*最合/s),
    ]);
    expect(text).toMatch(/价格的涨跌最贴近 T−1 日净值/);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(log.problems).toEqual([]);
  });

  test('the estimate reports its error beside the published NAV’s', async ({ open }) => {
    const { page, log } = await open({ locale: 'en-GB', viewport });
    await pasteAll(page, data.fund, data.index, data.rate);
    await page.locator('#replay summary').click();
    const replay = page.locator('pl-estimate-replay');
    await replay.getByText(/Over \d+\s*days the estimate is off by/).waitFor();
    const text = await textOf(page, 'pl-estimate-replay');
    // Only the rounding of the NAV is left; the published NAV is two sessions old.
    expect(text).toMatch(/Root mean square 0\.0\d\s*% (0\.[5-9]|[1-9]\.\d)\d\s*%/);
    expect(text).toMatch(/5\s*% .*10\s*% .*15\s*%/);
    await replay.locator('pl-lines-chart canvas').first().waitFor();
    const worst = replay.getByRole('button', { name: /^20\d\d-/ }).last();
    const day = await worst.textContent();
    await worst.click();
    await replay.getByRole('heading', { name: `The estimate of ${day}` }).waitFor();
    expect(await textOf(page, 'pl-estimate-replay section')).toMatch(
      /From the NAV of 202\d-.*To the close of 202\d-/,
    );
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(log.problems).toEqual([]);
  });
});

test('an invested share makes the estimate anew, is marked, and taken back in one tap', async ({
  open,
}) => {
  const { page } = await open({ locale: 'en-GB' });
  await pasteAll(page, data.fund, data.index, data.rate);
  await page.locator('#replay summary').click();
  const replay = page.locator('pl-estimate-replay');
  const rmse = async () =>
    (await textOf(page, 'pl-estimate-replay')).match(/Root mean square ([\d.]+)/)?.[1];
  await expect.poll(rmse).toMatch(/^0\.0/);
  await replay.getByLabel('Invested share').fill('50');
  await expect.poll(rmse).toMatch(/^0\.[1-9]|^[1-9]/);
  await replay.getByRole('button', { name: /^Back to the guess Invested share/ }).click();
  await expect.poll(rmse).toMatch(/^0\.0/);
  await replay.getByLabel('Index close in a NAV dated T').selectOption('2');
  await expect.poll(rmse).toMatch(/^[1-9]/);
  await replay.getByRole('button', { name: /^Back to the guess Index close/ }).click();
  await expect.poll(rmse).toMatch(/^0\.0/);
  await replay.getByLabel('Invested share').fill('x');
  await replay.getByText('a number from 0 to 100, please').waitFor();
});

test('of two indexes each has its line, and the other can be used', async ({ open }) => {
  const { page } = await open({ locale: 'en-GB' });
  await pasteAll(page, data.fund, data.index, data.rate, data.other);
  await page.locator('#dating summary').click();
  const dating = page.locator('pl-nav-dating');
  await dating.getByRole('row', { name: /^NDX .*in use/ }).waitFor();
  await dating.getByRole('button', { name: 'Use it DJI' }).click();
  await expect.poll(() => textOf(page, 'pl-dataset')).toContain('Index DJI · rate USDCNY');
  await dating.getByRole('row', { name: /^DJI .*in use/ }).waitFor();
  await page.locator('pl-dataset').getByRole('button', { name: 'Change' }).click();
  const settings = page.locator('pl-dataset-settings');
  await settings.getByRole('button', { name: /^Back to the guess Index$/ }).click();
  await expect.poll(() => textOf(page, 'pl-dataset')).toContain('Index NDX · rate USDCNY');
});

test('without an index it is said what to paste, with an example', async ({ open }) => {
  const { page } = await open({ locale: 'zh-CN', viewport: sizes.phone });
  await paste(page, historyText(120));
  await page.locator('#dating summary').click();
  expect(await textOf(page, 'pl-nav-dating')).toMatch(
    /先有基金的表.*按日期对齐.*日期 NDX USDCNY 2025-01-02/,
  );
  await page.locator('#replay summary').click();
  await page.locator('pl-estimate-replay').getByRole('button', { name: '再加一份表' }).waitFor();
  expect(await violations(page)).toEqual([]);
});

test('too little data says what is needed', async ({ open }) => {
  const { page } = await open({ locale: 'zh-CN' });
  const few = fundWithIndex(30);
  await pasteAll(page, few.fund, few.index, few.rate);
  await page.locator('#dating summary').click();
  await expect.poll(() => textOf(page, 'pl-nav-dating')).toMatch(/只有 23 对，至少需要 40 对/);
});
