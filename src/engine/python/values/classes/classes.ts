/** The classes that the language itself knows. Their attributes are filled in by `engine/modules/builtins`. */
import { linearise, PyClass } from '../value.ts';

export const typeClass = new PyClass('type', [], undefined, true);
export const objectClass = new PyClass('object', [], typeClass, true);
typeClass.bases = [objectClass];
typeClass.mro = [typeClass, objectClass];
objectClass.noDict = true;
objectClass.own.set('__module__', 'builtins');
typeClass.own.set('__module__', 'builtins');

interface CoreOptions {
  readonly bases?: readonly PyClass[];
  readonly module?: string;
  /** Cannot be a base class. */
  readonly final?: boolean;
  /** Instances have a `__dict__`. */
  readonly open?: boolean;
}

/** A native class without attributes of its own yet. */
export function coreClass(name: string, options: CoreOptions = {}): PyClass {
  const bases = options.bases ?? [objectClass];
  const cls = new PyClass(name, bases, typeClass, true);
  cls.mro = linearise(cls, bases)!;
  cls.own.set('__module__', options.module ?? 'builtins');
  cls.final = options.final ?? false;
  cls.noDict = !options.open;
  return cls;
}

const types = (name: string) => coreClass(name, { module: 'types', final: true });
const final = (name: string) => coreClass(name, { final: true });

export const noneClass = final('NoneType');
export const intClass = coreClass('int');
export const boolClass = coreClass('bool', { bases: [intClass], final: true });
export const floatClass = coreClass('float');
export const complexClass = coreClass('complex');
export const strClass = coreClass('str');
export const bytesClass = coreClass('bytes');
export const bytearrayClass = coreClass('bytearray');
export const memoryviewClass = final('memoryview');
export const listClass = coreClass('list');
export const tupleClass = coreClass('tuple');
export const dictClass = coreClass('dict');
export const setClass = coreClass('set');
export const frozensetClass = coreClass('frozenset');
export const rangeClass = final('range');
export const sliceClass = final('slice');
export const ellipsisClass = final('ellipsis');
export const notImplementedClass = final('NotImplementedType');
export const functionClass = coreClass('function', { final: true, open: true });
export const builtinFunctionClass = final('builtin_function_or_method');
export const methodDescriptorClass = final('method_descriptor');
export const wrapperDescriptorClass = final('wrapper_descriptor');
export const getsetClass = final('getset_descriptor');
export const memberClass = final('member_descriptor');
export const methodClass = final('method');
export const moduleClass = coreClass('module', { open: true });
export const cellClass = final('cell');
export const codeClass = final('code');
export const frameClass = final('frame');
export const tracebackClass = final('traceback');
export const generatorClass = final('generator');
export const asyncGeneratorClass = final('async_generator');
export const coroutineClass = final('coroutine');
export const coroutineWrapperClass = final('coroutine_wrapper');
export const propertyClass = coreClass('property');
export const staticmethodClass = coreClass('staticmethod');
export const classmethodClass = coreClass('classmethod');
export const superClass = coreClass('super');
export const mappingproxyClass = final('mappingproxy');
export const dictKeysClass = final('dict_keys');
export const dictValuesClass = final('dict_values');
export const dictItemsClass = final('dict_items');
export const genericAliasClass = types('GenericAlias');
export const unionClass = types('UnionType');
// Messages name these with their module.
for (const cls of [genericAliasClass, unionClass]) cls.shownName = `types.${cls.name}`;
export const iteratorClass = final('iterator');
export const enumerateClass = coreClass('enumerate');
export const zipClass = coreClass('zip');
export const mapClass = coreClass('map');
export const filterClass = coreClass('filter');
export const reversedClass = coreClass('reversed');
export const callableIteratorClass = final('callable_iterator');
