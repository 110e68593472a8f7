// What only the reader knows, the bars he changes, the causes, and his own money.
import { text } from 'node:stream/consumers';
import { describe } from 'vitest';
import { violations } from './axe.ts';
import { expect, test } from './harness/test.ts';
import {
  dropFiles,
  historyRows,
  overflow,
  paste,
  sizes,
  textOf,
  weekdays,
} from './page-helpers.ts';

/** A fund of New York's, around 8 % above its value. */
const dear = (count: number) =>
  [
    '代码,日期,收盘价,单位净值',
    ...historyRows(count).map(
      ([day, , value]) => `513100,${day},${(1.08 * Number(value)).toFixed(3)},${value}`,
    ),
  ].join('\n');

const viewport = sizes.phone;

describe('on a phone', () => {
  test('a tick changes the findings, is kept, and is taken back', async ({ open }) => {
    const { page, log } = await open({ locale: 'zh-CN', viewport });
    await paste(page, dear(80));
    await page.locator('#known > summary').click();
    const known = page.locator('pl-known');
    await known.locator('input[name=risk_notice]').check();
    await page.locator('pl-findings').getByText('基金发布了溢价风险提示公告').waitFor();
    await known.locator('input[type=date]').first().fill('2022-04-20');
    await page.locator('pl-findings').getByText('你指出（2022-04-20）').waitFor();
    await known.locator('pl-select[name=purchase] select').selectOption('limited');
    await page.locator('pl-findings').getByText('你指出：限制申购').waitFor();
    // Another denominator is another analysis; what was said is still said.
    await page.locator('pl-denominator input').last().check();
    await expect
      .poll(() => textOf(page, 'pl-findings'))
      .toMatch(/你指出（2022-04-20）.*你指出：限制申购/);
    await page.locator('#causes > summary').click();
    await expect
      .poll(() => page.locator('pl-causes [data-cause=quota]').getAttribute('data-status'))
      .toBe('for');
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await known.locator('pl-field input').fill('-5');
    await known.getByText('上限须大于 0').waitFor();
    await known.locator('pl-field input').fill('１０００');
    await page
      .locator('pl-findings')
      .getByText(/限制申购，上限 1,000/)
      .waitFor();
    // An exported JSON brings back what was said, where the tab would have forgotten it.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('pl-export').getByText('JSON').click(),
    ]);
    const exported = await text(await download.createReadStream());
    await paste(page, dear(70));
    await expect.poll(() => textOf(page, 'pl-findings')).not.toContain('你指出');
    await dropFiles(page, [{ name: 'again.json', text: exported }]);
    await expect
      .poll(() => textOf(page, 'pl-findings'))
      .toMatch(/你指出（2022-04-20）.*你指出：限制申购，上限 1,000/);
    await known.getByText('全部取消').click();
    await expect.poll(() => textOf(page, 'pl-findings')).not.toContain('你指出');
    expect(log.problems).toEqual([]);
  });

  test('a changed bar is judged by, marked, kept and restored', async ({ open }) => {
    const { page } = await open({ locale: 'en-GB', viewport });
    await paste(page, dear(80));
    await page.locator('#bars > summary').click();
    const rule = page.locator('[data-rule="premium_over_5.warn"]');
    await rule.getByText('seen now', { exact: true }).waitFor();
    await rule.locator('input').first().fill('7');
    await page.locator('pl-findings').getByText('over the warning line of 7').waitFor();
    expect(await textOf(page, 'pl-findings')).toMatch(/warning line of 7\s*%.*5\s*%/);
    await rule.locator('input').first().fill('12');
    await rule.getByText('not seen now').waitFor();
    expect(await textOf(page, 'pl-findings')).not.toContain('warning line');
    expect(await overflow(page)).toBe(0);
    await page.locator('pl-rule-bars').getByText('Restore all').click();
    await page.locator('pl-findings').getByText('over the warning line of 5').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('fills are split to the cent, and one that cannot be is told', async ({ open }) => {
    const { page, log } = await open({ locale: 'en-GB', viewport });
    await paste(page, dear(80));
    const days = weekdays(80);
    await page.locator('#my-trade > summary').click();
    const trade = page.locator('pl-my-trade');
    const fills = `date,side,shares,price,fee\n${days[10]},buy,1000,1.631,5\n${days[20]},sell,400,9,5`;
    expect(await textOf(page, 'pl-my-trade')).not.toMatch(/Too little data|needed/);
    await trade.locator('textarea').fill(fills);
    await trade.getByText('further from the close').waitFor();
    const amountOf = async (part: string) => {
      const text = await textOf(page, `pl-my-trade tr[data-part=${part}]`);
      const first = text.match(/[+\u2212]?[\d,]+\.\d\d/)?.[0] ?? '';
      return Number(first.replace(/[,+]/g, '').replace('\u2212', '-'));
    };
    // 400 sold at 9; the rest at the last close, 1.08 × 1.579.
    const money = 400 * (9 - 1.631) + 600 * (1.705 - 1.631) - 10;
    const total = await amountOf('total');
    expect(total).toBeCloseTo(money, 2);
    const parts = await Promise.all(['value', 'premium', 'cost'].map(amountOf));
    expect(parts[2]).toBe(-10);
    expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - total)).toBeLessThan(0.02);
    // What cannot be read leaves the last answer.
    await trade.locator('textarea').fill('no table at all');
    await trade.getByText('Below is still the answer').waitFor();
    expect(await amountOf('total')).toBe(total);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(log.problems).toEqual([]);
  });

  test('positions against the guide, and batches over the past', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN', viewport });
    await paste(page, dear(80));
    await page.locator('#positions > summary').click();
    const positions = page.locator('pl-positions');
    await positions.locator('textarea').fill('513100,10800\n888888,500');
    await positions.locator('pl-field input').first().fill('10万');
    // 8 % above the value published two sessions before, which was a little lower.
    await expect
      .poll(() => textOf(page, 'pl-positions'))
      .toMatch(/10\.80\s*%.*在指南所说的 10\s*%–15\s*% 之间.*1 项认不出类型/);
    expect(await textOf(page, 'pl-positions tr[data-to=zero]')).toMatch(/\u22128\d\d\.\d\d/);
    await page.locator('#batches > summary').click();
    await expect.poll(() => textOf(page, 'pl-batches')).toMatch(/起点数 65 63/);
    expect(await textOf(page, 'pl-batches')).toMatch(/互不重叠的起点需要 10 个，现有 5 个/);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
});
