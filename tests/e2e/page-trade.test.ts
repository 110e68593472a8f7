// What trading costs: the folds on liquidity, the creation channel, arbitrage, regular investing and
// the other funds on the same index.
import { describe } from 'vitest';
import { violations } from './axe.ts';
import { expect, test } from './harness/test.ts';
import { overflow, paste, sizes, textOf, weekdays } from './page-helpers.ts';

/** A fund at 5 % over its NAV: CNY 1 m and 3 m traded in turn, shares flat for the last 14 days. */
const history = (days: number): string => {
  const rows = weekdays(days).map((day, index) => {
    const nav = 1 + 0.01 * Math.sin(index / 7);
    const shares = index < days - 14 ? 5000 + index : 5000 + days - 14;
    return [
      '513100',
      day,
      (nav * 1.05).toFixed(3),
      nav.toFixed(4),
      index % 2 ? 300 : 100,
      shares,
      '1.049,1.051',
      '限大额,2500000',
    ].join(',');
  });
  return [
    '代码,日期,收盘价,单位净值,成交额(万元),场内份额(万份),买一,卖一,申购状态,申购上限',
    ...rows,
  ].join('\n');
};

const panel = (days: number): string => {
  const funds: [string, number][] = [
    ['513500', 1.0558],
    ['513650', 1.0292],
    ['513100', 1.01],
  ];
  const rows = funds.flatMap(([code, price]) =>
    weekdays(days).map((day) => `${code},${day},${price * 1e4},10000`),
  );
  return ['代码,日期,收盘价,单位净值', ...rows].join('\n');
};

const viewport = sizes.phone;

describe('on a phone', () => {
  test('each fold answers first, says its sample, and shows every assumption', async ({ open }) => {
    const { page, log } = await open({ locale: 'zh-CN', viewport });
    await paste(page, history(120));
    const text = async (name: string, element: string, wanted: RegExp) => {
      await page.locator(`#${name} > summary`).click();
      await expect.poll(() => textOf(page, element), { timeout: 10_000 }).toMatch(wanted);
    };
    await text(
      'liquidity',
      'pl-liquidity-cost',
      /持仓 10\s*万元.*10\s*%，要 1\s*个交易日.*假设与参数 11 项/,
    );
    expect(await textOf(page, 'pl-liquidity-cost')).toMatch(/价差 0\.19\s*%（2 个最小价位）/);
    await text(
      'creation_channel',
      'pl-creation-channel',
      /13\s*个交易日没有变动：申购通道可能已关.*限购 250\s*万元/,
    );
    await text(
      'arbitrage',
      'pl-arbitrage-after-cost',
      /扣除成本剩 \+4\.\d\d\s*%.*做得进去的金额：100\s*万元（1 个申购单位）/,
    );
    await text(
      'regular_investing',
      'pl-regular-investing',
      /每月投 1,000\s*元，共 6 期.*不折算年收益/,
    );
    await text('switching', 'pl-fund-switching', /没有粘贴同一指数的其他基金.*另一只基金的溢价率/);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(log.problems).toEqual([]);
  });

  test('a changed assumption changes the answer, is marked and can be undone', async ({ open }) => {
    const { page } = await open({ locale: 'en-GB', viewport });
    await paste(page, history(120));
    await page.locator('#liquidity > summary').click();
    const liquidity = page.locator('pl-liquidity-cost');
    await liquidity.locator('details > summary').click();
    await liquidity.getByLabel('Position', { exact: true }).fill('9000000');
    await expect
      .poll(() => textOf(page, 'pl-liquidity-cost'))
      .toMatch(/10\s*% of the usual turnover takes 45\s*sessions/);
    expect(await textOf(page, 'pl-liquidity-cost')).toContain('1 changed');
    await liquidity.getByRole('button', { name: /Position$/ }).click();
    await expect.poll(() => textOf(page, 'pl-liquidity-cost')).toMatch(/takes 1\s*session\b/);
    // Taking it back leaves the fields where they are.
    expect(await liquidity.getByLabel('Position', { exact: true }).isVisible()).toBe(true);
  });

  test('suspended is said to be no way; a LOF has its own standards', async ({ open }) => {
    const { page } = await open({ locale: 'en-GB', viewport });
    await paste(page, history(120));
    await page.locator('#arbitrage > summary').click();
    const arbitrage = page.locator('pl-arbitrage-after-cost');
    await arbitrage.getByLabel('Creation status').selectOption('suspended');
    await arbitrage.getByText('Creation is suspended: this way is not open.').waitFor();
    await arbitrage.getByLabel('The way').selectOption('lof_transfer');
    await expect
      .poll(() => textOf(page, 'pl-arbitrage-after-cost'))
      .toMatch(/exchange 3\s*sessions later/);
  });

  test('of a panel the lowest premium on the same index, with what going there gains', async ({
    open,
  }) => {
    const { page } = await open({ locale: 'en-GB', viewport });
    await paste(page, panel(80));
    await page.locator('#switching > summary').click();
    // 1.0558 / 1.0292 − 1 = 2.58 %, less twice 0.13 %.
    await expect
      .poll(() => textOf(page, 'pl-fund-switching'), { timeout: 10_000 })
      .toMatch(
        /From 513500 to 513650, the same money holds 2\.32\s*% more value \(\+2\.58\s*% before cost\)/,
      );
    expect(await textOf(page, 'pl-fund-switching')).toContain('78 days in common');
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
});
