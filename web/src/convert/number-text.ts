/** Numbers as a table shows them, without the digits that showing them loses. */

/** The shortest decimal of the number in `text`: spreadsheets write 1.8040000000000003. */
export function shortest(text: string): string {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? text : String(value);
}

/** A fraction as percent, by moving the point, so that no digit is made or lost. */
export function percentText(text: string): string {
  const [digits = '', exponent = '0'] = shortest(text).split(/e/i);
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits);
  if (!match) return text;
  const [, sign = '', whole = '', decimals = ''] = match;
  const all = whole + decimals;
  const point = whole.length + Number(exponent) + 2;
  const front =
    all
      .slice(0, Math.max(0, point))
      .padEnd(point, '0')
      .replace(/^0+(?=\d)/, '') || '0';
  const back = ('0'.repeat(Math.max(0, -point)) + all.slice(Math.max(0, point))).replace(/0+$/, '');
  return `${sign}${front}${back && `.${back}`}%`;
}

/** `exact` in the place of the rounded number in `shown`, if that is what it was rounded from. */
export function exactText(shown: string, exact: string | undefined): string {
  const match = /^(-?[\d,]*\d(?:\.(\d+))?)(%?)$/.exec(shown);
  const value = Number(exact);
  if (!match || !exact || !Number.isFinite(value)) return shown;
  const [, digits = '', decimals = '', percent] = match;
  const scaled = percent ? 100 * value : value;
  // Half a unit of the last digit, and what binary fractions add to it.
  const tolerance = 0.5 * 10 ** -decimals.length * (1 + 1e-9);
  if (Math.abs(Number(digits.replaceAll(',', '')) - scaled) > tolerance) return shown;
  return percent ? percentText(exact) : shortest(exact);
}
