// The hours of the market a fund holds, and of all markets: by Beijing's clock, summer time included.
import { describe } from 'vitest';
import { violations } from './axe.ts';
import { expect, test } from './harness/test.ts';
import { historyText, overflow, paste, sizes, textOf } from './page-helpers.ts';

const ofFund = (code: string) =>
  historyText(80)
    .split('\n')
    .map((line, index) => `${index === 0 ? '代码' : code},${line}`)
    .join('\n');

const viewport = sizes.phone;

describe('on a phone', () => {
  test('a fund of New York: summer time told, nothing shared, the last close named', async ({
    open,
  }) => {
    const { page, log } = await open({ locale: 'zh-CN', viewport });
    await paste(page, ofFund('513100'));
    await page.locator('#sessions summary').click();
    const map = page.locator('pl-session-map');
    await map.getByText('沪深交易时纽约没有开市').waitFor();
    // The history ends on 2022-04-22, a Friday, in New York's summer.
    expect(await textOf(page, 'pl-session-map')).toMatch(
      /2022-04-21 一场的收盘.*T−2.*纽约夏令时 21:30–次日 04:00 0\s*分钟/,
    );
    await map.locator('input').fill('2022-01-10');
    await map.locator('table').getByText('纽约冬令时').waitFor();
    // Of a Monday the session before is Friday's.
    expect(await textOf(page, 'pl-session-map')).toMatch(/2022-01-07 一场.*22:30–次日 05:00/);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(log.problems).toEqual([]);
  });

  test('Learn has every market on a day of choice', async ({ open }) => {
    const { page } = await open({ locale: 'en-GB', viewport });
    await page.evaluate(() => {
      location.hash = '#/learn';
    });
    await page.locator('pl-learn-view details summary').first().click();
    const sessions = page.locator('pl-sessions');
    await sessions.locator('input').fill('2025-01-06');
    await sessions.getByText('All markets · 2025-01-06').waitFor();
    await sessions
      .getByRole('row', { name: /^Japan/ })
      .getByText('150')
      .waitFor();
    await expect
      .poll(() => textOf(page, 'pl-sessions'))
      .toMatch(/Japan Tokyo 08:00–10:30 11:30–14:30 150\s*minutes moves for part of the session/);
    await sessions.getByLabel('Market held').selectOption('japan');
    await expect
      .poll(() => textOf(page, 'pl-session-map'))
      .toMatch(/Tokyo is open for 150\s*minutes \(09:30–10:30 and 13:00–14:30\)/);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
});
