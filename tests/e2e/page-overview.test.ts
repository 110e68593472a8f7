// Several funds: on one day, over many days, one of them chosen, and the way back. And the tables
// that are of no fund: pairs, and one day's minutes.
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { expect, test } from './harness/test.ts';
import {
  historyRows,
  longestTask,
  overflow,
  paste,
  textOf,
  watchLongTasks,
} from './page-helpers.ts';

const day = [
  '代码,名称,最新价,IOPV,成交额,申购状态',
  '513100,纳指ETF国泰,1.904,1.7445,8.2亿,暂停申购',
  '513050,中概互联网ETF,1.200,1.210,12.5亿,开放申购',
  '159920,恒生ETF,1.330,1.312,3.1亿,开放申购',
  '510300,沪深300ETF,4.001,4.000,25亿,开放申购',
].join('\n');

const codesShown = (page: Page) =>
  page.locator('pl-funds tbody th a').evaluateAll((links) => links.map((link) => link.textContent));

describe('many funds on one day', () => {
  test('are a table, the highest premium first, with verdict and warnings', async ({ open }) => {
    const { page, log } = await open({ locale: 'zh-CN' });
    await paste(page, day);
    await page.locator('pl-funds table').waitFor();
    expect(await codesShown(page)).toEqual(['513100', '159920', '510300', '513050']);
    const text = await textOf(page, 'pl-funds');
    expect(text).toMatch(/513100 纳指ETF国泰.*\+9\.14 %.*区间外.*8\.2 亿元.*暂停申购/);
    expect(text).toContain('−0.83 %');
    expect(await textOf(page, 'pl-dataset')).toContain('4 只基金');
    expect(log.problems).toEqual([]);
  });

  test('are sorted by any column, by keyboard too, and the order is said', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await paste(page, day);
    const header = page.locator('pl-funds th[scope=col]');
    await header.first().waitFor();
    expect(await header.nth(1).getAttribute('aria-sort')).toBe('descending');
    await header.nth(1).getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await header.nth(1).getAttribute('aria-sort')).toBe('ascending');
    expect((await codesShown(page))[0]).toBe('513050');
    await header.filter({ hasText: '成交额' }).getByRole('button').click();
    expect(await header.nth(1).getAttribute('aria-sort')).toBe('none');
    expect(await codesShown(page)).toEqual(['510300', '513050', '513100', '159920']);
  });

  test('are filtered by words, by verdict and by warnings', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await paste(page, day);
    const filter = page.locator('pl-fund-filter');
    await filter.getByLabel('代码、名称或指数').fill('etf 互联');
    await expect.poll(() => codesShown(page)).toEqual(['513050']);
    await filter.getByLabel('代码、名称或指数').fill('没有这只');
    await page.getByText('没有符合筛选条件的基金').waitFor();
    await filter.getByRole('button', { name: '清除筛选' }).click();
    await filter.getByLabel('只看有提示的').check();
    await expect.poll(() => codesShown(page)).not.toContain('513050');
    expect(await codesShown(page)).toContain('513100');
    await filter.getByLabel('判断').selectOption('outside');
    await expect.poll(() => codesShown(page)).toEqual(['513100']);
  });

  test('show their warnings in place, and one fund on its own', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await paste(page, day);
    const count = page.locator('pl-funds .count').first();
    await count.click();
    expect(await count.getAttribute('aria-expanded')).toBe('true');
    expect(await textOf(page, 'pl-funds .detail')).toContain('溢价警戒线');
    await page.locator('pl-funds .detail a').click();
    await page.locator('pl-verdict-cards').waitFor();
    expect(page.url()).toContain('#/history/513100');
    expect(await textOf(page, 'pl-verdict')).toContain('+9.14 %');
    await page.locator('pl-fund-picker .back').click();
    await page.locator('pl-funds table').waitFor();
    expect(page.url()).toMatch(/#\/history$/);
  });

  test('fit a phone, the premium in sight', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN', viewport: { width: 360, height: 740 } });
    await paste(page, day);
    const premium = await page.locator('pl-funds td.premium').first().boundingBox();
    expect((premium?.x ?? 0) + (premium?.width ?? 1e3)).toBeLessThan(360);
    expect(await overflow(page)).toBe(0);
  });

  test('fit a phone in English, whose words are longer, the warnings in sight', async ({
    open,
  }) => {
    const { page } = await open({ locale: 'en-GB', viewport: { width: 360, height: 740 } });
    await paste(page, day);
    const count = await page.locator('pl-funds button.count').first().boundingBox();
    expect((count?.x ?? 0) + (count?.width ?? 1e3)).toBeLessThan(344);
    expect(await overflow(page)).toBe(0);
  });

  test('a thousand: the page stays quick, the header stays in sight', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN', before: watchLongTasks });
    const rows = Array.from(
      { length: 1000 },
      (_, index) => `${510000 + index},基金${index},${(1 + index / 5000).toFixed(4)},1`,
    );
    await paste(page, ['代码,名称,最新价,IOPV', ...rows].join('\n'));
    await page.locator('pl-funds table').waitFor();
    expect(await codesShown(page)).toHaveLength(100);
    const scroll = page.locator('pl-funds .scroll');
    for (let count = 0; count < 12; count++) {
      await scroll.evaluate((box) => box.scrollTo(0, box.scrollHeight));
      await page.waitForTimeout(60);
    }
    await expect.poll(async () => (await codesShown(page)).length).toBe(1000);
    const box = await scroll.boundingBox();
    const head = await page.locator('pl-funds thead th').first().boundingBox();
    expect(Math.abs((head?.y ?? 0) - (box?.y ?? 0))).toBeLessThan(3);
    await page.locator('pl-fund-filter input').first().fill('基金99');
    await expect.poll(async () => (await codesShown(page)).length).toBe(11);
    // A machine that builds meanwhile is slow; a table drawn as a whole takes seconds.
    expect(await longestTask(page)).toBeLessThan(700);
  });
});

describe('many funds on many days', () => {
  const rows = historyRows(60);
  const panel = ['代码,名称,日期,收盘价,单位净值'].concat(
    [
      ['513100', '纳指ETF国泰'],
      ['513050', '中概互联网ETF'],
      ['159920', '恒生ETF'],
    ].flatMap((fund) => rows.map((row) => [...fund, ...row].join(','))),
  );

  test('are an overview; a fund is opened, changed and left, back and forward too', async ({
    open,
  }) => {
    const { page, log } = await open({ locale: 'zh-CN' });
    await paste(page, panel.join('\n'));
    await page.locator('pl-funds table').waitFor();
    expect(await codesShown(page)).toHaveLength(3);
    expect(await textOf(page, 'pl-dataset')).toContain('2022-01-03 至');
    await page.getByRole('link', { name: '513050' }).click();
    await page.getByRole('heading', { name: '513050' }).waitFor();
    await page.locator('pl-chart canvas').first().waitFor();
    await page.locator('pl-fund-picker input').fill('恒生');
    await page.keyboard.press('Tab');
    await page.getByRole('heading', { name: '159920' }).waitFor();
    await page
      .locator('pl-fund-picker')
      .getByRole('link', { name: /上一只|下一只/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '159920' }).waitFor({ state: 'detached' });
    await page.goBack();
    await page.getByRole('heading', { name: '159920' }).waitFor();
    await page.goBack();
    await page.goBack();
    await page.locator('pl-funds table').waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: '513050' }).waitFor();
    expect(log.problems).toEqual([]);
  });

  test('the filter is still there after a look at one fund', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await paste(page, panel.join('\n'));
    await page.locator('pl-fund-filter').getByLabel('代码、名称或指数').fill('恒生');
    await page.getByRole('link', { name: '159920' }).click();
    await page.locator('pl-fund-picker .back').click();
    await page.locator('pl-funds table').waitFor();
    expect(await codesShown(page)).toEqual(['159920']);
  });

  test('a new paste while one fund is shown takes its place', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await paste(page, panel.join('\n'));
    await page.getByRole('link', { name: '513050' }).click();
    await page.getByRole('heading', { name: '513050' }).waitFor();
    await paste(page, day);
    await page.getByRole('heading', { name: '4 只基金' }).waitFor();
    expect(page.url()).toMatch(/#\/history$/);
  });

  test('a table that cannot be used leaves the fund that is shown', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await paste(page, panel.join('\n'));
    await page.getByRole('link', { name: '513050' }).click();
    await page.getByRole('heading', { name: '513050' }).waitFor();
    await paste(page, '日期,收盘\n2025-01-02,1.8\n2025-01-03,1.9');
    await page.locator('pl-waiting').waitFor();
    await page.getByRole('heading', { name: '513050' }).waitFor();
    expect(page.url()).toMatch(/513050$/);
  });

  test('a fund that is not there is said not to be', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await paste(page, panel.join('\n'));
    await page.getByRole('link', { name: '513050' }).click();
    await page.locator('pl-fund-picker input').fill('白银');
    await page.keyboard.press('Tab');
    await page.locator('pl-fund-picker').getByText('没有找到“白银”').waitFor();
  });
});

test('pairs are judged row by row', async ({ open }) => {
  const { page } = await open({ locale: 'en-GB' });
  await paste(page, 'price,IOPV\n1.804,1.7445\n1.700,1.7445\n1.75,\n2.8,1.7445');
  await page.locator('pl-pairs').waitFor();
  await expect
    .poll(() => textOf(page, 'pl-pairs'))
    .toMatch(/1 \+3\.41 %.*2 −2\.55 %.*3 — —.*4 \+60\.50 %.*Severe.*50 %/i);
  await page.locator('pl-dataset-settings select').first().selectOption('cross_border');
  await expect.poll(() => textOf(page, 'pl-pairs')).toMatch(/\+3\.41 % outside/i);
});

test('one day’s minutes: the range of the day, and how long the IOPV stood still', async ({
  open,
}) => {
  const { page } = await open({ locale: 'zh-CN' });
  const rows = Array.from({ length: 100 }, (_, index) => {
    const time = `${String(9 + Math.floor((30 + index) / 60)).padStart(2, '0')}:${String((30 + index) % 60).padStart(2, '0')}`;
    const value = 1.7 + Math.min(index, 20) / 1000;
    return `2025-01-03 ${time},${(value * 1.02 + (index === 50 ? 0.05 : 0)).toFixed(3)},${value.toFixed(4)}`;
  });
  await paste(page, ['时间,价格,IOPV', ...rows].join('\n'));
  await page.locator('pl-intraday').waitFor();
  const text = await textOf(page, 'pl-intraday');
  expect(text).toMatch(/价格.*1\.734 09:30.*1\.804 10:20/);
  expect(text).toContain('IOPV 有 79 分钟没有变动（09:50–11:09）');
  await page.locator('pl-chart canvas').first().waitFor();
  expect(await textOf(page, 'pl-chart')).toContain('IOPV 未变动的时段');
});
