// What a premium can cost: scenarios, the grid, the odds of holding, the fees; each from the data.
import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { violations } from './axe.ts';
import { expect, test } from './harness/test.ts';
import { overflow, paste, sizes, textOf, weekdays } from './page-helpers.ts';

/** A fund of New York's: the premium swings between 2 and 10 %, the value goes up and down. */
function swinging(count: number): string {
  const rows = weekdays(count).map((day, index) => {
    const value = 1.5 * (1 + 0.08 * Math.sin(index / 17) + 0.02 * Math.sin(index * 1.7));
    const premium = 0.06 + 0.04 * Math.sin(index / 11) + 0.003 * Math.sin(index * 2.3);
    return `513100,${day},${(value * (1 + premium)).toFixed(3)},${value.toFixed(4)}`;
  });
  return ['代码,日期,收盘价,单位净值', ...rows].join('\n');
}

/** Percentages of a text, as fractions. */
const fractions = (text: string): number[] =>
  [...text.matchAll(/([+−]?)(\d+\.\d+)\s?%/g)].map(
    ([, sign, digits]) => ((sign === '−' ? -1 : 1) * Number(digits)) / 100,
  );

/** As textOf, of any element: numbers with a card stand in shadow roots. */
const textIn = (place: Locator): Promise<string> =>
  place.evaluate((element) => {
    const gather = (node: Node): string => {
      if (node instanceof Text) return node.data;
      const inside = (node instanceof Element && node.shadowRoot) || node;
      return [...inside.childNodes].map(gather).join(' ');
    };
    return gather(element).replace(/\s+/g, ' ');
  });

async function openFold(page: Page, name: string): Promise<void> {
  await page.locator('pl-verdict-cards').waitFor();
  await page.locator(`#${name} > summary`).click();
}

describe('what it can cost', () => {
  test('closing is told as scenarios with their parts, for a value change of the reader’s', async ({
    open,
  }) => {
    const { page, log } = await open({ locale: 'zh-CN', viewport: sizes.phone });
    await paste(page, swinging(400));
    await openFold(page, 'loss');
    const panel = page.locator('pl-loss-scenarios');
    const row = panel.getByRole('row', { name: /^回到净值/ });
    await row.waitFor();
    const cells = async () => fractions(await textIn(row));
    const [lead = 0] = fractions((await textOf(page, 'pl-loss-scenarios')).slice(0, 60));
    const [, total = 0, value = 1, premium = 0, cross = 1, even = 0] = await cells();
    expect(total).toBeCloseTo(1 / (1 + lead) - 1, 3);
    expect([value, cross]).toEqual([0, 0]);
    expect(premium).toBeCloseTo(total, 10);
    expect(even).toBeCloseTo(lead, 3);
    await panel.getByText('情景与假设').click();
    await panel.getByLabel('净值变动').fill('-10');
    await expect.poll(async () => (await cells())[2]).toBe(-0.1);
    expect((await cells())[1]).toBeCloseTo(0.9 / (1 + lead) - 1, 3);
    expect(await textOf(page, 'pl-loss-scenarios')).toContain('情景，非预测');
    // The sources' cases: the printed figure, the exact one, and what the print would need.
    await panel.getByText('资料印出的算例').click();
    const cases = await textOf(page, 'pl-loss-scenarios');
    for (const figure of [
      '−14.41 %',
      '−14.4068 %',
      '−18.69 %',
      '−18.6864 %',
      '−10.19 %',
      '−10.1875 %',
      '+0.30 %',
    ]) {
      expect(cases.replaceAll('\u202f', ' ')).toContain(figure);
    }
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(log.problems).toEqual([]);
  });

  test('the grid has sign and number in each cell, break-even and the past', async ({ open }) => {
    const { page, log } = await open({ locale: 'en-GB', viewport: sizes.phone });
    await paste(page, swinging(400));
    await openFold(page, 'grid');
    const panel = page.locator('pl-outcome-grid');
    const table = panel.getByRole('table').first();
    await table.waitFor();
    const heads = (await table.getByRole('columnheader').allInnerTexts()).slice(1, -1);
    const changes = heads.map(
      (head) => Number(head.replace('−', '-').replace(/[\s+%]/g, '')) / 100,
    );
    const today = table.getByRole('row', { name: /as today/ });
    const shown = fractions(await textIn(today));
    // The premium itself, then the value's change in each column, then no growth needed.
    expect(shown.slice(1, -1)).toEqual(changes);
    expect(shown.at(-1)).toBe(0);
    const words = await textOf(page, 'pl-outcome-grid');
    const count = Number(/(\d+) in all/.exec(words)?.[1]);
    expect(count).toBeGreaterThan(1);
    expect(await panel.locator('circle').count()).toBe(count);
    await panel.getByText('The past days', { exact: true }).click();
    expect(await panel.getByRole('table').nth(1).getByRole('row').count()).toBe(count + 1);
    await panel.getByText('Axes, rule').click();
    await panel.getByLabel('What counts as close').selectOption('nearest');
    await panel.getByLabel('How many of the closest').fill('3');
    await expect.poll(() => textOf(page, 'pl-outcome-grid')).toContain('3 in all');
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(log.problems).toEqual([]);
  });

  test('the odds of holding come in closed form and as a simulation', async ({ open }) => {
    const { page, log } = await open({ locale: 'zh-CN', viewport: sizes.phone });
    await paste(page, swinging(400));
    await openFold(page, 'path');
    const panel = page.locator('pl-path-risk');
    const table = (name: string) => panel.getByRole('table', { name });
    const losses = async (name: string) =>
      fractions(await textIn(table(name).getByRole('row', { name: /^亏损的概率/ })));
    await table('模拟').waitFor();
    const closed = await losses('公式');
    const simulated = await losses('模拟');
    expect(closed).toHaveLength(4);
    for (const [place, chance] of closed.entries()) {
      expect(chance).toBeGreaterThan(0);
      expect(simulated[place]).toBeCloseTo(chance, 1);
    }
    await panel.getByText('假设', { exact: true }).click();
    await panel.getByLabel('净值的年漂移').fill('50');
    await expect.poll(async () => (await losses('公式'))[3]).toBeLessThan(closed[3] ?? 0);
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(log.problems).toEqual([]);
  });

  test('too few days say how many it takes', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await paste(page, swinging(40));
    await openFold(page, 'path');
    // Of 40 days the first two have no NAV published by then.
    await expect.poll(() => textOf(page, 'pl-path-risk')).toMatch(/61.*38/);
    expect(await page.locator('pl-path-risk table').count()).toBe(0);
  });

  test('the premium is told in years of fee, of one fund and of several', async ({ open }) => {
    const { page, log } = await open({ locale: 'zh-CN', viewport: sizes.phone });
    await paste(page, swinging(300));
    await openFold(page, 'fees');
    const words = () => textOf(page, 'pl-fee-years');
    await expect.poll(words).toContain('年费率 0.80');
    const [premium = 0] = fractions(await words());
    const years = Number(/相当于 ([\d.]+)/.exec(await words())?.[1]);
    expect(years).toBeCloseTo(premium / 0.008, 0);
    const panel = page.locator('pl-fee-years');
    await panel.getByText('费率、成本与持有期').click();
    await panel.getByLabel('年费率').fill('1.6');
    await expect
      .poll(async () => Number(/相当于 ([\d.]+)/.exec(await words())?.[1]))
      .toBeCloseTo(years / 2, 0);
    await panel.getByText('论文表 3-6').click();
    expect((await words()).replaceAll('\u202f', ' ')).toContain('+3.5553 %');
    await paste(
      page,
      '代码,名称,最新价,IOPV\n513100,纳指ETF,1.040,1.0000\n513050,中概,1.010,1.0000',
    );
    await page.locator('pl-funds tbody a').first().waitFor();
    const fold = page.locator('#fees');
    if (!(await fold.evaluate((element) => (element as HTMLDetailsElement).open)))
      await fold.locator('summary').first().click();
    const row = panel.getByRole('row', { name: /513100/ }).first();
    await expect.poll(() => textIn(row)).toMatch(/0\.80.%.*\+4\.00.%.*\+4\.80.%.*5\.0/);
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(log.problems).toEqual([]);
  });
});
