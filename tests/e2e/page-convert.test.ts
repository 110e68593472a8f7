// Pages, workbooks and JSON in the built page: converted beside its thread, under its policy.
import { constants, deflateRawSync } from 'node:zlib';
import type { Frame, Page } from 'playwright-core';
import { describe } from 'vitest';
import { bookParts, sheetOf, workbook, zip } from '../web/fakes/workbook.ts';
import { expect, test } from './harness/test.ts';
import {
  dropBytes,
  dropFiles,
  forgetLongTasks,
  historyRows,
  historyText,
  longestTask,
  paste,
  textOf,
  watchLongTasks,
} from './page-helpers.ts';

const bytesOf = async (book: Blob) => new Uint8Array(await book.arrayBuffer());
const header = ['日期', '收盘价', '单位净值'];
const history = historyRows(60);
const asNumbers = (rows: [string, string, string][]) =>
  rows.map(([day, price, value]) => [day, Number(price), Number(value)]);

const rowsOf = (page: Page | Frame) => page.locator('pl-dataset').getByText('60 行').first();

/** As Excel puts cells on the clipboard. */
function excelPage(rows: string[][]): string {
  const cells = (row: string[]) =>
    row.map((cell) => `<td height=19 class=xl65 style='height:14.4pt'>${cell}</td>`).join('\n  ');
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><style>td{padding:1px}</style></head>
<body link=blue><table border=0 cellpadding=0><col width=64><!--StartFragment-->
${rows.map((row) => ` <tr height=19>\n  ${cells(row)}\n </tr>`).join('\n')}
<!--EndFragment--></table></body></html>`;
}

describe('what is understood', () => {
  test('cells copied from a spreadsheet, with the picture it adds', async ({ open }) => {
    const { page, log } = await open({ locale: 'zh-CN' });
    const rows = [header, ...history];
    const plain = rows.map((row) => row.join('\t')).join('\r\n');
    await page.evaluate(
      ([text, html]) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        clipboardData.setData('text/html', html);
        clipboardData.items.add(new File(['GIF'], 'image.png', { type: 'image/png' }));
        const init = { clipboardData, bubbles: true, cancelable: true, composed: true };
        document.body.dispatchEvent(new ClipboardEvent('paste', init));
      },
      [plain, excelPage(rows)] as const,
    );
    await rowsOf(page).waitFor();
    expect(log.problems).toEqual([]);
  });

  test('a page in which nothing runs and of which nothing is fetched', async ({ open, other }) => {
    const { page, log } = await open({ locale: 'zh-CN' });
    const traps = `<script>globalThis.ran = 1</script><img src="${other.url}x.png" onerror="globalThis.ran = 1">
      <link rel=stylesheet href="${other.url}x.css"><iframe src="${other.url}x.html"></iframe>`;
    await paste(
      page,
      historyText(60).replaceAll(',', '\t'),
      traps + excelPage([header, ...history]),
    );
    await rowsOf(page).waitFor();
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    expect(other.requests).toEqual([]);
    expect(log.problems).toEqual([]);
  });

  test('a workbook of two sheets, each an input of its own', async ({ open }) => {
    const { page, log } = await open({ locale: 'zh-CN' });
    const day = (iso: string) => Date.parse(iso) / 86_400_000 + 25_569;
    const sheet = (name: string, column: 1 | 2) => ({
      name,
      xml: `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>${column}</v></c></row>${history
        .map(
          (row, i) =>
            `<row r="${i + 2}"><c r="A${i + 2}" s="1"><v>${day(row[0])}</v></c><c r="B${i + 2}"><v>${row[column]}</v></c></row>`,
        )
        .join('')}</sheetData>`,
    });
    const strings = header.map((text) => `<t>${text}</t>`);
    const book = workbook({ sheets: [sheet('价格', 1), sheet('净值', 2)], strings, formats: [14] });
    await dropBytes(page, 'book.xlsx', await bytesOf(book));
    await page.locator('pl-verdict-cards').waitFor();
    const shown = await textOf(page, 'pl-dataset');
    expect(shown).toContain('book.xlsx › 价格');
    expect(shown).toContain('book.xlsx › 净值');
    expect(log.problems).toEqual([]);
  });

  test('JSON as a service gives it, and several files at once', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    const LSJZList = history.map(([FSRQ, , DWJZ]) => ({ FSRQ, DWJZ, LJJZ: DWJZ, JZZZL: '0.1' }));
    const klines = history.map(([day, price]) => `${day},${price},${price},${price},${price},100`);
    await dropFiles(page, [
      {
        name: 'lsjz.json',
        text: `jQuery18_1({"Data":${JSON.stringify({ LSJZList })},"ErrCode":0})`,
      },
      {
        name: 'kline.txt',
        text: JSON.stringify({ data: { code: '513100', name: '纳指ETF', klines } }),
      },
    ]);
    await page.locator('pl-verdict-cards').waitFor();
    expect(await textOf(page, 'pl-dataset')).toContain('513100');
  });

  test('in a sandboxed frame of another origin', async ({ open, other, site }) => {
    const frame = `<iframe id="embed" sandbox="allow-scripts" src="${site.url}" width="900" height="900"></iframe>`;
    other.pages.set('article.html', `<!doctype html><link rel="icon" href="data:,">${frame}`);
    const { page, log } = await open({ path: `${other.url}article.html`, locale: 'zh-CN' });
    const embedded = await (await page.waitForSelector('#embed')).contentFrame();
    if (!embedded) throw new Error('no frame');
    await embedded.locator('pl-app').waitFor();
    await paste(embedded as unknown as Page, '', excelPage([header, ...history]));
    await rowsOf(embedded).waitFor();
    expect(log.problems).toEqual([]);
  });
});

describe('what is refused leaves what was on screen', () => {
  const bomb = () => {
    const block = deflateRawSync(Buffer.alloc(1024 ** 2, ' '), {
      finishFlush: constants.Z_FULL_FLUSH,
    });
    const packed = Buffer.concat([...Array(2048).fill(block), Buffer.from([3, 0])]);
    const content = { packed, size: 2048 * 1024 ** 2, crc: 0 };
    return zip(
      bookParts({ sheets: [{ name: 'S', xml: '' }] }).map((part) =>
        part.name.includes('worksheets/') ? { ...part, content, claims: 5000 } : part,
      ),
    );
  };

  test.for([
    [
      'a page without rows',
      'page.xls',
      Buffer.from('<html><table><tr><th>日期</th><th>价格</th></tr></table>'),
      '没有带数据行的表格',
    ],
    [
      'JSON that is cut',
      'cut.json',
      Buffer.from('{"rows":[\n{"date":"2025-01-02","close":1.8'),
      '第 2 行第 33 个字符处断开',
    ],
    ['JSON without rows', 'none.json', Buffer.from('{"code":0,"msg":"ok"}'), '没有成行的数据'],
    ['a zip bomb', 'bomb.xlsx', bomb(), '压缩炸弹'],
    ['an archive', 'a.zip', zip([{ name: 'a.csv', content: 'a,b' }]), '没有 Excel 工作簿'],
    ['the old binary kind', 'old.xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), '旧版 Excel'],
  ] as const)('%s', async ([, name, bytes, message], { open }) => {
    const { page, log } = await open({ locale: 'zh-CN', before: watchLongTasks });
    await paste(page, historyText(60));
    await page.locator('pl-verdict-cards').waitFor();
    const before = await textOf(page, 'pl-verdict-cards');
    await forgetLongTasks(page);
    await dropBytes(page, name, bytes);
    await page.getByText(message).first().waitFor();
    expect(await textOf(page, '.notice')).toContain(name);
    expect(await textOf(page, 'pl-verdict-cards')).toBe(before);
    expect(await longestTask(page)).toBeLessThan(400);
    expect(log.problems).toEqual([]);
  });

  test('a file of 1 GB, by its size, before it is read', async ({ open }) => {
    const { page } = await open({ locale: 'zh-CN' });
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      const file = new File(['x'], 'huge.csv');
      Object.defineProperty(file, 'size', { value: 1024 ** 3 });
      Object.defineProperty(file, 'slice', {
        value: () => Object.assign(globalThis, { read: true }),
      });
      // A DataTransfer makes files of its own.
      Object.defineProperty(dataTransfer, 'files', { value: [file] });
      const init = { bubbles: true, cancelable: true, composed: true };
      const event = new DragEvent('drop', init);
      Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
      document.body.dispatchEvent(event);
    });
    await page.getByText('最多 512 MB').waitFor();
    expect(await page.evaluate(() => 'read' in globalThis)).toBe(false);
  });
});

test('a large workbook shows how far it is, keeps no one waiting and can be cancelled', async ({
  open,
}) => {
  const { page } = await open({ locale: 'zh-CN', before: watchLongTasks });
  const rows = Array.from({ length: 5000 }, () => asNumbers(history)).flat();
  const book = workbook({ sheets: [{ name: 'S', xml: sheetOf([header, ...rows]) }] });
  await dropBytes(page, 'large.xlsx', await bytesOf(book));
  await page.locator('pl-progress progress').waitFor();
  await expect.poll(() => page.workers().length).toBe(2);
  await page.locator('pl-progress button').click();
  await page.locator('pl-progress progress').waitFor({ state: 'detached' });
  await expect.poll(() => page.workers().length).toBe(1);
  expect(page.url()).not.toContain('#/history');
  expect(await longestTask(page)).toBeLessThan(400);
});

test('what a workbook was made into outlives the worker that made it, and the engine’s', async ({
  open,
}) => {
  const { page } = await open({ locale: 'zh-CN' });
  const xml = sheetOf([header, ...asNumbers(history)]);
  await dropBytes(page, 'book.xlsx', await bytesOf(workbook({ sheets: [{ name: 'S', xml }] })));
  await rowsOf(page).waitFor();
  await expect.poll(() => page.workers().length).toBe(1);
  const [lost] = page.workers();
  await lost?.evaluate(() => close()).catch(() => {});
  // The lost worker is noticed when it is asked.
  await page.getByRole('radio', { name: '前一日净值' }).check();
  await page.locator('pl-verdict').getByText('分母：前一日净值').waitFor();
  expect(page.workers()).toHaveLength(1);
  expect(page.workers()[0]).not.toBe(lost);
  expect(await page.locator('.notice').count()).toBe(0);
});

test('a text of two encodings is read, and the place is told', async ({ open }) => {
  const { page } = await open({ locale: 'zh-CN' });
  const gbk = Buffer.concat([
    Buffer.from(`${historyText(40).replaceAll('\n', ',\n').replace('净值,', '净值,备注')}`),
    Buffer.from('\n2023-01-02,1.53,1.50,'),
    Buffer.from('cda3c5c6', 'hex'),
  ]);
  await dropBytes(page, 'mixed.csv', gbk);
  await page.getByText('第 42 行：从这一行起').waitFor();
  await page.locator('pl-verdict-cards').waitFor();
  expect(await page.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0);
});

test('plain text brings no converter', async ({ open }) => {
  const { page, log } = await open({ locale: 'zh-CN' });
  await paste(page, historyText(60));
  await page.locator('pl-verdict-cards').waitFor();
  const brought = () => log.requests.filter((request) => request.includes('in-worker'));
  expect(brought()).toEqual([]);
  await dropFiles(page, [{ name: 'a.json', text: '{"a":1}' }]);
  await page.getByText('没有成行的数据').waitFor();
  expect(brought()).toHaveLength(1);
});
