import type { Cards, PageTexts, ResultTexts } from '../types.ts';
import { spaced } from './spacing.ts';
import { words } from './words.ts';

export const page: PageTexts = {
  name: '溢价镜',
  tagline: '看清跨境 ETF 的溢价',
  description:
    '输入或粘贴跨境 ETF 的价格与净值，查看溢价、参考区间、收敛成本与风险提示。一切在浏览器内完成。',
  sections: '栏目',
  skip: '跳到正文',
  settings: '显示设置',
  language: '语言',
  theme: '明暗',
  theme_words: { system: '跟随系统', light: '浅色', dark: '深色' },
  rise: '涨跌颜色',
  rise_words: { red: '红涨绿跌', green: '绿涨红跌' },
  privacy: '数据只在你的浏览器里计算，不会发往任何地方。',
  advice: '这是一个计算器：不提供行情，也不构成投资建议。',
  starting: '正在载入计算模块…',
  replaying: '计算模块正在恢复，你的数据仍在…',
  failed: '计算模块没能启动。请确认浏览器支持 WebAssembly，然后重试。',
  retry: '重试',
  cancel: '取消',
  close: '关闭',
  copy: '复制',
  copied: '已复制',
  drop_here: '松开即可读取',
  chart_credit: '图表：TradingView Lightweight Charts™',
  loading: (percent) => `正在读取与计算 ${percent}`,
  bar_changed: (standard) => `已改，原为 ${standard}`,
  bar_undo: '恢复',
  bar_whole: '须为整数：',
  bar_range: (least, most) =>
    least !== undefined && most !== undefined
      ? `请填 ${least} 至 ${most} 之间的数`
      : least !== undefined
        ? `请填不小于 ${least} 的数`
        : most !== undefined
          ? `请填不大于 ${most} 的数`
          : '请填一个数',
  sample: (count, from, to, denominator) =>
    [`${count} 个观测`, from && `${from} 至 ${to}`, denominator && `对照${denominator}`]
      .filter(Boolean)
      .join('，'),
  hindsight: '当日净值要等交易结束后才公布，这里属事后对照。',
  too_few: (needed, have) => `数据不够：需要 ${needed} 天，现有 ${have} 天。`,
};

export const result: ResultTexts = {
  premium: '溢价',
  discount: '折价',
  par: '平价',
  price: '价格',
  value: '参考价值',
  formula: '公式',
  definition: '定义',
  with_numbers: '代入',
  denominator: '分母',
  dates: '日期',
  source: '来源',
  why: '为什么',
  level_of: (level) => `级别：${level}`,
  verdict: ({ verdict, kind, inner, outer, premium_fraction }, format) => {
    const name = words.kind[kind];
    const side = premium_fraction < 0 ? '低于' : '高于';
    const core = `${spaced(name)}参考区间 ±${format.bar(inner)}`;
    if (verdict === 'no_band' || inner === null) {
      return kind === 'unknown'
        ? '选定基金类型后，才能对照参考区间。'
        : `资料没有给出${spaced(name)}的参考区间，这里不作判断。`;
    }
    if (verdict === 'inside') return `在${core} 以内。在该类参考区间内，不等于不会亏损。`;
    if (outer === null) return `${side}${core}；资料没有给出这一类的外沿。`;
    const verb = verdict === 'edge' ? '未超外沿' : '超出外沿';
    return `${side}${core}，${verb} ±${format.bar(outer)}。`;
  },
  against: (denominator) => `分母：${denominator}。`,
  scale: (premium, inner, outer) =>
    `刻度：${premium}${inner ? `；内沿 ±${inner}` : '；无参考区间'}${outer ? `；外沿 ±${outer}` : ''}`,
  costs: '溢价收敛的代价',
  costs_condition: '若溢价收敛至下列水平、净值不变（情景，非预测）',
  to: (target) => `收敛至 ${target}`,
  already_within: '已在此水平以内',
  breakeven: '净值须涨多少才能抵回溢价',
  breakeven_discount: '净值跌多少会抵消折价',
  ladder: '价格阶梯',
  ladder_note: '参考价值不变时，溢价不超过下列水平的最高报价，最小单位 0.001 元',
  ladder_premium: '溢价不超过',
  ladder_price: '最高价',
  findings: '提示',
  no_findings: '能够判断的规则都没有触发。没有提示，不等于没有风险。',
  unjudged: (count) => `${count} 条规则缺少数据，未能判断`,
  unjudged_line: (rule, needs) => `${rule}：缺${needs}`,
  rule_changed: (rule, bar) => `${rule}（已改为 ${bar}）`,
  rule_names: {
    range_edge: '参考区间内沿',
    range_outside: '参考区间外沿',
    premium_over_5: '溢价警戒线',
    premium_days_over_5: '连续多日高于警戒线',
    small_float_premium: '小流通盘高溢价',
    premium_over_50: '极高溢价',
    iopv_flat: 'IOPV 停滞',
    amount_under_100m: '成交额偏低',
    amount_under_10m: '成交额过低',
    turnover_collapsed: '换手率骤降',
    purchase_suspended: '暂停申购',
    purchase_limited: '限制申购',
    purchase_open_said: '开放申购（由你指出）',
    risk_notice_said: '溢价风险提示公告',
    halt_said: '停牌公告',
    quota_released_said: '外汇额度释放',
    index_high_said: '指数处于高位',
    hindsight_disagrees: '同日净值与已公布的净值分歧',
    premium_column_agrees: '溢价列核对',
    premium_column_disagrees: '溢价列核对',
    premium_column_reversed: '溢价列正负号',
    split_adjusted: '份额拆分',
    split_one_sided: '单边拆分',
    price_adjusted: '复权价格',
    cumulative_nav_suspected: '净值口径',
    nav_dates_early: '净值日期偏早',
    nav_dates_late: '净值日期偏晚',
    nav_repeated: '净值重复',
    unit_changes: '单位变化',
    weekend_rows: '周末数据',
    price_off_tick: '四位小数的价格',
    price_stale: '停牌日的旧价格',
    duplicate_rows: '日期重复',
    nav_holes: '净值缺口',
    price_holes: '价格缺口',
    money_fund_unit: '货币基金的单位',
    price_of_other_fund: '价格串到别的基金',
    series_copied: '两只基金数据相同',
    premium_column_other: '溢价列的分母',
    tables_disagree: '多表不一致',
    value_stale: '净值陈旧',
    dates_unsorted: '日期顺序',
    table_unused: '未用到的表',
    rows_unmatched: '合并配对',
  },
  more: (count) => `另有 ${count} 条`,
  no_number: '没有数字：数据缺失',
};

export const cards: Cards = {
  premium: {
    title: '溢价率',
    definition:
      '价格比参考价值高出的比例；为负即折价。参考价值是分母，换一个分母就是另一个溢价率。',
    formula: '溢价率 =（价格 − 参考价值）÷ 参考价值',
  },
  log_premium: {
    title: '对数溢价',
    definition:
      '价格与参考价值自然对数之差。溢价与折价在对数下对称，实证研究常用；数值略小于溢价率。',
    formula: '对数溢价 = ln 价格 − ln 参考价值',
  },
  verdict: {
    title: '参考区间',
    definition:
      '按基金类型给出的内沿与外沿。不超过内沿为区间内，超过外沿为区间外，两者之间为区间边缘。区间内不等于不会亏损。',
    formula: '|溢价率| ≤ 内沿：区间内；≤ 外沿：区间边缘；否则：区间外',
  },
  closing: {
    title: '收敛情景',
    definition:
      '假定净值不变，只有溢价从现在的水平变到目标水平，价格相应变动的比例。这是情景，不是预测。',
    formula: '变动 =（1 + 目标溢价）÷（1 + 现在溢价）− 1',
  },
  breakeven: {
    title: '抵回溢价所需的净值变动',
    definition: '若溢价最终归零，净值要变动多少，价格才与现在持平。',
    formula: '所需变动 =（1 + 现在溢价）÷（1 + 0）− 1',
  },
  ladder: {
    title: '价格阶梯',
    definition: '参考价值不变时，溢价不超过某一水平的最高报价，向下取到 0.001 元的最小变动单位。',
    formula: '最高价 = 参考价值 ×（1 + 溢价上限），向下取整到 0.001 元',
  },
  scenario: {
    title: '情景收益',
    definition: '净值变动与溢价变动共同决定价格变动，二者相乘而不是相加，所以有一个交叉项。',
    formula: '1 + 收益 =（1 + 净值变动）×（1 + 之后溢价）÷（1 + 现在溢价）',
  },
};
