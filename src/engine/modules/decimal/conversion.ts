/** Numbers, text and tuples as decimals, and back. */
import { typeName } from '../../python/values/classes/class-of.ts';
import { PyList, PyTuple } from '../../python/values/containers/containers.ts';
import { typeError, valueError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { isInt } from '../../python/values/numbers.ts';
import { plain, type Value } from '../../python/values/value.ts';
import { invalid, note } from '../../stdlib/decimal/context.ts';
import type { Rounding } from '../../stdlib/decimal/rounding.ts';
import { Decimal } from '../../stdlib/decimal.ts';
import { Float } from '../../stdlib/float.ts';
import { currentContext } from './current-context.ts';

/** An operand: Decimals and ints mix, floats do not. */
export function operand(value: Value): Decimal | undefined {
  if (value instanceof Decimal) return value;
  const bare = plain(value);
  return isInt(bare) ? Decimal.fromInt(typeof bare === 'boolean' ? Number(bare) : bare) : undefined;
}

/** A Decimal argument of a method. @throws TypeError */
export function decimalArgument(value: Value): Decimal {
  const decimal = operand(plain(value));
  if (decimal) return decimal;
  throw typeError(`conversion from ${typeName(value)} to Decimal is not supported`);
}

/** `Decimal((sign, digits, exponent))` */
function fromParts(call: Interpreter, value: PyTuple | PyList): Decimal {
  if (value.items.length !== 3) {
    throw valueError('argument must be a sequence of length 3');
  }
  const [sign, digits, exponent] = value.items as [Value, Value, Value];
  if (sign !== 0 && sign !== 1) throw valueError('sign must be an integer with the value 0 or 1');
  if (!(digits instanceof PyTuple) && !(digits instanceof PyList))
    throw valueError('coefficient must be a tuple of digits');
  const listed = [...call.iterate(digits)];
  if (listed.some((digit) => typeof digit !== 'number' || digit < 0 || digit > 9))
    throw valueError('coefficient must be a tuple of digits');
  const coefficient = BigInt(listed.join('') || '0');
  if (exponent === 'F') return new Decimal(sign === 1, 0n, 0, 'F');
  if (exponent === 'n' || exponent === 'N') return new Decimal(sign === 1, coefficient, 0, exponent);
  if (typeof exponent === 'string')
    throw valueError("string argument in the third position must be 'F', 'n' or 'N'");
  if (typeof exponent !== 'number') throw valueError('exponent must be an integer');
  return new Decimal(sign === 1, coefficient, exponent);
}

function parsed(call: Interpreter, text: string): Decimal {
  return Decimal.read(text) ?? invalid(currentContext(call), 'ConversionSyntax');
}

/** `Decimal(value)`. @throws TypeError, and InvalidOperation where the context traps it */
export function fromValue(call: Interpreter, value: Value): Decimal {
  const bare = plain(value);
  if (bare instanceof Float) {
    note(currentContext(call), ['FloatOperation']);
    return Decimal.fromFloat(bare.value);
  }
  if (typeof bare === 'string') return parsed(call, bare);
  if (typeof bare === 'boolean') return Decimal.fromInt(bare ? 1 : 0);
  if (bare instanceof PyTuple || bare instanceof PyList) return fromParts(call, bare);
  return decimalArgument(value);
}

const TUPLE = Symbol('DecimalTuple');

/** `decimal.DecimalTuple` */
export const decimalTuple = (call: Interpreter): Value =>
  call.state(TUPLE, () =>
    call.call(
      call.importName('collections.namedtuple'),
      ['DecimalTuple', 'sign digits exponent'],
      new Map([['module', 'decimal']]),
    ),
  );

/** `decimal.DecimalTuple(sign, digits, exponent)` */
export function asTuple(
  call: Interpreter,
  { negative, digits, exponent, special, isNaN: none, coefficient }: Decimal,
): Value {
  const cls = decimalTuple(call);
  const shown = none && coefficient === 0n ? [] : [...digits].map(Number);
  return call.call(cls, [negative ? 1 : 0, new PyTuple(shown), special ?? exponent]);
}

/** A big number as Python's int is kept here: a number while that is exact. */
export const int = (value: bigint): number | bigint =>
  Number.isSafeInteger(Number(value)) ? Number(value) : value;

/** Infinity or NaN has no whole part. */
export function wholeOf(self: Decimal, rounding: Rounding): Value {
  return self.special ? self.toInt() : self.rescaled(0, rounding).toInt();
}
