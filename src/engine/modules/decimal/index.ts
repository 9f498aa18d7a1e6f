/** `decimal`: exact decimal numbers. */
import { lazyModule } from '../../python/values/native/native.ts';
import { SIGNALS } from '../../stdlib/decimal/context.ts';
import { CONTEXTS, contextClass, getcontext, localcontext, setcontext } from './context-class.ts';
import { decimalTuple } from './conversion.ts';
import { decimalClass } from './decimal-class.ts';
import { ROUNDINGS } from './rounding-argument.ts';
import { signalClass } from './signals.ts';

const LARGEST = 999_999_999_999_999_999n;

export const decimalModule = lazyModule('decimal', {
  Decimal: () => decimalClass,
  DecimalTuple: decimalTuple,
  Context: () => contextClass,
  getcontext,
  setcontext,
  localcontext,
  ...CONTEXTS,
  DecimalException: () => signalClass('DecimalException'),
  ...Object.fromEntries(SIGNALS.map((name) => [name, () => signalClass(name)])),
  ...Object.fromEntries(ROUNDINGS.map((name) => [`ROUND_${name}`, () => `ROUND_${name}`])),
  MAX_PREC: () => LARGEST,
  MAX_EMAX: () => LARGEST,
  MIN_EMIN: () => -LARGEST,
  MIN_ETINY: () => -1_999_999_999_999_999_997n,
  HAVE_THREADS: () => true,
  HAVE_CONTEXTVAR: () => true,
});
