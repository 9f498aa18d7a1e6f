/** Python's complex number and its arithmetic. */
export class Complex {
  readonly real: number;
  readonly imag: number;
  constructor(real: number, imag: number) {
    this.real = real;
    this.imag = imag;
  }
}

/** `a + b` */
export const addComplex = (a: Complex, b: Complex): Complex => new Complex(a.real + b.real, a.imag + b.imag);

/** `a - b` */
export const subtractComplex = (a: Complex, b: Complex): Complex =>
  new Complex(a.real - b.real, a.imag - b.imag);

/** `a * b` */
export const multiplyComplex = (a: Complex, b: Complex): Complex =>
  new Complex(a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real);

/** The quotient, scaled by the larger part of b so that nothing overflows early; undefined for a division by zero. */
export function divideComplex(a: Complex, b: Complex): Complex | undefined {
  if (b.real === 0 && b.imag === 0) return undefined;
  if (Math.abs(b.real) >= Math.abs(b.imag)) {
    const ratio = b.imag / b.real;
    const divisor = b.real + b.imag * ratio;
    return new Complex((a.real + a.imag * ratio) / divisor, (a.imag - a.real * ratio) / divisor);
  }
  const ratio = b.real / b.imag;
  const divisor = b.real * ratio + b.imag;
  return new Complex((a.real * ratio + a.imag) / divisor, (a.imag * ratio - a.real) / divisor);
}

/** Whole exponents up to here are done by multiplying. */
const LARGEST_WHOLE = 100;

/** The power; undefined for zero to a negative or complex power. */
export function powerComplex(a: Complex, b: Complex): Complex | undefined {
  if (b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= LARGEST_WHOLE) {
    const whole = wholePower(a, Math.abs(b.real));
    return b.real < 0 ? divideComplex(new Complex(1, 0), whole) : whole;
  }
  if (a.real === 0 && a.imag === 0) return b.imag !== 0 || b.real < 0 ? undefined : new Complex(0, 0);
  const size = Math.hypot(a.real, a.imag);
  const angle = Math.atan2(a.imag, a.real);
  const length = size ** b.real * (b.imag === 0 ? 1 : Math.exp(-angle * b.imag));
  const phase = angle * b.real + (b.imag === 0 ? 0 : b.imag * Math.log(size));
  return new Complex(length * Math.cos(phase), length * Math.sin(phase));
}

function wholePower(base: Complex, exponent: number): Complex {
  let result = new Complex(1, 0);
  let factor = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = multiplyComplex(result, factor);
    factor = multiplyComplex(factor, factor);
  }
  return result;
}
