// How unusual a premium is: the four verdicts, its episodes and what followed a bar.
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { violations } from './axe.ts';
import { expect, test } from './harness/test.ts';
import { dropFiles, overflow, sizes, textOf, weekdays } from './page-helpers.ts';

const header = '代码,日期,收盘价,单位净值';

/** Fifteen spikes of 6, 8 and 2 % over a NAV of 2, ten days at 0.4 % before each; the last is at 8 %. */
function spikes(code: string, dearer = 0): string[] {
  return weekdays(194).map((day, at) => {
    const premium = [0.06, 0.08, 0.02][(at % 13) - 10] ?? 0.004;
    return `${code},${day},${(2 * (1 + premium + dearer)).toFixed(3)},2.0000`;
  });
}

const spikesText = [header, ...spikes('513500')].join('\n');

async function opened(page: Page, fold: string, text = spikesText): Promise<void> {
  await dropFiles(page, [{ name: 'history.csv', text }]);
  await page.locator('pl-verdict-cards').waitFor();
  await page.locator(`details#${fold} > summary`).click();
}

test('a sudden widening and an A shape under way stand beside the four verdicts', async ({
  open,
}) => {
  const { page, log } = await open({ locale: 'en-GB' });
  await dropFiles(page, [{ name: 'history.csv', text: spikesText }]);
  await page.locator('pl-four-verdicts .now').nth(1).waitFor();
  const text = await textOf(page, 'pl-four-verdicts');
  expect(text).toContain('Sudden widening: +8.00 %, against a median of +0.40 %');
  expect(text).toContain('On the rising leg of an A shape');
  // On a desk they stand beside the main verdict, not below it.
  await page.setViewportSize({ width: 1280, height: 900 });
  const four = await page.locator('pl-four-verdicts').boundingBox();
  const main = await page.locator('pl-verdict-cards pl-verdict').boundingBox();
  expect(four?.x).toBeGreaterThan((main?.x ?? 0) + (main?.width ?? 0));
  expect(four?.y).toBeLessThan(main?.y ?? 0);
  expect(log.problems).toEqual([]);
});

describe('the episodes of a premium', () => {
  test('are listed with what closed them, and an A shape is told of the latest day', async ({
    open,
  }) => {
    const { page, log } = await open({ locale: 'zh-CN' });
    await opened(page, 'episodes');
    await page.locator('pl-episode-list li').first().waitFor();
    const text = await textOf(page, 'pl-episodes');
    expect(text).toContain('处于 A 型走势的上升段。溢价从 +0.40 % 升到 +8.00 %');
    expect(text).toContain('溢价达到 5 % 的行情共 15 轮：价格下跌收口 14，尚未收口 1');
    expect(text).toContain('194 个观测');
    // Each is marked in the chart, whose name says so in words.
    await page.locator('pl-episode-chart canvas').first().waitFor();
    const chart = page.locator('pl-episode-chart [role="img"]').first();
    expect(await chart.getAttribute('aria-label')).toContain('标出 15 轮行情的起点、顶点与终点');
    const second = page.locator('pl-episode-list').first().locator('li').nth(1);
    await second.locator('summary').first().click();
    const inside = await second.innerText();
    // Bought at 2.12 and sold at 2.04: −3.77 %; at the peak of 2.16: −5.56 %.
    expect(inside).toContain('−3.77');
    expect(inside).toContain('−5.56');
    expect(log.problems).toEqual([]);
  });

  test('take another bar, which is marked and taken back', async ({ open }) => {
    const { page } = await open({ locale: 'en-GB' });
    await opened(page, 'episodes');
    await page.locator('pl-episode-list li').first().waitFor();
    const bar = page.locator(
      'pl-episodes > pl-bar-field, pl-episodes pl-bar-field[name="episodes.bar"]',
    );
    await bar.locator('input').fill('7');
    await page.locator('pl-episodes').getByText('15 episodes at 7').first().waitFor();
    const field = await textOf(page, 'pl-bar-field[name="episodes.bar"]');
    expect(field).toContain('5 %');
    await bar.locator('button.quiet').click();
    await page.locator('pl-episodes').getByText('15 episodes at 5').first().waitFor();
  });

  test('on a phone: nothing beyond the edge, and no obstacle that axe knows', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN', viewport: sizes.phone });
    await opened(page, 'episodes');
    await page.locator('pl-episode-list li').first().waitFor();
    await page.locator('details#after-bar > summary').click();
    await page.locator('pl-outcomes table').first().waitFor();
    await page.locator('pl-episode-list summary').first().click();
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});

describe('after a bar', () => {
  test('the outcomes have counts and intervals, on the published and the same-day NAV', async ({
    open,
  }) => {
    const { page, log } = await open({ locale: 'zh-CN' });
    await opened(page, 'after-bar');
    await page.locator('pl-outcomes table').first().waitFor();
    const text = await textOf(page, 'pl-after-bar');
    expect(text).toContain('独立的行情 15 次');
    expect(text).toContain('按同日净值（事后对照）');
    // A day later the premium is two points higher each time, and the price with it.
    expect(text).toMatch(/1 天 15 \+2\.00 个百分点 \[ \+2\.00 , \+2\.00 \].*\+1\.89 %/);
    await page.locator('pl-after-bar pl-choice').getByText('20 %').click();
    await page.locator('pl-after-bar').getByText('没有从线下升到 20 %').first().waitFor();
    expect(log.problems).toEqual([]);
  });

  test('under ten episodes there is a list and no average', async ({ open }) => {
    const { page } = await open({ locale: 'en-GB' });
    await opened(page, 'after-bar', [header, ...spikes('513500').slice(0, 60)].join('\n'));
    await page.locator('pl-outcomes table').first().waitFor();
    const text = await textOf(page, 'pl-after-bar');
    expect(text).toContain('Fewer than 10 separate episodes (4)');
    expect(text).not.toContain('median');
    expect(await page.locator('pl-outcomes').first().locator('tbody tr').count()).toBe(4);
  });
});

describe('the four verdicts', () => {
  test('stand side by side, the first in sight at once on a phone', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN', viewport: sizes.phone });
    await dropFiles(page, [{ name: 'history.csv', text: spikesText }]);
    await page.locator('pl-four-verdicts .cell').nth(3).waitFor();
    const text = await textOf(page, 'pl-four-verdicts');
    expect(text).toContain('同类 ◆ 区间外');
    expect(text).toMatch(/自身历史 . (异常偏高|常见)/);
    expect(text).toContain('没有可比的基金 再粘贴跟踪同一指数（标普500）的其他基金');
    expect(text).toContain('绝对警戒线 ◆ 已超过 超过 5 % 的警戒线，下一条 10 %');
    const first = await page.locator('pl-verdict pl-number').first().boundingBox();
    expect((first?.y ?? 1e9) + (first?.height ?? 0)).toBeLessThan(sizes.phone.height - 56);
    expect(await overflow(page)).toBe(0);
  });

  test('of a fund among several are also against the others on its index', async ({ open }) => {
    const { page } = await open({ locale: 'en-GB' });
    const text = [header, ...spikes('513500'), ...spikes('159612', 0.03)].join('\n');
    await dropFiles(page, [{ name: 'panel.csv', text }]);
    await page.locator('pl-funds').waitFor();
    const address = page.url().replace(/#.*/, '#/history/159612');
    await page.goto(address);
    await page.locator('pl-four-verdicts .cell').nth(3).waitFor();
    const shown = await textOf(page, 'pl-four-verdicts');
    expect(shown).toContain('Above others on its index');
    expect(shown).toContain('3.00 pp above the lowest (+8.00 %) of 1 other funds');
  });
});
