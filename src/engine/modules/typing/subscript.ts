/** What brackets behind typing's names give, and what they refuse. Answers to: CPython's typing. */
import { callValue } from '../../python/values/callable.ts';
import { classOf } from '../../python/values/classes/class-of.ts';
import { noneClass } from '../../python/values/classes/classes.ts';
import { sameOrEqual } from '../../python/values/compare.ts';
import { Ellipsis, PyList, PyTuple } from '../../python/values/containers/containers.ts';
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import { PyGenericAlias, PyUnion } from '../../python/values/property.ts';
import { repr } from '../../python/values/text.ts';
import { PyClass, type Value } from '../../python/values/value.ts';
import {
  type ContainerForm,
  ForwardRef,
  itemsOf,
  SpecialForm,
  TypeVariable,
  TypingAlias,
  variablesOf,
} from './forms.ts';

export const UNION = new SpecialForm('Union');
export const OPTIONAL = new SpecialForm('Optional');
export const LITERAL = new SpecialForm('Literal');
export const ANNOTATED = new SpecialForm('Annotated');

/** Forms that take exactly one type. */
const SINGLE = new Set([
  'ClassVar',
  'Final',
  'TypeGuard',
  'Required',
  'NotRequired',
  'Unpack',
  'typing_extensions.TypeIs',
  'typing_extensions.ReadOnly',
]);
const BARE = new Set(['ClassVar', 'Final', 'Optional', 'Union', 'Literal', 'Generic', 'Protocol']);

/** What may only stand around a type. */
const OUTERMOST = new Set(['ClassVar', 'Final']);

/** A type, or text that names one: what stands between brackets. @throws TypeError for what is no type */
export function checkedType(value: Value, message: string): Value {
  if (value === null) return noneClass;
  if (typeof value === 'string') return new ForwardRef(value);
  if (value instanceof SpecialForm && BARE.has(value.name)) {
    throw typeError(`Plain typing.${value.name} is not valid as type argument`);
  }
  if (value instanceof TypingAlias && value.form instanceof SpecialForm && OUTERMOST.has(value.form.name))
    throw typeError(`${repr(value)} is not valid as type argument`);
  if (value instanceof PyTuple) throw typeError(`${message} Got ${shortRepr(value)}.`);
  return value;
}

const shortRepr = (value: Value): string => {
  const text = repr(value);
  return text.length > 100 ? `${text.slice(0, 100)}` : text;
};

/** `form[key]` */
export function subscriptForm(form: SpecialForm, key: Value): Value {
  const { name } = form;
  switch (name) {
    case 'Union':
      return unionOf(itemsOf(key), 'Union[arg, ...]: each arg must be a type.');
    case 'Optional':
      return unionOf(
        [checkedType(key, 'typing.Optional requires a single type.'), noneClass],
        'typing.Optional requires a single type.',
      );
    case 'Literal':
      return new TypingAlias(LITERAL, distinct(itemsOf(key).flatMap(literalItems)));
    case 'Annotated':
      return annotated(key);
    case 'Concatenate':
      return new TypingAlias(form, itemsOf(key));
    default:
      if (!SINGLE.has(name)) throw typeError(`typing.${name} is not subscriptable`);
      return new TypingAlias(form, [checkedType(key, `typing.${name} accepts only single type.`)]);
  }
}

const literalItems = (item: Value): readonly Value[] =>
  item instanceof TypingAlias && item.form === LITERAL ? item.args : [item];

function distinct(items: readonly Value[]): Value[] {
  const found: Value[] = [];
  for (const item of items) {
    const known = (other: Value) => classOf(item) === classOf(other) && sameOrEqual(item, other);
    if (!found.some(known)) found.push(item);
  }
  return found;
}

/** `Union[items]`; one type alone is itself. */
export function unionOf(
  items: readonly Value[],
  message = 'Union[arg, ...]: each arg must be a type.',
): Value {
  if (items.length === 0) throw typeError('Cannot take a Union of no types.');
  const members: Value[] = [];
  const add = (item: Value): void => {
    if (item instanceof TypingAlias && item.form === UNION && !item.metadata) item.args.forEach(add);
    else if (item instanceof PyUnion) item.args.forEach(add);
    else if (!members.some((member) => sameOrEqual(member, item))) members.push(item);
  };
  for (const item of items) add(checkedType(item, message));
  return members.length === 1 ? members[0]! : new TypingAlias(UNION, members);
}

function annotated(key: Value): Value {
  const items = itemsOf(key);
  if (items.length < 2 || !(key instanceof PyTuple)) {
    throw typeError('Annotated[...] should be used with at least two arguments (a type and an annotation).');
  }
  const type = checkedType(items[0]!, 'Annotated[t, ...]: t must be a type.');
  const metadata = items.slice(1);
  if (type instanceof TypingAlias && type.metadata) {
    return new TypingAlias(ANNOTATED, type.args, [...type.metadata, ...metadata]);
  }
  return new TypingAlias(ANNOTATED, [type], metadata);
}

/** `List[int]`, `Callable[[int], str]`, `Tuple[int, ...]` */
export function subscriptContainer(form: ContainerForm, key: Value): Value {
  if (form.name === 'Callable') return callable(form, key);
  const message = 'Parameters to generic types must be types.';
  if (form.name === 'Tuple') {
    const items = itemsOf(key);
    if (key instanceof PyTuple && items.length === 0) return new TypingAlias(form, []);
    if (items.at(-1) === Ellipsis && items.length === 2) {
      return new TypingAlias(form, [checkedType(items[0]!, 'Tuple[t, ...]: t must be a type.'), Ellipsis]);
    }
    return new TypingAlias(
      form,
      items.map((item) => checkedType(item, 'Tuple[t0, t1, ...]: each t must be a type.')),
    );
  }
  const args = itemsOf(key).map((item) => checkedType(item, message));
  checkCount(`typing.${form.name}`, args.length, form.parameters);
  return new TypingAlias(form, args);
}

function checkCount(name: string, actual: number, expected: number): void {
  if (expected < 0 || actual === expected) return;
  const what = actual > expected ? 'many' : 'few';
  throw typeError(`Too ${what} arguments for ${name}; actual ${actual}, expected ${expected}`);
}

function callable(form: ContainerForm, key: Value): Value {
  if (!(key instanceof PyTuple) || key.items.length !== 2) {
    throw typeError('Callable must be used as Callable[[arg, ...], result].');
  }
  const [parameters, result] = key.items as [Value, Value];
  const message = 'Callable[args, result]: result must be a type.';
  const last = checkedType(result, message);
  if (parameters === Ellipsis) return new TypingAlias(form, [Ellipsis, last]);
  if (parameters instanceof PyList) {
    const each = 'Callable[[arg, ...], result]: each arg must be a type.';
    return new TypingAlias(form, [...parameters.items.map((item) => checkedType(item, each)), last]);
  }
  if (parameters instanceof TypeVariable || parameters instanceof TypingAlias) {
    return new TypingAlias(form, [parameters, last]);
  }
  if (parameters instanceof PyClass) return new TypingAlias(form, [parameters, last]);
  throw typeError(`Callable[args, result]: args must be a list. Got ${repr(parameters)}`);
}

/** `List[T][int]`: types in the place of the variables. */
export function substitute(alias: TypingAlias, key: Value): Value {
  const variables = variablesOf(alias.args);
  const items = itemsOf(key);
  if (variables.length === 0) throw typeError(`${repr(alias)} is not a generic class`);
  checkCount(repr(alias), items.length, variables.length);
  const values = new Map(
    variables.map((variable, index) => [
      variable as Value,
      checkedType(items[index]!, 'Parameters to generic types must be types.'),
    ]),
  );
  return mapTypes(alias, (type) => values.get(type));
}

/** A type with some of its parts exchanged; `exchange` answers undefined where a part stays. */
export function mapTypes(type: Value, exchange: (type: Value) => Value | undefined): Value {
  const exchanged = exchange(type);
  if (exchanged !== undefined) return exchanged;
  if (type instanceof TypingAlias) {
    if (type.form === LITERAL) return type;
    const args = type.args.map((arg) => mapTypes(arg, exchange));
    if (args.every((arg, index) => arg === type.args[index])) return type;
    return type.form === UNION ? unionOf(args) : new TypingAlias(type.form, args, type.metadata);
  }
  if (type instanceof PyGenericAlias) {
    const args = type.args.items.map((arg) => mapTypes(arg, exchange));
    if (args.every((arg, index) => arg === type.args.items[index])) return type;
    return new PyGenericAlias(type.origin, new PyTuple(args), type.ofCall);
  }
  if (type instanceof PyUnion) {
    const args = type.args.map((arg) => mapTypes(arg, exchange));
    return args.every((arg, index) => arg === type.args[index]) ? type : new PyUnion(args);
  }
  if (type instanceof PyList) return new PyList(type.items.map((item) => mapTypes(item, exchange)));
  return type;
}

/** Calls what an alias stands for: `List[int]()`. @throws TypeError where it is nothing that is made */
export function callAlias(alias: TypingAlias, args: readonly Value[], keywords: Map<string, Value>): Value {
  const { origin } = alias;
  if (origin instanceof SpecialForm) throw typeError(`Cannot instantiate typing.${origin.name}`);
  return callValue(origin, args, keywords);
}
