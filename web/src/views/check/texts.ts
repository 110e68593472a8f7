import type { Translated } from '../../texts/translated.ts';

export interface CheckTexts {
  title: string;
  price: string;
  value: string;
  value_is: string;
  kind: string;
  more: string;
  amount: string;
  amount_hint: string;
  float: string;
  float_hint: string;
  purchase: string;
  purchase_unknown: string;
  yuan: string;
  understood: (amount: string) => string;
  field_not_a_number: (text: string) => string;
  stale: string;
  empty: string;
  cases: string;
  case_premium: (price: string, value: string) => string;
  case_convergence: (from: string, to: string, growth: string) => string;
  case_printed: (printed: string, exact: string) => string;
  case_differs: (printed: string, exact: string) => string;
  /** With which premium at selling the printed figure would be right. */
  case_needs: (premium: string) => string;
  estimate: string;
  scenario: string;
  scenario_later: string;
  scenario_growth: string;
  scenario_needs: string;
  scenario_result: string;
  scenario_value: string;
  scenario_premium: string;
  scenario_cross: string;
  scenario_sentence: (later: string, growth: string) => string;
}

export const texts: Translated<CheckTexts> = {
  zh: {
    title: '快查',
    price: '价格',
    value: '参考价值',
    value_is: '参考价值是',
    kind: '基金类型',
    more: '补充成交额、流通盘、申购状态，可多判断几条规则',
    amount: '日成交额',
    amount_hint: '可写 8000万、1.2亿',
    float: '场内流通盘',
    float_hint: '可写 15亿',
    purchase: '申购状态',
    purchase_unknown: '不清楚',
    yuan: '元',
    understood: (amount) => `读作 ${amount}`,
    field_not_a_number: (text) => `“${text}”不是数字，请改成类似 1.804 的写法`,
    stale: '有一格暂不能用，下面仍是上一次的结果。',
    empty: '填入价格与参考价值，这里立即给出溢价、参考区间、收敛成本和提示。',
    cases: '资料里的算例',
    case_premium: (price, value) => `${price} ÷ ${value}`,
    case_convergence: (from, to, growth) => `溢价 ${from} → ${to}${growth && `，净值 ${growth}`}`,
    case_printed: (printed, exact) => `资料印作 ${printed}，按公式算得 ${exact}，一致。`,
    case_differs: (printed, exact) =>
      `资料印作 ${printed}，按公式算得 ${exact}，两者不同；这里只信公式。`,
    case_needs: (premium) => `印出的数字要求溢价收敛到 ${premium}。`,
    estimate: '今天的估值自己算',
    scenario: '情景：溢价与净值都变',
    scenario_later: '之后的溢价',
    scenario_growth: '净值变动',
    scenario_needs: '先在上面得出一个溢价。',
    scenario_result: '价格变动',
    scenario_value: '其中净值',
    scenario_premium: '其中溢价',
    scenario_cross: '两者相乘',
    scenario_sentence: (later, growth) => `若溢价变为 ${later}、净值变动 ${growth}（情景，非预测）`,
  },
  en: {
    title: 'Check',
    price: 'Price',
    value: 'Reference value',
    value_is: 'The reference value is',
    kind: 'Kind of fund',
    more: 'Add turnover, float and creation status to judge more rules',
    amount: 'Turnover of the day',
    amount_hint: 'such as 80m or 1.2bn',
    float: 'Tradable float',
    float_hint: 'such as 1.5bn',
    purchase: 'Creation of new shares',
    purchase_unknown: 'not known',
    yuan: 'CNY',
    understood: (amount) => `read as ${amount}`,
    field_not_a_number: (text) => `“${text}” is not a number; write it like 1.804`,
    stale: 'A field cannot be used as it is. Below is still the last result.',
    empty:
      'Fill in a price and a reference value: premium, reference range, cost of closing and findings appear here at once.',
    cases: 'Worked cases from the sources',
    case_premium: (price, value) => `${price} on ${value}`,
    case_convergence: (from, to, growth) => `Premium ${from} → ${to}${growth && `, NAV ${growth}`}`,
    case_printed: (printed, exact) =>
      `The source prints ${printed}; the formula gives ${exact}. They agree.`,
    case_differs: (printed, exact) =>
      `The source prints ${printed}; the formula gives ${exact}. They differ, and the formula is what counts here.`,
    case_needs: (premium) => `The printed figure would need the premium to end at ${premium}.`,
    estimate: 'Carry the NAV on yourself',
    scenario: 'Scenario: premium and NAV both move',
    scenario_later: 'Premium later',
    scenario_growth: 'NAV move',
    scenario_needs: 'Get a premium above first.',
    scenario_result: 'Move of the price',
    scenario_value: 'from the NAV',
    scenario_premium: 'from the premium',
    scenario_cross: 'both multiplied',
    scenario_sentence: (later, growth) =>
      `If the premium became ${later} and the NAV moved ${growth} (a scenario, not a forecast)`,
  },
};
