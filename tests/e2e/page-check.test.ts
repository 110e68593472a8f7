// The first screen: a price, a value, and everything that follows from them.
import { describe } from 'vitest';
import { expect, test } from './harness/test.ts';
import { check, field, overflow, textOf } from './page-helpers.ts';

const phone = { width: 360, height: 740 };

describe('the quick check', () => {
  test('of 1.804 on 1.7445 is 3.41 % as the keys are pressed', async ({ open }) => {
    const { page, log } = await open({ locale: 'zh-CN', viewport: phone });
    await field(page, 'price').pressSequentially('1.804');
    await field(page, 'value').pressSequentially('1.7445');
    await page.waitForSelector('pl-verdict pl-number');
    const verdict = await textOf(page, 'pl-verdict');
    expect(verdict).toContain('溢价 +3.41 %');
    expect(verdict).toContain('高于跨境 ETF 参考区间 ±1 %，超出外沿 ±2 %');
    expect(await textOf(page, 'pl-costs')).toContain('−3.30 %');
    expect(await textOf(page, 'pl-ladder')).toContain('1.744');
    expect(await textOf(page, 'pl-findings')).toContain('超出跨境 ETF 参考区间外沿 ±2 %');
    expect(await page.locator('pl-scale svg').getAttribute('aria-label')).toMatch(/溢价 3\.41/);
    expect(log.problems).toEqual([]);
  });

  test('has the verdict and a cost line above the fold of a phone', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN', viewport: phone });
    await check(page, '1.804', '1.7445');
    const line = page.locator('pl-costs tbody tr').first();
    await line.waitFor();
    const box = await line.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(phone.height - 56);
  });

  test('says discount, and never by colour alone', async ({ open }) => {
    const { page } = await open({ locale: 'en-GB' });
    await check(page, '0.95', '1');
    await page.waitForSelector('pl-verdict pl-number');
    expect(await textOf(page, 'pl-verdict')).toContain('Discount −5.00 %');
  });

  test('follows kind and denominator', async ({ open }) => {
    const { page } = await open({ locale: 'en-GB' });
    await check(page, '1.01', '1');
    await page.locator('pl-select select').first().selectOption('broad');
    await page.getByRole('radio', { name: 'Previous NAV' }).check();
    await page.locator('pl-verdict').getByText('outer band of ±0.5').waitFor();
    expect(await textOf(page, 'pl-verdict')).toContain('Denominator: previous NAV');
  });

  test('judges more rules as more is known', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await check(page, '1.2', '1');
    await page.locator('pl-check-extras summary').click();
    await field(page, 'amount').fill('800万');
    await field(page, 'float').fill('15亿');
    await page.locator('pl-findings').getByText('流通盘 15 亿元').waitFor();
    expect(await textOf(page, 'pl-findings')).toContain('日成交额 800 万元，低于 1,000 万元');
  });

  test('opens a number’s card by tap and by keyboard, and closes it with Escape', async ({
    open,
  }) => {
    const { page } = await open({ locale: 'en-GB' });
    await check(page, '1.804', '1.7445');
    const number = page.locator('pl-verdict pl-number').first();
    const card = number.locator('[popover]');
    await number.locator('button').first().click();
    await card.getByText('(1.804 − 1.7445) ÷ 1.7445').waitFor();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    await field(page, 'value').focus();
    for (let presses = 0; presses < 12 && !(await card.isVisible()); presses++) {
      await page.keyboard.press('Tab');
    }
    expect(await card.isVisible()).toBe(true);
  });

  test('works a scenario out into its parts', async ({ open }) => {
    const { page } = await open({ locale: 'en-GB' });
    await check(page, '1.12', '1');
    await page.locator('pl-check-scenario summary').click();
    const inputs = page.locator('pl-check-scenario input');
    await inputs.nth(0).fill('5');
    await inputs.nth(1).fill('-4.2%');
    await page.locator('pl-check-scenario').getByText('−10.19').first().waitFor();
  });

  test('fills the fields with a worked case and says whether the print is right', async ({
    open,
  }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await page.locator('pl-check-extras .chip').filter({ hasText: '1.804' }).click();
    await page.waitForSelector('pl-verdict pl-number');
    expect(await field(page, 'price').inputValue()).toBe('1.804');
    expect(await textOf(page, 'pl-check-extras')).toContain('一致');
  });
});

describe('bad input at the fields', () => {
  test.for([
    ['price', '1.8o4', '“1.8o4”不是数字'],
    ['price', '0', '价格须大于 0'],
    ['price', '-1', '价格须大于 0'],
    ['value', '0', '参考价值（IOPV 或净值）须大于 0'],
    ['value', '一块七', '“一块七”不是数字'],
  ] as const)(
    '%s %s: said there, typed text and last result kept',
    async ([name, text, message], { open }) => {
      const { page } = await open({ locale: 'zh-CN' });
      await check(page, '1.804', '1.7445');
      await page.waitForSelector('pl-verdict pl-number');
      await field(page, name).fill(text);
      await page.getByText(message).first().waitFor();
      expect(await field(page, name).inputValue()).toBe(text);
      expect(await field(page, name).getAttribute('aria-invalid')).toBe('true');
      expect(await textOf(page, 'pl-verdict')).toContain('+3.41 %');
      expect(await textOf(page, 'pl-check-view')).toContain('仍是上一次的结果');
      await field(page, name).fill(name === 'price' ? '1.9' : '1.8');
      await page.getByText(message).first().waitFor({ state: 'hidden' });
    },
  );
});

describe('the reader’s wishes', () => {
  test('language, colours and theme follow the browser, then the switches, and are kept', async ({
    open,
  }) => {
    const { page } = await open({ locale: 'zh-CN', colorScheme: 'dark' });
    const root = page.locator('html');
    await page.getByRole('heading', { name: '溢价镜' }).waitFor();
    expect(await root.getAttribute('lang')).toBe('zh-CN');
    expect(await root.getAttribute('data-rise')).toBe('red');
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await paper();
    await page.locator('#language').click();
    await page.locator('#rise').click();
    await page.locator('#theme').click();
    await page.getByRole('heading', { name: 'PremiumLens' }).waitFor();
    expect(await root.getAttribute('lang')).toBe('en');
    expect(await root.getAttribute('data-rise')).toBe('green');
    expect(await root.getAttribute('data-theme')).toBe('light');
    expect(await paper()).not.toBe(dark);
    await page.reload();
    await page.getByRole('heading', { name: 'PremiumLens' }).waitFor();
    expect(await root.getAttribute('data-rise')).toBe('green');
    expect(await root.getAttribute('data-theme')).toBe('light');
  });

  test('keep what was typed when the language changes', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await check(page, '1.804', '1.7445');
    await page.locator('#language').click();
    await page.getByText('Above the reference range').waitFor();
    expect(await field(page, 'price').inputValue()).toBe('1.804');
  });
});

test('each section has its own address; back and forward work', async ({ open }) => {
  const { page } = await open({ locale: 'en-GB', path: '#/learn' });
  await page.locator('pl-learn-view').waitFor();
  await page.locator('pl-nav').getByText('History').click();
  await page.locator('pl-history-view').waitFor();
  expect(page.url()).toContain('#/history');
  await page.goBack();
  await page.locator('pl-learn-view').waitFor();
  await page.goForward();
  await page.locator('pl-history-view').waitFor();
  expect(await page.locator('pl-nav a[aria-current=page]').count()).toBe(1);
});

test('works in a sandboxed frame, where storage throws', async ({ open, other, site }) => {
  const frame = `<iframe id="embed" sandbox="allow-scripts" src="${site.url}"></iframe>`;
  other.pages.set('article.html', `<!doctype html><link rel="icon" href="data:,">${frame}`);
  const { page, log } = await open({ path: `${other.url}article.html`, locale: 'en-GB' });
  const embedded = await (await page.waitForSelector('#embed')).contentFrame();
  if (!embedded) throw new Error('no frame');
  await embedded.locator('pl-field input').nth(0).fill('1.804');
  await embedded.locator('pl-field input').nth(1).fill('1.7445');
  await embedded.locator('pl-verdict').getByText('+3.41').waitFor();
  await embedded.locator('#language').click();
  await embedded.getByText('高于跨境 ETF').waitFor();
  expect(log.problems).toEqual([]);
});

test('fits 360 pixels in both languages', async ({ open }) => {
  for (const locale of ['zh-CN', 'en-GB']) {
    const { page } = await open({ locale, viewport: phone });
    await check(page, '1.804', '1.7445');
    await page.waitForSelector('pl-verdict pl-number');
    expect(await overflow(page)).toBe(0);
  }
});

test('says so where the calculator cannot be loaded, and works once it can', async ({
  open,
  site,
}) => {
  const { page, context } = await open({ path: 'about:blank' });
  await context.route('**/*.wasm', (route) => route.abort());
  await page.goto(site.url);
  await page.getByText('could not start').waitFor();
  await context.unroute('**/*.wasm');
  await page.getByRole('button', { name: 'Try again' }).click();
  await check(page, '1.804', '1.7445');
  await page.locator('pl-verdict').getByText('+3.41').waitFor();
});
