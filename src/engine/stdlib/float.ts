/** Python's float as a value of its own, so that 1.0 stays apart from 1 (Python ints are JS numbers and bigints). */
export class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** `repr(float)`: the shortest digits that read back, in CPython's layout. */
export function reprFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-4 && size < 1e16)) {
    const text = plainDigits(value);
    return text.includes('.') ? text : `${text}.0`;
  }
  const [digits, exponent] = value.toExponential().split('e') as [string, string];
  const sign = exponent[0] === '-' ? '-' : '+';
  return `${digits}e${sign}${exponent.slice(1).padStart(2, '0')}`;
}

function plainDigits(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}
