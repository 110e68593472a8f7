// Found by axe: nothing, on every section. Each two of size, theme and language meet once.
import { violations } from './axe.ts';
import { expect, test } from './harness/test.ts';
import {
  check,
  dropFiles,
  fundWithIndex,
  historyText,
  overflow,
  paste,
  sizes,
} from './page-helpers.ts';

test.for([
  ['phone', 'light', 'zh-CN'],
  ['phone', 'dark', 'en-GB'],
  ['desk', 'light', 'en-GB'],
  ['desk', 'dark', 'zh-CN'],
] as const)(
  'axe finds nothing on a %s in %s in %s',
  async ([size, colorScheme, locale], { open }) => {
    const { page } = await open({ locale, colorScheme, viewport: sizes[size] });
    await page.locator('pl-check-extras .chip').first().waitFor();
    expect(await violations(page), 'empty').toEqual([]);
    await check(page, '1.804', '1.7445');
    await page.locator('pl-verdict pl-number').first().waitFor();
    for (const fold of await page.locator('pl-check-view summary').all()) await fold.click();
    expect(await violations(page), 'check').toEqual([]);
    const lines = historyText(80).split('\n');
    lines[4] = '2022-01-06,x,1.5030';
    await paste(page, lines.join('\n'));
    await page.locator('pl-chart canvas').first().waitFor();
    const closed = page.locator('pl-history-view details:not([open]) > summary');
    while ((await closed.count()) > 0) await closed.first().click();
    expect(await violations(page), 'history').toEqual([]);
    expect(await overflow(page), 'history').toBe(0);
    const { fund, index, rate } = fundWithIndex(80);
    await dropFiles(page, [
      { name: 'fund.csv', text: fund },
      { name: 'index.csv', text: index },
      { name: 'rate.csv', text: rate },
    ]);
    await page.locator('pl-value-ladder pl-waterfall').waitFor();
    while ((await closed.count()) > 0) await closed.first().click();
    await page.locator('pl-estimate-replay pl-lines-chart canvas').first().waitFor();
    await page.locator('pl-nav-dating .best').first().waitFor();
    expect(await violations(page), 'index').toEqual([]);
    expect(await overflow(page), 'index').toBe(0);
    await paste(page, 'code,name,price,IOPV\n513100,x,1.904,1.7445\n513050,y,1.2,1.21');
    await page.locator('pl-funds .count').first().click();
    while ((await closed.count()) > 0) await closed.first().click();
    expect(await violations(page), 'funds').toEqual([]);
    expect(await overflow(page), 'funds').toBe(0);
    await page.locator('pl-funds tbody a').first().click();
    await page.locator('pl-fund-picker').waitFor();
    expect(await violations(page), 'fund').toEqual([]);
    await page.evaluate(() => {
      location.hash = '#/learn';
    });
    await page.locator('pl-learn-view table').first().waitFor();
    expect(await violations(page), 'learn').toEqual([]);
    expect(await overflow(page), 'learn').toBe(0);
  },
);

test('everything on the first screen can be reached and worked with the keyboard alone', async ({
  open,
}) => {
  const { page } = await open({ locale: 'en-GB' });
  await page.locator('pl-check-extras .chip').first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const focused = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return `${element?.localName} ${element?.id}`.trim();
    });
  expect(await focused()).toBe('main main');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('input input');
  await page.keyboard.type('1.804');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1.7445');
  await page.locator('pl-verdict').getByText('+3.41').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.locator('pl-verdict').getByText('Denominator: same-day NAV').waitFor();
});

test('a language that cannot be brought leaves the one that is there; at first, the other one', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  await context.route(/assets\/zh-/, (route) => route.abort());
  const page = await context.newPage();
  await page.goto(site.url);
  await page.getByText('What a cross-border ETF costs').waitFor();
  await page.locator('#language').click();
  await page.getByRole('button', { name: '中文' }).waitFor();
  expect(await page.locator('pl-check-view').count()).toBe(1);
  await context.close();
});
