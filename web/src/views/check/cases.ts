// The cases that the sources work out in print: one tap fills the fields with one.

import type { Services } from '../../app/services.ts';
import type { Denominator, Kind } from '../../generated/ops.ts';
import type { WorkedCase } from '../../model/reference.ts';
import type { Format } from '../../texts/format.ts';
import { sourceWords } from '../../texts/index.ts';
import type { Texts } from '../../texts/types.ts';
import type { CheckTexts } from './texts.ts';

const numberIn = (request: WorkedCase['request'], field: string): number | undefined => {
  const value = (request as Record<string, unknown>)[field];
  return typeof value === 'number' ? value : undefined;
};

const wordIn = (request: WorkedCase['request'], field: string): string | undefined => {
  const value = (request as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : undefined;
};

export function describeCase(
  one: WorkedCase,
  own: CheckTexts,
  format: Format,
  texts?: Texts,
): { label: string; note: string } {
  const { request } = one;
  const printed = format.bar(one.printed_fraction);
  const exact = format.fraction(one.fraction);
  const needs = one.premium_to_as_printed;
  const differs = own.case_differs(printed, exact);
  const told =
    needs === null ? differs : `${differs} ${own.case_needs(format.fraction(needs, true))}`;
  const compared = one.reproduces ? own.case_printed(printed, exact) : told;
  const note = texts ? `${compared} ${sourceWords(texts, one.source)}` : compared;
  if (one.op === 'premium') {
    const label = own.case_premium(
      String(numberIn(request, 'price')),
      String(numberIn(request, 'value')),
    );
    return { label, note };
  }
  const growth = numberIn(request, 'value_growth') ?? 0;
  const from = format.bar(numberIn(request, 'premium_from'));
  const to = format.bar(numberIn(request, 'premium_to'));
  return {
    label: own.case_convergence(from, to, growth === 0 ? '' : format.fraction(growth, true)),
    note,
  };
}

const percent = (value: number): string => `${Number((value * 100).toFixed(6))}%`;

/** What the case puts into the fields. A premium needs a price and a value: any pair will do. */
function fieldsOf({ op, request }: WorkedCase) {
  if (op === 'premium') {
    return {
      price: String(numberIn(request, 'price') ?? ''),
      value: String(numberIn(request, 'value') ?? ''),
    };
  }
  const from = numberIn(request, 'premium_from') ?? 0;
  return { price: String(Number((1 + from).toFixed(6))), value: '1' };
}

function scenarioOf({ request }: WorkedCase) {
  return {
    later: percent(numberIn(request, 'premium_to') ?? 0),
    growth: percent(numberIn(request, 'value_growth') ?? 0),
  };
}

/** Whether the fields hold this case. */
export function isCurrent(one: WorkedCase, { quick, scenario }: Services): boolean {
  const { price, value } = fieldsOf(one);
  if (quick.input.price !== price || quick.input.value !== value) return false;
  if (one.op === 'premium') return true;
  const { later, growth } = scenarioOf(one);
  return scenario.later === later && scenario.growth === growth;
}

export function pickCase(one: WorkedCase, { quick, scenario }: Services): void {
  const kind = (wordIn(one.request, 'kind') ?? 'cross_border') as Kind;
  const denominator = (wordIn(one.request, 'denominator') ?? 'iopv') as Denominator;
  if (one.op === 'convergence') scenario.set(scenarioOf(one));
  quick.set({ ...fieldsOf(one), kind, denominator });
}
