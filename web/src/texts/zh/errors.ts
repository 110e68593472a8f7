// 出错时先说位置，再说原因和怎么办。

import type { Place, Texts } from '../types.ts';

const quoted = (place: Place): string => (place.text ? `“${place.text}”` : '');

const at = (place: Place): string => {
  const row = place.row ? `第 ${place.row} 行` : '';
  const column = place.column ? `“${place.column}”列` : '';
  return row || column ? `${row}${column}：` : '';
};

const field: Record<string, string> = { price: '价格', value: '参考价值' };
const fieldOf = (place: Place): string => field[place.column ?? ''] ?? place.column ?? '';

export const errors: Texts['errors'] = {
  bad_json: () => '请求不是有效的 JSON。这是程序自身的问题，请刷新页面再试。',
  bad_request: () => '请求缺少要做的运算。这是程序自身的问题，请刷新页面再试。',
  unknown_op: (p) => `没有名为${quoted(p)}的运算。请刷新页面再试。`,
  missing_field: (p) => `缺少“${fieldOf(p)}”。`,
  bad_field: (p) => `“${fieldOf(p)}”的值${quoted(p)}不可用。`,
  unknown_table: () => '这份表格已不在内存中，请重新粘贴或打开。',
  unknown_column: (p) => `表中没有“${p.column ?? p.text ?? ''}”这一列。`,
  out_of_memory: () => '内存不足，这份数据放不下。请减少行数或列数后再试；之前的结果仍然保留。',
  internal: () => '程序出了意外的错误，输入的内容没有丢失。请再试一次。',
  price_not_positive: (p) =>
    `${at({ row: p.row })}价格须大于 0${p.text ? `，现在是 ${p.text}` : ''}。`,
  value_not_positive: (p) =>
    `${at({ row: p.row })}参考价值（IOPV 或净值）须大于 0${p.text ? `，现在是 ${p.text}` : ''}。`,
  premium_below_total_loss: () => '溢价与涨幅都须大于 −100 %。',
  empty_input: () => '内容是空的。请粘贴带表头的表格，例如“日期、收盘价、单位净值”三列。',
  binary_input: () => '这不是文本文件。请另存为 CSV（UTF-8 或 GBK 均可），或直接复制单元格粘贴。',
  spreadsheet_input: () =>
    '这是旧版 Excel 的二进制文件（.xls），这里读不了。请在 Excel 里另存为 .xlsx 或 CSV，或直接复制单元格粘贴到页面。',
  line_too_long: (p) => `${at({ row: p.row })}这一行超过一百万个字符，不像表格，未读取。`,
  too_many_columns: (p) => `${at({ row: p.row })}这一行超过一千个单元格，未读取。`,
  not_a_table: () => '没有读到表格，像是一段文字。表格需要表头，并以逗号、制表符或分号分列。',
  no_rows: () => '只有表头，下面没有数据行。',
  no_price_column: () =>
    '没有找到价格列。请在“各列含义”里把对应的列改为“价格”，或再补一份含价格的表。',
  no_value_column: () =>
    '没有找到 IOPV 或净值列。请在“各列含义”里更正，或再补一份含净值的表，页面会按日期合并。',
  no_date_column: () => '没有找到日期列，两份表无法按日期合并。请在“各列含义”里指定日期列。',
  no_usable_row: () => '没有一行同时有价格和价值，无法计算溢价。若是两份表，请检查日期是否重叠。',
  no_common_key: ({ text }) =>
    `这几份表没有共同的基金或日期，无法合并${text ? `（${text}）` : ''}。请检查代码和日期两列。`,
  unknown_fund: (p) => `表里没有这只基金${quoted(p)}。`,
  level_missing: () => '贴上的指数或汇率没有这一天前后的数据，净值推算不到这一天。',
  day_missing: (p) => `数据里没有这一天的价格${quoted(p)}，括号里是前后最近的有价日。`,
  denominator_missing: (p) => `数据里没有这种分母${quoted(p)}，请换一种。`,
  no_history: () => '这一项需要一只基金按日的历史。',
  unknown_series: (p) => `没有名为${quoted(p)}的指数或汇率，请从读到的几种里选。`,
  only_market_series: () =>
    '贴上的只有指数或汇率，没有基金。请再补一份基金的表：日期、收盘价、单位净值（只核对净值日期时，有净值即可）。',
  index_changes_alone: () =>
    '旁边的指数只有涨跌幅，没有点位。涨跌幅不当作点位用，请补一份指数的日线（日期、收盘点位）。',
  no_index_series: () =>
    '旁边没有指数。再补一份所跟踪指数的日线（日期、收盘点位），境外指数另加对人民币汇率，才能估算净值和核对净值日期。',
  index_unclear: () =>
    '旁边有几种指数，名称对不上，重叠的天数又太少，判断不出是哪一种。请指定所跟踪的指数。',
  index_unrelated: () =>
    '旁边的指数都解释不了这只基金净值的涨跌，没有用来估算。请补上它跟踪的指数，或直接指定。',
  no_nav_series: () => '数据里没有按日期的净值，无法估算，也无法核对净值日期。',
  no_common_days: () => '指数与净值的日期没有重叠，无法估算。请检查两份表的日期范围。',
  input_too_large: () =>
    '文件太大，没有读取：最多 512 MB（JSON 最多 256 MB）。请减少行数或拆成几份。',
  input_unreadable: () => '文件读不出来，可能已被移动或修改。请重新选择。',
  html_without_rows: () => '网页里没有带数据行的表格，未读取。请选中整张表格再复制。',
  json_broken: (p) =>
    `第 ${p.row ?? 1} 行第 ${p.column ?? 1} 个字符处断开或格式有误${p.text ? `，在 ${quoted(p)} 之后` : ''}。JSON 可能没有复制完整。`,
  json_without_rows: (p) =>
    `JSON 里没有成行的数据（列表），未读取。${p.text ? `其中写着${quoted(p)}。` : ''}`,
  sheet_without_rows: (p) =>
    `工作簿里没有一张表有数据${p.text ? `，例如${quoted(p)}是空的` : ''}。`,
  sheet_damaged: (p) =>
    `工作簿不完整或已损坏${p.text ? `（${p.text}）` : ''}，未读取。请在 Excel 里打开并重新另存。`,
  sheet_encrypted: () => '工作簿有密码保护，打不开。请在 Excel 里去掉密码后另存，再拖进来。',
  archive_input: () =>
    '压缩包里没有 Excel 工作簿（.xlsx）。请先解压；.xlsb、.ods 等请另存为 .xlsx 或 CSV。',
  inflates_too_large: (p) =>
    `解压到一半已远超一张表的大小，可能是压缩炸弹，已停止${p.text ? `（${p.text}）` : ''}。之前的结果仍然保留。`,
  mixed_encoding: (p) =>
    `${at({ row: p.row })}从这一行起，UTF-8 文本里混有 GBK 编码的行，已按 GBK 读出，请核对这些行。`,
  engine_unavailable: () =>
    '计算模块没能载入。请检查网络与浏览器（需支持 WebAssembly），然后重试。',
  engine_failed: () => '计算连续两次中断，已停止。输入的内容没有丢失，请换一份较小的数据再试。',
  not_a_number: (p) => `${at(p)}${quoted(p)}不是数字`,
  not_a_date: (p) => `${at(p)}${quoted(p)}不是日期`,
  no_such_date: (p) => `${at(p)}日历上没有 ${quoted(p)} 这一天`,
  not_a_time: (p) => `${at(p)}${quoted(p)}不是时刻`,
  control_character: (p) => `${at(p)}单元格里有 NUL 或其他控制字符`,
  extra_cells: (p) => `${at(p)}单元格比表头多${p.text ? `，多出 ${quoted(p)}` : ''}`,
  open_quote: (p) => `${at(p)}引号没有闭合`,
  footer: (p) => `${at(p)}${quoted(p)}是表尾说明，不计入数据`,
  unit_differs: (p) => `${at(p)}${quoted(p)}与本列多数单元格单位不同，未采用`,
  damaged_text: (p) => `${at(p)}${quoted(p)}中有字符在粘贴前已损坏，按现样保留`,
  not_positive: (p) => `${at(p)}${quoted(p)}不大于 0，价格和价值须为正数`,
  date_missing: (p) => `${at(p)}这一行没有日期`,
  code_missing: (p) => `${at(p)}表里有几只基金，这一行没有写代码`,
  duplicate_date: (p) => `${at(p)}日期 ${quoted(p)} 前面已出现过，以先出现的为准`,
};
