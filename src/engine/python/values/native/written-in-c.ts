/** What CPython writes in C, and how that shows: its methods refuse objects of another class in words of their own. */
import { classOf } from '../classes/class-of.ts';
import { type PyException, typeError } from '../exceptions/exceptions.ts';
import type { PyClass, Value } from '../value.ts';

/** Modules whose classes CPython writes in C, whatever our own signatures look like. */
export const IN_C = new Set(
  (
    'builtins collections datetime decimal functools itertools operator re types zoneinfo io _io math time itertools ' +
    'hashlib _hashlib array struct zlib binascii sys'
  ).split(' '),
);

/** Special methods that C classes have as ordinary methods, too. */
const METHODS = new Set(
  '__getitem__ __contains__ __reversed__ __format__ __reduce__ __sizeof__ __dir__ __enter__ __exit__'.split(
    ' ',
  ),
);

/** What a method of C says of an object that is not of its class. @param self undefined where there is none */
export function wrongSelf(
  owner: PyClass,
  name: string,
  qualname: string,
  self: Value | undefined,
): PyException {
  const isSlot = /^__.*__$/.test(name) && !METHODS.has(name);
  if (self === undefined) {
    return typeError(
      isSlot
        ? `descriptor '${name}' of '${tpName(owner)}' object needs an argument`
        : `unbound method ${qualname}() needs an argument`,
    );
  }
  const given = tpName(classOf(self));
  return typeError(
    isSlot
      ? `descriptor '${name}' requires a '${tpName(owner)}' object but received a '${given}'`
      : `descriptor '${name}' for '${tpName(owner)}' objects doesn't apply to a '${given}' object`,
  );
}

const tpName = (cls: PyClass): string => cls.shownName ?? cls.name;
