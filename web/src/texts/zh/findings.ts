// 每条提示先说看到了什么、对照哪条线；“why” 说明为何值得留意，也说明它不代表什么。

import type { Said } from '../evidence.ts';
import type { Texts } from '../types.ts';
import { inline, spaced } from './spacing.ts';

const gap = (said: Said, key = 'premium_fraction'): string =>
  `${said.isBelowZero(key) ? '折价' : '溢价'} ${said.size(key)}`;

/** 净值在公布之后又走了多少：这部分不是溢价。 */
const moved = (said: Said): string =>
  said.has('value_move_fraction')
    ? `；其后净值变动 ${said.of('value_move_fraction')}，对同日净值为${gap(said, 'same_day_premium_fraction')}`
    : '';

/** 一天的成交额，或近几天的平均。 */
const amount = (said: Said): string =>
  `${said.isOver('amount_days', 1) ? `近 ${said.of('amount_days')}日均成交额` : '日成交额'} ${said.of('amount_cny')}`;

const against = (said: Said): string =>
  said.has('denominator_name') ? `（对${inline(said.of('denominator_name')).trimEnd()}）` : '';

const kindOf = (said: Said): string =>
  said.has('kind_name') ? spaced(said.of('kind_name')) : '该类基金';

const on = (said: Said): string => (said.has('last_date') ? `（${said.of('last_date')}）` : '');

/** 由谁说的：数据，或读者自己。 */
const told = (s: Said, what: string): string =>
  s.has('said_name') ? `${said(s)}${what}` : `数据显示${what}`;

const said = (s: Said): string =>
  s.has('said_date') ? `你指出（${s.of('said_date')}）：` : '你指出：';

const otherwise = (s: Said): string =>
  s.has('purchase_status_name')
    ? `；数据里是“${s.of('purchase_status_name')}”，以你所说的为准`
    : '';

const now = (s: Said): string => (s.has('premium_fraction') ? `；此时${gap(s)}${against(s)}` : '');

export const findings: Texts['findings'] = {
  range_edge: {
    line: (s) =>
      `${gap(s)}，超出${kindOf(s)}参考区间内沿 ±${s.of('inner_fraction')}${s.has('outer_fraction') ? `，未超外沿 ±${s.of('outer_fraction')}` : ''}${moved(s)}`,
    why: '内沿与外沿之间属于常见但偏大的偏离。外汇额度、时差和情绪都可能造成，不必然收窄，也不必然扩大。',
  },
  range_outside: {
    line: (s) =>
      `${gap(s)}，超出${kindOf(s)}参考区间${s.has('outer_fraction') ? `外沿 ±${s.of('outer_fraction')}` : ` ±${s.of('inner_fraction')}`}${moved(s)}`,
    why: '价格与价值的偏离已大于这类基金通常的范围。偏离收窄时，即使净值不变，价格也会跟着变动。',
  },
  premium_over_5: {
    line: (s) => `${gap(s)}，超过 ${s.of('bar_fraction')} 警戒线${moved(s)}`,
    why: '投资者指南把 5 % 列为警戒线：在此之上，溢价回落带来的损失往往盖过指数本身的涨跌。',
  },
  premium_days_over_5: {
    line: (s) =>
      `溢价连续 ${s.of('run_days')}高于 ${s.of('bar_fraction')}，对照线是 ${s.of('bar_days')}`,
    why: '指南特别提到“连续多日维持高溢价”。连续几日算多日，资料没有写明，标准取 3 天，是本工具的取值。',
  },
  small_float_premium: {
    line: (s) =>
      `${gap(s)}，高于 ${s.of('bar_fraction')}；流通盘 ${s.of('float_cny')}，不足 ${s.of('bar_cny')}`,
    why: '券商研究用“溢价率高于阈值且流通盘小于 20 亿元”识别风险，阈值为 6 %、10 %、15 %。盘子小，少量资金即可推动价格。',
  },
  premium_over_50: {
    line: (s) => `${gap(s)}，达到 ${s.of('bar_fraction')}`,
    why: '有一只基金两次在 50 % 附近见顶后停牌，也有基金在 10 % 左右就停牌。50 % 是一段历史，不是上限。',
  },
  iopv_flat: {
    line: (s) =>
      s.has('rows_count')
        ? `${s.of('rows_count')} 行的 IOPV 不动而价格在动（${s.of('first_date')} 至 ${s.of('last_date')}），最长${s.has('flat_minutes') ? spaced(s.of('flat_minutes')) : `连续 ${s.of('flat_days')}`}停在 ${s.of('iopv_value')}，其间价格波动 ${s.size('price_move_fraction')}`
        : `IOPV ${s.has('flat_minutes') ? `${s.of('flat_minutes')}未变` : `连续 ${s.of('flat_days')}未变`}（停在 ${s.of('iopv_value')}），其间价格波动 ${s.size('price_move_fraction')}；对照线 ${s.of('bar_minutes')}`,
    why: '境外市场休市时，IOPV 停在上一次收盘。此时的溢价是“实时价格”比“旧价值”，其中一部分只是市场尚未更新的消息。',
  },
  amount_under_100m: {
    line: (s) => `${amount(s)}，低于 ${s.of('bar_cny')}`,
    why: '指南把“日均成交超 1 亿元”作为流动性较好的标志。历史数据按近 20 个交易日平均，这一口径是本工具的取值。',
  },
  amount_under_10m: {
    line: (s) => `${amount(s)}，低于 ${s.of('bar_cny')}`,
    why: '指南提到，单日成交不足千万元时，变现可能要承受 3 %–5 % 的滑点。',
  },
  turnover_collapsed: {
    line: (s) =>
      `换手率近 ${s.of('recent_days')}均值 ${s.of('recent_fraction')}，低于 ${s.of('bar_fraction')}，也不足近 ${s.of('usual_days')}中位数 ${s.of('usual_fraction')} 的 ${s.of('bar_ratio')} 倍`,
    why: '指南描述过换手率从 5 % 降到 1 % 以下的情形。两条对照线与天数是本工具的取值。',
  },
  purchase_suspended: {
    line: (s) => `${told(s, '基金暂停申购')}${otherwise(s)}`,
    why: '新份额无法产生，套利难以压低溢价；一旦恢复申购，溢价也可能很快回落。',
  },
  purchase_limited: {
    line: (s) =>
      `${told(s, '限制申购')}${s.has('limit_cny') ? `，上限 ${s.of('limit_cny')}` : ''}${otherwise(s)}`,
    why: '限购与高溢价往往同时出现：新增份额有限，价格更容易偏离。恢复大额申购时，溢价可能很快回落。',
  },
  purchase_open_said: {
    line: (s) => `${told(s, '基金开放申购')}${otherwise(s)}`,
    why: '申购状态以你所说的为准。能够申购，套利者就可以换入新份额，溢价较难维持；额度与到账时间仍是限制。',
  },
  risk_notice_said: {
    line: (s) => `${said(s)}基金发布了溢价风险提示公告${now(s)}`,
    why: '指南把风险提示公告列为须留意的信号，并提到可考虑分批退出。公告说明管理人也看到了偏离，并不预告价格何时变动。',
  },
  halt_said: {
    line: (s) => `${said(s)}基金公告停牌${now(s)}`,
    why: '停牌期间无法成交，持有人只能等待。指南把临时停牌列为须留意的信号，并提到可考虑分批退出；券商研究记录了在 10 % 和 50 % 附近停牌的例子。',
  },
  quota_released_said: {
    line: (s) => `${said(s)}外汇额度释放或恢复大额申购${now(s)}`,
    why: '指南写道：额度释放、恢复大额申购时，溢价率可能快速收敛。收敛多少、多快，资料没有写明。',
  },
  index_high_said: {
    line: (s) => `${said(s)}海外指数处于历史高位${now(s)}`,
    why: '指南提醒“高位接盘”与“溢价收敛”的双重风险：指数回落时，溢价常同时收窄。高位本身并不预告回落。',
  },
  hindsight_disagrees: {
    line: (s) =>
      `有 ${s.of('disagree_days')}，同日净值与当时已公布的净值算出的溢价分处 ${s.of('bar_fraction')} 两侧；最近一次${on(s)}前者${gap(s, 'same_day_fraction')}，后者${gap(s, 'published_fraction')}`,
    why: '同日净值在收盘之后才算出，已含当晚境外市场的消息。提示一律以当时已公布的净值为准，两者都列出供对照。',
  },
  premium_column_agrees: {
    line: (s) => `“${s.of('column_text')}”列与重算结果一致${against(s)}，${s.of('rows_count')} 行`,
    why: '表里的溢价率只用来核对，页面上的数字全部由价格与价值重新计算。',
  },
  premium_column_disagrees: {
    line: (s) =>
      `“${s.of('column_text')}”列与重算结果不一致${against(s)}：差值中位数 ${s.of('difference_fraction')}，对照线 ${s.of('bar_fraction')}，${s.of('rows_count')} 行`,
    why: '常见原因是分母不同（IOPV、同日净值、前一日净值）或日期错开。页面采用重算值。',
  },
  premium_column_reversed: {
    line: (s) => `“${s.of('column_text')}”列正负号相反${against(s)}，${s.of('rows_count')} 行`,
    why: '有的行情源给出的是折价率，即溢价率的相反数。页面采用重算值：价格高于价值为溢价。',
  },
  split_adjusted: {
    line: (s) =>
      `${s.of('split_date')} 份额拆分，比例 ${s.of('split_ratio')}；前后价格与净值已换算到同一口径`,
    why: '价格和净值在同一时点按同一简单比例跳变，是拆分而不是涨跌。拆分不改变溢价率。',
  },
  split_one_sided: {
    line: (s) =>
      `${s.of('split_date')} 只有${s.has('side_name') ? s.of('side_name') : '一列'}按 ${s.of('split_ratio')} 的比例跳变`,
    why: '可能是一列已复权而另一列没有，或两列的拆分日期错开一天。这几天的溢价请谨慎看待。',
  },
  price_adjusted: {
    line: (s) =>
      s.has('split_ratio')
        ? `${s.of('split_date')} 净值按 ${s.of('split_ratio')} 的比例拆分，价格却没有跳变：价格像是复权价，净值没有复权`
        : s.has('first_date')
          ? `价格没有跟随净值除息：${s.of('first_date')} 至 ${s.of('last_date')} 有 ${s.of('steps_count')} 处台阶，最远处价格偏离净值 ${s.of('gap_fraction')}`
          : `数据标注为“${s.of('title_text')}”，价格可能已复权，净值没有`,
    why: '复权价已把分红和拆分折进历史价格，单位净值没有。两者相除得到的溢价在除息日之前都是错的。请换用不复权的价格。',
  },
  cumulative_nav_suspected: {
    line: (s) =>
      `价格与净值不在同一口径：${s.of('first_date')} 至 ${s.of('last_date')} 价格比净值${s.isBelowZero('gap_fraction') ? '低' : '高'} ${s.size('gap_fraction')}，且一直如此`,
    why: '常见原因是把累计净值当成了单位净值，也可能是别的份额或币种。累计净值含历次分红，从不用作分母。',
  },
  nav_dates_early: {
    line: (s) =>
      `${s.of('first_date')} 至 ${s.of('last_date')} 净值日期早了 ${s.of('off_sessions')}：价格收益与错开 ${s.of('found_lag_sessions')}的净值收益相关系数 ${s.of('found_correlation')}，与应有位置（${s.of('usual_lag_sessions')}）只有 ${s.of('usual_correlation')}，共 ${s.of('pairs_count')} 对`,
    why: '净值配错一天，溢价里就混进一天的行情。相关性是统计证据，不是证明，修正前请对照基金公司公布的日期。',
  },
  nav_dates_late: {
    line: (s) =>
      `${s.of('first_date')} 至 ${s.of('last_date')} 净值日期晚了 ${s.of('off_sessions')}：价格收益与错开 ${s.of('found_lag_sessions')}的净值收益相关系数 ${s.of('found_correlation')}，与应有位置（${s.of('usual_lag_sessions')}）只有 ${s.of('usual_correlation')}，共 ${s.of('pairs_count')} 对`,
    why: '净值配错一天，溢价里就混进一天的行情。相关性是统计证据，不是证明，修正前请对照基金公司公布的日期。',
  },
  nav_repeated: {
    line: (s) =>
      `${s.of('first_date')} 至 ${s.of('last_date')} 有 ${s.of('repeats_count')} 天的净值与前一天完全相同，按净值的波动和小数位数，偶然出现的次数约为 ${s.of('expected_ratio')}`,
    why: '多半是当天净值缺失而沿用了前值。这些天的溢价其实是对前一天净值的。',
  },
  unit_changes: {
    line: (s) =>
      `${s.has('role_name') ? s.of('role_name') : '一列'}自 ${s.of('change_date')} 起换了单位：${s.of('before_count')} 之后是 ${s.of('after_count')}，此后一直如此；乘以 ${s.of('factor_ratio')} 可接上${s.has('funds_count') ? `（共 ${s.of('funds_count')} 只基金，数字为其中之一）` : ''}`,
    why: '单位不一，成交额、换手率一类的判断会差成百上万倍。修正把后段换回前段的单位；若前段才是错的，请改列的单位。',
  },
  weekend_rows: {
    line: (s) =>
      `${s.of('rows_count')} 行的日期是周六或周日${s.isOver('priced_count', 0) ? `，其中 ${s.of('priced_count')} 行有价格` : '，没有价格'}${s.has('first_date') ? `（${s.of('first_date')} 至 ${s.of('last_date')}）` : ''}`,
    why: '交易所周末不交易。带价格的周末行多半日期错位；没有价格的行不影响溢价。',
  },
  price_off_tick: {
    line: (s) =>
      `${s.of('priced_count')} 个价格中有 ${s.of('rows_count')} 个（${s.of('share_fraction')}）带第四位小数，例如 ${s.of('sample_value')}；成交价的最小变动单位是 ${s.of('price_tick_value')}${s.isOver('equals_nav_count', 0) ? `；其中 ${s.of('equals_nav_count')} 个等于同日净值` : ''}${s.isOver('equals_previous_count', 0) ? `；其中 ${s.of('equals_previous_count')} 个等于前一日净值` : ''}`,
    why: '这样的数不是成交价，可能是净值、均价或复权价。它与净值之比不是溢价。',
  },
  price_stale: {
    line: (s) =>
      `${s.of('first_date')} 至 ${s.of('last_date')} 有 ${s.of('rows_count')} 天没有成交，价格与前一天完全相同，最长连续 ${s.of('longest_sessions')}`,
    why: '停牌日没有价格，行情源沿用了停牌前的价格。净值每天在变，这样算出的溢价没有人能成交。',
  },
  duplicate_rows: {
    line: (s) =>
      `${s.of('first_date')} 至 ${s.of('last_date')} 有 ${s.of('rows_count')} 行的日期已在前面出现过，以先出现的为准；其中 ${s.of('differing_count')} 行与前面的不同${s.has('largest_difference_fraction') ? `，价格或价值最多相差 ${s.of('largest_difference_fraction')}` : ''}`,
    why: '内容相同的重复行不影响结果。内容不同时只有一行是对的：可能是修订过的数值，也可能是别的份额或日期写错。',
  },
  nav_holes: {
    line: (s) =>
      `${s.of('first_date')} 至 ${s.of('last_date')} 有 ${s.of('rows_count')} 个交易日没有净值，最长连续 ${s.of('longest_sessions')}（自 ${s.of('longest_date')} 起）`,
    why: '缺净值的日子只能用更早的净值，溢价里就混进了这几天的行情。交易日按价格、其他数据和星期推断，长假不算缺口；有的跨境基金在境外休市日不公布净值。',
  },
  price_holes: {
    line: (s) =>
      `${s.of('first_date')} 至 ${s.of('last_date')} 有 ${s.of('rows_count')} 个交易日没有价格，最长连续 ${s.of('longest_sessions')}（自 ${s.of('longest_date')} 起）`,
    why: '有净值而没有价格的日子多半是停牌，也可能是数据漏了几天。交易日按净值、其他数据和星期推断，长假不算缺口。',
  },
  money_fund_unit: {
    line: (s) =>
      s.has('factor_ratio')
        ? `价格在 ${s.of('price_value')} 附近，净值在 ${s.of('nav_value')} 附近：货币基金按百份报价，净值按一份，相差 ${s.of('factor_ratio')} 倍`
        : `价格在 ${s.of('price_value')} 附近，“净值”在 ${s.of('nav_value')} 附近且天天变动：像是货币基金的万份收益，不是净值`,
    why: '这是单位不同，不是溢价。换到同一单位之后，货币基金的价格与净值几乎相等。',
  },
  price_of_other_fund: {
    line: (s) =>
      `${s.of('first_date')} 至 ${s.of('last_date')} 有 ${s.of('rows_count')} 行的价格与自己的净值相差 ${s.of('own_gap_fraction')}${s.has('other_text') ? `，与 ${s.of('other_text')} 的${s.has('other_side_name') ? s.of('other_side_name') : '净值'}只差 ${s.of('other_gap_fraction')}` : '，之前和之后则相符'}`,
    why: '价格多半是别的基金的：代码写错，或合并时串了行。这样的溢价没有意义，一天之内也不可能出现又消失。',
  },
  series_copied: {
    line: (s) =>
      `与 ${s.of('other_text')} 有 ${s.of('rows_count')} 行的${s.of('side_name')}完全相同（${s.of('first_date')} 至 ${s.of('last_date')}）`,
    why: '两只基金不会每天都有同一个数。至少有一只用的是另一只的数据。',
  },
  premium_column_other: {
    line: (s) =>
      s.has('off_sessions')
        ? `“${s.of('column_text')}”列的数值是上一行的：对${inline(s.of('denominator_name')).trimEnd()}，与当日相差 ${s.of('said_difference_fraction')}，错后一个交易日只差 ${s.of('difference_fraction')}（中位数，${s.of('rows_count')} 行）`
        : `“${s.of('column_text')}”列按名称是对${inline(s.of('said_denominator_name')).trimEnd()}，数值却与${inline(s.of('denominator_name')).trimEnd()}相符：${s.has('said_difference_fraction') ? `与前者差 ${s.of('said_difference_fraction')}，` : '前者数据里没有，'}与后者差 ${s.of('difference_fraction')}（中位数，${s.of('rows_count')} 行）`,
    why: '同一个价格对不同的价值，或对另一天的价值，溢价可以差几个百分点。页面采用重算值，并写明分母；这一列本身不参与计算，因此无需修正。',
  },
  tables_disagree: {
    line: (s) => {
      const [first, last] = [s.of('first_date'), s.of('last_date')];
      const days = s.has('first_date')
        ? `（${first === last ? first : `${first} 至 ${last}`}）`
        : '';
      return `拼接的几张表有 ${s.of('rows_count')} 行数值不同${days}，最多相差 ${s.of('largest_difference_fraction')}；以后加入的表为准`;
    },
    why: '旧的导出可能含有后来修订过的数值，或复权方式不同。若以先前的表为准，请移除后加入的表。',
  },
  value_stale: {
    line: (s) => `最新价值的日期是 ${s.of('value_date')}，落后价格 ${s.of('lag_sessions')}`,
    why: '价值越旧，溢价里混入的市场涨跌越多。补上较新的净值后再看。',
  },
  dates_unsorted: {
    line: (s) =>
      s.has('rows_count')
        ? `日期未按顺序排列（${s.of('rows_count')} 行），已排序`
        : '日期未按顺序排列，已排序',
    why: '从新到旧的表格很常见，排序不影响结果。',
  },
  table_unused: {
    line: (s) => `没有用到这份表：${s.of('table')}`,
    why: '这份表已读入，但其中没有这里要用的列，或同一项数据已由另一份表提供。',
  },
  rows_unmatched: {
    line: (s) =>
      `按日期合并：${s.of('matched_count')} 行配对，${s.of('price_only_count')} 行只有价格，${s.of('value_only_count')} 行只有净值`,
    why: '没有配对的行不参与计算。停牌日、节假日和两份数据起止日期不同都会造成这种情况。',
  },
};
