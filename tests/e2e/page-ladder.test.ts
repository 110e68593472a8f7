// One price against every value: beside a history's chart, and carried on by hand in the check.
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { expect, test } from './harness/test.ts';
import { check, overflow, paste, textOf } from './page-helpers.ts';

const phone = { width: 360, height: 740 };

// 513100 about 2020-09-03: exchange closes and fund-company NAVs.
const nasdaq = `日期,收盘价,单位净值
2020-08-31,5.058,4.281
2020-09-01,4.990,4.339
2020-09-02,5.193,4.377
2020-09-03,5.305,4.145
2020-09-04,5.060,4.080`;

async function openLadder(page: Page, locale: 'zh-CN' | 'en-GB'): Promise<void> {
  await paste(page, nasdaq);
  await page.locator('pl-dataset-settings select').nth(1).selectOption('us');
  const title =
    locale === 'zh-CN' ? '按当时已公布的净值判定' : 'judge by the NAV published by then';
  await page.locator('pl-value-ladder').getByText(title).waitFor();
}

async function typeDay(page: Page, day: string): Promise<void> {
  await page.locator('pl-day input').fill(day);
  await page.locator('pl-day input').dispatchEvent('change');
  await page
    .locator('pl-value-ladder')
    .getByText(new RegExp(`^${day}[，,]`))
    .waitFor();
}

describe('the ladder of a history', () => {
  test('shows every value of the day typed, which judges and which was not known', async ({
    open,
  }) => {
    const { page, log } = await open({ locale: 'zh-CN', viewport: phone });
    await openLadder(page, 'zh-CN');
    await typeDay(page, '2020-09-03');
    const ladder = await textOf(page, 'pl-value-ladder');
    expect(ladder).toMatch(/同日净值 \+27\.99 % \+5\.72 个百分点/);
    expect(ladder).toMatch(/前一日净值 \+21\.20 %/);
    expect(ladder).toMatch(/当时已公布的净值 据此判定 \+22\.26 %/);
    expect(ladder).toContain('2020-09-03 T 日 · 当时未知 ： T+1 日晚上公布');
    expect(ladder).toContain('2020-09-02 T−1 · 当时未知 ： T 日晚上公布');
    expect(ladder).toContain('2020-09-01 T−2 · 当时已知 ： T−1 日晚上公布');
    expect(ladder).toContain('同日净值比当时已公布的净值低 4.47 %');
    expect(await overflow(page)).toBe(0);
    expect(log.problems).toEqual([]);
  });

  test('follows the publication lag, and leads to where it is changed', async ({ open }) => {
    const { page } = await open({ locale: 'en-GB' });
    await openLadder(page, 'en-GB');
    await page.locator('pl-value-ladder').getByRole('button', { name: 'Change this' }).click();
    const lag = page.locator('pl-dataset-settings select').nth(2);
    expect(await lag.evaluate((select: HTMLElement) => select.matches(':focus'))).toBe(true);
    await lag.selectOption('0');
    await page.locator('pl-value-ladder').getByText('the same evening').waitFor();
    expect(await textOf(page, 'pl-value-ladder')).toContain('2020-09-03 T−1 · known by then');
  });

  test('carries the published NAV on with futures typed by hand', async ({ open }) => {
    const { page } = await open({ locale: 'en-GB' });
    await openLadder(page, 'en-GB');
    await page.locator('pl-value-ladder pl-field input').fill('1');
    await page.locator('pl-value-ladder pl-waterfall').waitFor();
    const steps = await textOf(page, 'pl-value-ladder pl-waterfall');
    expect(steps).toContain('NAV 4.3770 +15.60 %');
    expect(steps).toContain('Futures +1.00 % 4.4208 +14.46 % −1.14 pp');
    expect(steps).toContain('Estimate 4.4208 +14.46 %');
  });
});

describe('a NAV carried on by hand', () => {
  const field = (page: Page, place: number) =>
    page.locator('pl-check-estimate pl-field input').nth(place);

  async function openFold(page: Page): Promise<void> {
    await page.locator('pl-check-view details.estimate > summary').click();
    await page.locator('pl-check-estimate').waitFor();
  }

  test('2 × 1.02 × 1.01 × 1.02 makes 4.68 % of what looked like 10 %', async ({ open }) => {
    const { page, log } = await open({ locale: 'zh-CN', viewport: phone });
    await check(page, '2.200', '2');
    await openFold(page);
    await field(page, 0).fill('２');
    await field(page, 2).fill('20,000');
    await field(page, 3).fill('20400');
    await field(page, 7).fill('1%');
    await field(page, 10).fill('2');
    await page.locator('pl-check-estimate').getByText('+4.68').first().waitFor();
    const answer = await textOf(page, 'pl-check-estimate');
    expect(answer).toContain('估算值 2.1016');
    expect(answer).toContain('溢价 对已公布的净值 +10.00 %');
    expect(answer).toContain('汇率 +2.00 % 2.1016 +4.68 % −2.09 个百分点');
    expect(await overflow(page)).toBe(0);
    expect(log.problems).toEqual([]);
  });

  test('refuses what would count twice, at the field, and keeps what was typed', async ({
    open,
  }) => {
    const { page } = await open({ locale: 'en-GB' });
    await check(page, '2.200', '2');
    await openFold(page);
    const part = page.locator('pl-check-estimate');
    await field(page, 0).fill('2');
    await part.locator('#nav_date').fill('2026-01-08');
    await field(page, 4).fill('3');
    await part.locator('#index_to_date').fill('2026-01-08');
    await field(page, 7).fill('1');
    await part.locator('#contract_from').fill('NQH26');
    await part.locator('#contract_to').fill('NQM26');
    await part.locator('fieldset').nth(1).getByText('the roll is no move').waitFor();
    const fields = part.locator('fieldset');
    expect(await fields.nth(0).innerText()).toContain('it would count twice');
    expect(await textOf(page, 'pl-check-estimate dl')).toContain('2.0000');
    await page.evaluate(() => Object.assign(location, { hash: '#/learn' }));
    await part.waitFor({ state: 'detached' });
    await page.evaluate(() => Object.assign(location, { hash: '#/check' }));
    await openFold(page);
    expect(await field(page, 0).inputValue()).toBe('2');
    expect(await part.locator('#contract_to').inputValue()).toBe('NQM26');
  });
});
