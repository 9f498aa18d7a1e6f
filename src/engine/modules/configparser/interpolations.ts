/** `BasicInterpolation` and `ExtendedInterpolation`, to be given to a parser. */
import { nativeClass } from '../../python/values/native/native.ts';
import type { PyClass } from '../../python/values/value.ts';

/** How values refer to others. */
export class Interpolation {
  readonly kind: boolean | 'extended';
  constructor(kind: boolean | 'extended') {
    this.kind = kind;
  }
}

const interpolation = (name: string, kind: boolean | 'extended', bases: readonly PyClass[] = []): PyClass =>
  nativeClass({
    name,
    module: 'configparser',
    bases,
    ...(bases.length === 0 && { host: Interpolation }),
    signature: '',
    construct: () => new Interpolation(kind),
  });

const none = interpolation('Interpolation', false);

export const INTERPOLATIONS = {
  Interpolation: () => none,
  BasicInterpolation: () => basic,
  ExtendedInterpolation: () => extended,
};

const basic = interpolation('BasicInterpolation', true, [none]);
const extended = interpolation('ExtendedInterpolation', 'extended', [none]);
