/** The `builtins` module: its names, made once and shared by every process. */
import './bytes/bytes.ts';
import './callables.ts';
import './numbers/complex.ts';
import './descriptors.ts';
import './containers/dict-views.ts';
import './containers/dict.ts';
import './exceptions/exception-groups.ts';
import './exceptions/exceptions.ts';
import './numbers/float.ts';
import './iteration/generators.ts';
import './iteration/iterators.ts';
import './containers/list.ts';
import './containers/mapping-proxy.ts';
import './numbers/numbers.ts';
import './object.ts';
import './exceptions/os-error.ts';
import './others.ts';
import './containers/range.ts';
import './containers/set.ts';
import './str/str.ts';
import './super.ts';
import * as classes from '../../python/values/classes/classes.ts';
import { Ellipsis, NotImplemented } from '../../python/values/containers/containers.ts';
import { exceptionClasses } from '../../python/values/exceptions/exceptions.ts';
import type { Value } from '../../python/values/value.ts';
import { builtinFunctions } from './functions/functions.ts';
import { quitters } from './functions/quitter.ts';

const TYPES = [
  classes.boolClass,
  classes.bytearrayClass,
  classes.bytesClass,
  classes.classmethodClass,
  classes.complexClass,
  classes.dictClass,
  classes.enumerateClass,
  classes.filterClass,
  classes.floatClass,
  classes.frozensetClass,
  classes.intClass,
  classes.listClass,
  classes.mapClass,
  classes.memoryviewClass,
  classes.objectClass,
  classes.propertyClass,
  classes.rangeClass,
  classes.reversedClass,
  classes.setClass,
  classes.sliceClass,
  classes.staticmethodClass,
  classes.strClass,
  classes.superClass,
  classes.tupleClass,
  classes.typeClass,
  classes.zipClass,
];

let names: Map<string, Value> | undefined;

/** Every builtin name. */
export function builtinNames(): ReadonlyMap<string, Value> {
  names ??= new Map<string, Value>([
    ...builtinFunctions(),
    ...TYPES.map((cls): [string, Value] => [cls.name, cls]),
    ...exceptionClasses,
    ['EnvironmentError', exceptionClasses.get('OSError')!],
    ['IOError', exceptionClasses.get('OSError')!],
    ['Ellipsis', Ellipsis],
    ['NotImplemented', NotImplemented],
    ['None', null],
    ['True', true],
    ['False', false],
    ['__debug__', true],
    ...quitters,
  ]);
  return names;
}
