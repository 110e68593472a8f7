// How unusual the premium is: the folds of the fund's own past, with the numbers of data made so
// that they are known.
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { violations } from './axe.ts';
import { expect, test } from './harness/test.ts';
import { overflow, paste, sizes, textOf, weekdays } from './page-helpers.ts';

/** 99 days at +0.1 % and −0.1 % by turns, then 2.5 %. The value moves, and is the day's IOPV. */
const text = ['代码,日期,收盘价,IOPV']
  .concat(
    weekdays(100).map((day, index) => {
      const value = 2 + 0.01 * ((index * 7) % 13);
      const premium = index === 99 ? 0.025 : index % 2 === 0 ? 0.001 : -0.001;
      return `513100,${day},${(value * (1 + premium)).toFixed(6)},${value.toFixed(4)}`;
    }),
  )
  .join('\n');

const open = async (page: Page, fold: string, element: string) => {
  await page.locator(`#${fold} summary`).first().click();
  await page.locator(element).locator('pl-sample').first().waitFor();
};

const viewport = sizes.phone;

describe('on a phone', () => {
  test('standing, persistence, description and days say what is in the data', async ({
    open: openPage,
  }) => {
    const { page, log } = await openPage({ locale: 'zh-CN', viewport });
    await paste(page, text);
    await open(page, 'standing', 'pl-own-standing');
    const standing = await textOf(page, 'pl-own-standing');
    expect(standing).toMatch(/2022-05-20 的溢价率 \+2\.50\s*% 骤然扩大：此前 60 日的中位数是/);
    expect(standing).toMatch(/近 20 日 100\.0\s*%/);
    expect(standing).toMatch(/近 120 日 需 120 日，只有 100 日/);
    await page.locator('pl-lines-chart canvas').first().waitFor();

    await open(page, 'persistence', 'pl-premium-persistence');
    const persistence = await textOf(page, 'pl-premium-persistence');
    expect(persistence).toContain('情景，非预测');
    expect(persistence).toMatch(/60 个交易日 [+−]\d/);
    expect(await page.locator('pl-premium-persistence svg[role=img]').count()).toBe(1);

    await open(page, 'describe', 'pl-premium-description');
    const about = await textOf(page, 'pl-premium-description');
    // (50 × 0.1 − 49 × 0.1 + 2.5) / 100 percent; the highest is the last day's.
    expect(about).toMatch(/均值 \+0\.03\s*%/);
    expect(about).toMatch(/最大值 \+2\.50\s*% 2022-05-20/);
    expect(about).toMatch(/2022 100 \+0\.03/);

    await open(page, 'disclosure', 'pl-premium-days');
    const days = await textOf(page, 'pl-premium-days');
    expect(days).toMatch(/49 · 49\.0\s*% 不足 0\.5\s*% 50 · 50\.0\s*%/);
    expect(days).toMatch(/2022 年 2 季度 \d+ \d+ \d+ 1 1 1 0 0 0/);
    expect(days).toContain('韩国交易所');

    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(log.problems).toEqual([]);
  });
});

test('the longer English words fit a phone too', async ({ open: openPage }) => {
  const { page } = await openPage({ locale: 'en-GB', viewport: sizes.phone });
  await paste(page, text);
  for (const [fold, element] of [
    ['standing', 'pl-own-standing'],
    ['persistence', 'pl-premium-persistence'],
    ['describe', 'pl-premium-description'],
    ['disclosure', 'pl-premium-days'],
  ] as const) {
    await open(page, fold, element);
    expect(`${fold} ${await overflow(page)}`).toBe(`${fold} 0`);
  }
});

test('a bar that is changed changes the finding, is marked and is undone', async ({
  open: openPage,
}) => {
  const { page } = await openPage({ locale: 'en-GB' });
  await paste(page, text);
  await open(page, 'standing', 'pl-own-standing');
  const panel = page.locator('pl-own-standing');
  await panel.getByText('The premium widened suddenly on 2022-05-20').waitFor();
  await panel.locator('summary').last().click();
  await panel.getByLabel('Least distance that counts').fill('3');
  await panel.getByText('No sudden widening on 2022-05-20').waitFor();
  await panel.getByRole('button', { name: /Least distance that counts/ }).click();
  await panel.getByText('The premium widened suddenly on 2022-05-20').waitFor();
});

test('a period of its own is described, and the years stay to choose from', async ({
  open: openPage,
}) => {
  const { page } = await openPage({ locale: 'en-GB' });
  await paste(page, text);
  await open(page, 'describe', 'pl-premium-description');
  const panel = page.locator('pl-premium-description');
  await panel.getByLabel('To', { exact: true }).fill('2022-01-14');
  await panel.getByText('n = 10, 2022-01-03 to 2022-01-14').waitFor();
  // Five days at +0.1 % and five at −0.1 %.
  expect(await textOf(page, 'pl-premium-description')).toMatch(/Mean 0\.00\s*%/);
  await panel.getByLabel('Period').selectOption('2022');
  await panel.getByText('n = 100,').waitFor();
});

test('a premium that runs away has no scenario and no end of a half-life', async ({
  open: openPage,
}) => {
  const { page } = await openPage({ locale: 'en-GB' });
  const rows = weekdays(60).map((day, index) => {
    const premium = 0.002 * 1.06 ** index + (index % 2) * 0.0002;
    return `513100,${day},${(2 + 2 * premium).toFixed(6)},2.0000`;
  });
  await paste(page, ['代码,日期,收盘价,IOPV', ...rows].join('\n'));
  await open(page, 'persistence', 'pl-premium-persistence');
  const said = await textOf(page, 'pl-premium-persistence');
  expect(said).toContain('No premium is worked out for the days ahead');
  expect(said).not.toContain('under a session');
  expect(await page.locator('pl-expected-fan').count()).toBe(0);
});
