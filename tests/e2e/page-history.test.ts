// A table pasted, dropped or chosen, and what the page makes of it.
import { describe } from 'vitest';
import { expect, test } from './harness/test.ts';
import { dropFiles, historyRows, historyText, overflow, paste, textOf } from './page-helpers.ts';

describe('a history', () => {
  test('pasted anywhere becomes its view, with chart, verdict and rows', async ({ open }) => {
    const { page, log } = await open({ locale: 'zh-CN' });
    await paste(page, historyText(300));
    await page.locator('pl-verdict-cards').waitFor();
    expect(page.url()).toContain('#/history');
    const header = await textOf(page, 'pl-dataset');
    expect(header).toContain('一只基金的历史');
    expect(header).toContain('300 行');
    expect(header).toContain('2022-01-03 至');
    await page.locator('pl-chart canvas').first().waitFor();
    expect(await page.locator('pl-chart .chart').getAttribute('aria-label')).toMatch(
      /溢价最低.*最高/,
    );
    await page.getByText('逐行数据').click();
    const [day, price] = historyRows(300).at(-1) ?? [];
    // The NAV published by then is that of two sessions before.
    const [, , value] = historyRows(300).at(-3) ?? [];
    expect(await textOf(page, 'pl-rows')).toContain(`${day} ${price} ${value}`);
    expect(log.problems).toEqual([]);
  });

  test('pasted with the keyboard, from the clipboard', async ({ open }) => {
    const { page, context: own } = await open({ locale: 'zh-CN' });
    await own.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((text) => navigator.clipboard.writeText(text), historyText(40));
    await page.locator('pl-field input').first().focus();
    await page.keyboard.press('Control+V');
    await page.locator('pl-verdict-cards').waitFor();
    await page.goBack();
    expect(await page.locator('pl-field input').first().inputValue()).toBe('');
  });

  test('in two tables dropped together is joined by date', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    const rows = historyRows(120);
    const prices = ['日期,收盘价', ...rows.map(([day, price]) => `${day},${price}`)].join('\n');
    const navs = [
      '净值日期,单位净值',
      ...rows.slice(5).map(([day, , nav]) => `${day},${nav}`),
    ].join('\n');
    await dropFiles(page, [
      { name: 'price.csv', text: prices },
      { name: 'nav.csv', text: navs },
    ]);
    await page.locator('pl-verdict-cards').waitFor();
    await page.locator('pl-dataset summary').click();
    const header = await textOf(page, 'pl-dataset');
    expect(header).toContain('price.csv');
    expect(header).toContain('nav.csv');
    expect(header).toContain('按日期配对');
  });

  test('in two tables of one paste, one below the other, is joined by date', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    const rows = historyRows(120);
    const prices = ['日期,收盘价', ...rows.map(([day, price]) => `${day},${price}`)].join('\n');
    const navs = ['净值日期,单位净值', ...rows.map(([day, , nav]) => `${day},${nav}`)].join('\n');
    await paste(page, `${prices}\n\n${navs}\n`);
    await page.locator('pl-verdict-cards').waitFor();
    await page.locator('pl-dataset summary').click();
    expect(await textOf(page, 'pl-dataset')).toContain('按日期配对');
  });

  test('in files of two years is one history; where they disagree it is said', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    const rows = historyRows(120);
    const csv = (some: typeof rows) =>
      ['日期,收盘价,单位净值', ...some.map((row) => row.slice(0, 3).join(','))].join('\n');
    const later = rows.slice(90).map((row) => [...row]) as typeof rows;
    if (later[1]) later[1][1] = (Number(later[1][1]) * 1.01).toFixed(3);
    await dropFiles(page, [
      { name: '2023.csv', text: csv(rows.slice(0, 100)) },
      { name: '2024.csv', text: csv(later) },
    ]);
    await page.locator('pl-verdict-cards').waitFor();
    await page.getByText('拼接的几张表有 1 行数值不同').first().waitFor({ state: 'attached' });
  });

  test('in two tables pasted one after the other: the first half waits, and says for what', async ({
    open,
  }) => {
    const { page } = await open({ locale: 'zh-CN' });
    const rows = historyRows(60);
    await paste(page, ['日期,收盘价', ...rows.map(([day, price]) => `${day},${price}`)].join('\n'));
    await page.getByText('没有找到 IOPV 或净值列').waitFor();
    await paste(page, ['日期,单位净值', ...rows.map(([day, , nav]) => `${day},${nav}`)].join('\n'));
    await page.locator('pl-verdict-cards').waitFor();
    expect(await page.locator('pl-waiting').count()).toBe(0);
  });

  test('changes with its denominator; the difference is shown', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await paste(
      page,
      `代码,${historyText(100)
        .split('\n')
        .map((line, index) => (index ? `513100,${line}` : line))
        .join('\n')}`,
    );
    await page.locator('pl-verdict-cards').waitFor();
    expect(await textOf(page, 'pl-denominator')).toContain('提示以当时已公布的净值为准');
    expect(await textOf(page, 'pl-denominator')).toMatch(/换成同日净值，最新溢价.*个百分点/);
    const before = await textOf(page, 'pl-verdict');
    await page.getByRole('radio', { name: '同日净值' }).check();
    await page.locator('pl-verdict').getByText('分母：同日净值').waitFor();
    expect(await textOf(page, 'pl-verdict')).not.toBe(before);
  });

  test('a guessed kind is said to be one, corrected in one step and taken back in another', async ({
    open,
  }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await paste(page, historyText(50));
    const settings = page.locator('pl-dataset-settings');
    await settings.waitFor();
    expect(await textOf(page, 'pl-dataset-settings')).toContain('推断');
    await settings.locator('select').first().selectOption('bond');
    await settings.getByText('由你选定').waitFor();
    await page.locator('pl-verdict').getByText('债券 ETF').waitFor();
    await settings.getByRole('button', { name: '恢复推断' }).click();
    await settings.getByText('由你选定').waitFor({ state: 'detached' });
  });

  test('generated is labelled as generated, and fits a phone', async ({ open }) => {
    const { page, log } = await open({ locale: 'zh-CN', viewport: { width: 360, height: 740 } });
    await page.getByRole('button', { name: '看一份生成的历史' }).click();
    await page.locator('pl-chart canvas').first().waitFor();
    expect(await textOf(page, 'pl-dataset')).toContain('随机生成');
    expect(await overflow(page)).toBe(0);
    await page.locator('#language').click();
    await page.getByText('generated at random').first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(log.problems).toEqual([]);
  });
});

test('a day is looked up by its date, and the neighbours by a button', async ({ open }) => {
  const { page } = await open({ locale: 'zh-CN' });
  await paste(page, historyText(100));
  const day = page.locator('pl-day');
  await day.locator('input[type=date]').fill('2022-03-05');
  await day.locator('input[type=date]').dispatchEvent('change');
  await day.getByText('2022-03-04').waitFor();
  await day.getByRole('button', { name: '后一行' }).click();
  await day.getByText('2022-03-07').waitFor();
});

test('prints on one page', async ({ open }) => {
  const { page } = await open({ locale: 'zh-CN', colorScheme: 'dark' });
  await paste(page, historyText(300));
  await page.locator('pl-chart canvas').first().waitFor();
  const pdf = await page.pdf({ format: 'A4', printBackground: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});
