import { describe, expect, test } from 'vitest';
import { convertHtml } from '../../web/src/convert/html.ts';

/** Lines of the tables of a page. */
async function tablesOf(page: string | Blob, limit?: number): Promise<string[][]> {
  const source = typeof page === 'string' ? new Blob([page]) : page;
  const tables = await convertHtml(source, undefined, limit);
  return Promise.all(
    tables.map(async ({ text }) => (await text.text()).replace(/\n$/, '').split('\n')),
  );
}

async function only(page: string): Promise<string[]> {
  const tables = await tablesOf(page);
  expect(tables).toHaveLength(1);
  return tables[0] as string[];
}

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const rows = `${row('2025-01-02', '1.804')}${row('2025-01-03', '1.812')}`;

describe('cells', () => {
  test('their text, whatever stands in them', async () => {
    const cell =
      '<span>1</span>,<b>234</b>&nbsp;<script>alert(1)</script><style>td{}</style><i style="display: none">7</i>';
    expect(
      await only(
        `<table>${row('a', 'b')}${row(cell, '&lt;5&amp;6&gt;')}${row('x<br>y\n z', '"q"')}</table>`,
      ),
    ).toEqual(['a\tb', '1,234\t<5&6>', 'x y z\t"""q"""']);
  });

  test('without closing tags, as HTML allows', async () => {
    expect(
      await only(
        '<table><tr><th>日期<th>价格<tr><td>2025-01-02<td>1.8<tr><td>2025-01-03<td>1.9</table>',
      ),
    ).toEqual(['日期\t价格', '2025-01-02\t1.8', '2025-01-03\t1.9']);
  });

  test('a table of one cell inside a cell is that cell’s text', async () => {
    const inner = (text: string) => `<table><tr><td></td><td>${text}</td></tr></table>`;
    expect(
      await only(
        `<table>${row('日期', '价格')}${row('2025-01-02', inner('1.8'))}${row('2025-01-03', inner('1.9'))}</table>`,
      ),
    ).toEqual(['日期\t价格', '2025-01-02\t1.8', '2025-01-03\t1.9']);
  });

  test('two values stacked in a cell, below their two names, are two cells', async () => {
    const lines = await only(
      `<table>${row('title')}${row('代码<br>名称', '净值<br>(元)', '现价')}${row('599001<br>示例', '1.7', '1.8')}${row('<p>599002</p><p>示例</p>', '1.7', '1.8')}${row('-', '', '')}</table>`,
    );
    expect(lines.slice(1, 4)).toEqual([
      '代码\t名称\t净值 (元)\t现价',
      '599001\t示例\t1.7\t1.8',
      '599002\t示例\t1.7\t1.8',
    ]);
  });

  test('lists of funds under the same header are one list, histories are not', async () => {
    const list = (code: string) => `<table>${row('代码', '现价')}${row(code, '1.8')}</table>`;
    expect(await only(list('599001') + list('599002'))).toEqual([
      '代码\t现价',
      '599001\t1.8',
      '代码\t现价',
      '599002\t1.8',
    ]);
    const history = `<table>${row('日期', '价格')}${rows}</table>`;
    expect(await tablesOf(history + history)).toHaveLength(2);
  });

  test('an empty row keeps its place, so that rows are those of the page', async () => {
    const lines = await only(
      `<table>${row('日期', '价格')}<tr></tr>${row('', ' ')}${rows}</table>`,
    );
    expect(lines).toEqual(['日期\t价格', '', '', '2025-01-02\t1.804', '2025-01-03\t1.812']);
  });

  test('over several columns and rows are repeated', async () => {
    const head =
      '<tr><th rowspan="2">日期</th><th colspan="2">价格</th></tr><tr><th>开盘</th><th>收盘</th></tr>';
    const body = `<tr><td rowspan=2>2025-01-02</td><td>1.1</td><td>1.2</td></tr>${row('1.3', '1.4')}${row('2025-01-03', '1.5', '1.6')}`;
    expect(await only(`<table>${head}${body}</table>`)).toEqual([
      '日期\t价格\t价格',
      '日期\t开盘\t收盘',
      '2025-01-02\t1.1\t1.2',
      '2025-01-02\t1.3\t1.4',
      '2025-01-03\t1.5\t1.6',
    ]);
  });

  test('a title over the whole width is one cell', async () => {
    const title = '<tr><td colspan="2">513100 历史行情</td></tr>';
    expect((await only(`<table>${title}${row('日期', '价格')}${rows}</table>`))[0]).toBe(
      '513100 历史行情',
    );
  });

  test('the number behind a rounded one is taken, where it is that number', async () => {
    const cells = [
      '<td x:num="1.80437">1.80</td>',
      '<td x:num="0.034112">3.41%</td>',
      '<td sdval="45659" sdnum="1033;0;YYYY-MM-DD">2025-01-02</td>',
      `<td data-sheets-value='{"1":3,"3":1234.5678}'>1,234.57</td>`,
      '<td x:num="9">1.80</td>',
    ];
    const lines = await only(
      `<table>${row('a', 'b', 'c', 'd', 'e')}<tr>${cells.join('')}</tr>${row('1', '2', '3', '4', '5')}</table>`,
    );
    expect(lines[1]).toBe('1.80437\t3.4112%\t2025-01-02\t1234.5678\t1.80');
  });
});

describe('tables', () => {
  test('several, those that only lay out the page left out', async () => {
    const layout = `<table><tr><td>菜单</td><td><table>${row('日期', '价格')}${rows}</table></td></tr></table>`;
    const pager = `<table>${row('1', '2', '3')}</table>`;
    const second = `<table><caption>净值</caption>${row('日期', '净值')}${rows}</table>`;
    expect(await tablesOf(`<!doctype html><body>${layout}${pager}${second}`)).toEqual([
      ['日期\t价格', '2025-01-02\t1.804', '2025-01-03\t1.812'],
      ['日期\t净值', '2025-01-02\t1.804', '2025-01-03\t1.812'],
    ]);
  });

  test('the biggest leads where the first is a trifle', async () => {
    const many = Array.from({ length: 40 }, (_, i) => row(`2025-01-${i}`, '1', '2'));
    const [first] = await tablesOf(
      `<table>${rows}</table><table>${row('日期', 'a', 'b')}${many.join('')}</table>`,
    );
    expect(first?.[0]).toBe('日期\ta\tb');
  });

  test('a header in a table of its own belongs to the one below', async () => {
    const page = `<table>${row('日期', '收盘价')}</table><div><table>${rows}</table></div>`;
    expect(await only(page)).toEqual(['日期\t收盘价', '2025-01-02\t1.804', '2025-01-03\t1.812']);
  });

  test('pages of any encoding', async () => {
    // <table><tr><td>日期</td><td>价</td></tr>… in GBK.
    const gbk = Buffer.concat([
      Buffer.from('<html><table><tr><td>'),
      Buffer.from('c8d5c6da', 'hex'),
      Buffer.from(`</td><td>b</td></tr>${rows}</table>`),
    ]);
    expect((await tablesOf(new Blob([gbk])))[0]?.[0]).toBe('日期\tb');
    const wide = Buffer.from(`\uFEFF<table>${row('日期', '价格')}${rows}</table>`, 'utf16le');
    expect((await tablesOf(new Blob([wide])))[0]?.[0]).toBe('日期\t价格');
  });

  test('text a browser shows as a page is that text', async () => {
    const page = '<html><body><pre>日期,价格\n2025-01-02,1.8\n</pre></body></html>';
    expect(await only(page)).toEqual(['日期,价格', '2025-01-02,1.8']);
  });
});

describe('refused', () => {
  test.each([
    ['no table', '<html><body><p>溢价很高</p></body></html>'],
    ['a table with no rows', '<table></table>'],
    ['only a header', `<table>${row('日期', '价格')}</table>`],
    ['only layout', `<table>${row('菜单', '正文')}${row('甲', '乙')}</table>`],
  ])('%s', async (_, page) => {
    await expect(tablesOf(page)).rejects.toMatchObject({ code: 'html_without_rows' });
  });
});

describe('hostile', () => {
  test('spans without end cost no memory', async () => {
    const wide = '<td colspan="1000000000" rowspan="1000000000">x</td>';
    const lines = await only(
      `<table><tr>${wide.repeat(50)}</tr>${row('日期', '价格')}${rows}${rows}</table>`,
    );
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(20_000);
  });

  test('spans that multiply are refused before they fill the memory', async () => {
    const cell = `<td colspan="250" rowspan="60000">${'x'.repeat(5000)}</td>`;
    const page = new Blob([
      `<table><tr>${cell.repeat(16)}</tr>`,
      '<tr><td>1</td></tr>'.repeat(60_000),
    ]);
    await expect(tablesOf(page, 1e8)).rejects.toMatchObject({ code: 'inflates_too_large' });
  });

  test('tables nested a hundred thousand deep, tags cut, entities without end', async () => {
    const deep = `${'<table><tr><td>'.repeat(100_000)}1`;
    await expect(tablesOf(deep)).rejects.toMatchObject({ code: 'html_without_rows' });
    expect(
      await only(`<table>${row('日期', '价格')}${rows}<tr><td>2025-01-06</td><td>1.9<b`),
    ).toHaveLength(4);
    expect((await only(`<table>${row('a', `&${'x'.repeat(100_000)}`)}${rows}</table>`))[2]).toBe(
      '2025-01-03\t1.812',
    );
  });
});
