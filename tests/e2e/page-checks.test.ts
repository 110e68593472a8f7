// What is doubtful about the data: said above the verdict, shown with its rows, mended in one step and
// taken back in another.
import { describe } from 'vitest';
import { expect, test } from './harness/test.ts';
import { dropFiles, historyRows, historyText, overflow, paste, textOf } from './page-helpers.ts';

/** On day 150 the fund is split 1:5; the price was adjusted for it, the NAV was not. */
const adjusted = ['代码,日期,收盘价,单位净值']
  .concat(
    historyRows(300).map(([day, price, value], index) => {
      const nav = index < 150 ? (Number(value) * 5).toFixed(4) : value;
      return `513100,${day},${price},${nav}`;
    }),
  )
  .join('\n');

describe('a check', () => {
  test('that is grave stands above the verdict, with its rows', async ({ open }) => {
    const { page, log } = await open({ locale: 'zh-CN', viewport: { width: 360, height: 740 } });
    await paste(page, adjusted);
    const checks = page.locator('pl-checks section');
    await checks.waitFor();
    const place = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? 0;
    expect(await place('pl-checks')).toBeLessThan(await place('pl-verdict-cards'));
    const rows = checks.getByRole('button', { name: /看这 .*行/ }).first();
    await rows.click();
    await expect.poll(() => textOf(page, 'pl-source-rows')).toMatch(/原表行号.*单位净值/);
    // Row 152 is the 151st day: the header counts.
    expect(await textOf(page, 'pl-source-rows')).toMatch(/15[0-9] .*2022-/);
    expect(await overflow(page)).toBe(0);
    expect(log.problems).toEqual([]);
  });

  test('is mended in one step, says so, and is taken back in another', async ({ open }) => {
    const { page } = await open({ locale: 'en-GB' });
    await paste(page, adjusted);
    const checks = page.locator('pl-checks section');
    const premiums = () => page.locator('pl-chart .chart').getAttribute('aria-label');
    await checks.waitFor();
    await expect.poll(premiums).toMatch(/Lowest premium −(79|80)\./);
    await checks.getByRole('button', { name: 'Mend it' }).first().click();
    await checks.getByText('Mended').first().waitFor();
    await expect.poll(premiums).toMatch(/Lowest premium [+]?\d?\.\d\d/);
    await checks.getByRole('button', { name: 'Take the mend back' }).click();
    await checks.getByRole('button', { name: 'Mend it' }).first().waitFor();
    await expect.poll(premiums).toMatch(/Lowest premium −(79|80)\./);
  });

  test('of two exports that do not agree shows the rows of both', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN', viewport: { width: 360, height: 740 } });
    const rows = historyRows(60);
    const text = (from: number, to: number, factor: number) =>
      ['日期,收盘价,单位净值']
        .concat(
          rows
            .slice(from, to)
            .map(([day, price, nav]) => `${day},${(Number(price) * factor).toFixed(4)},${nav}`),
        )
        .join('\n');
    await dropFiles(page, [
      { name: '513100 2022.csv', text: text(0, 40, 1) },
      { name: '513100 2023.csv', text: text(38, 60, 1.01) },
    ]);
    const checks = page.locator('pl-checks');
    await checks.getByText('拼接的几张表有').first().waitFor({ state: 'attached' });
    await checks.locator('summary').click();
    await checks.getByRole('button', { name: /看这 2 行/ }).click();
    await expect.poll(() => page.locator('pl-source-rows').count()).toBe(2);
    await expect
      .poll(() => textOf(page, 'pl-checks'))
      .toMatch(/513100 2023\.csv .*513100 2022\.csv/);
    // The later file's second and third line, and the earlier one's last two.
    const shown = () => page.locator('pl-source-rows').last();
    await expect.poll(() => shown().locator('tr.named').count()).toBe(2);
    expect(await shown().locator('tr.named th').allTextContents()).toEqual(['40', '41']);
    expect(await overflow(page)).toBe(0);
  });

  test('is not there where the data are sound', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await paste(page, historyText(300));
    await page.locator('pl-verdict-cards').waitFor();
    expect(await page.locator('pl-checks section').count()).toBe(0);
  });
});
