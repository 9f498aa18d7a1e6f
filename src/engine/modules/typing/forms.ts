/** What `typing` is made of: special forms, subscripted aliases, type variables, forward references. */
import { getAttribute } from '../../python/values/attributes/attributes.ts';
import { classOf } from '../../python/values/classes/class-of.ts';
import { functionClass, noneClass } from '../../python/values/classes/classes.ts';
import { sameOrEqual } from '../../python/values/compare.ts';
import { Ellipsis, PyList, PyTuple } from '../../python/values/containers/containers.ts';
import { interpreter } from '../../python/values/interpreter.ts';
import { PyGenericAlias, PyUnion } from '../../python/values/property.ts';
import { repr } from '../../python/values/text.ts';
import { PyClass, type Value } from '../../python/values/value.ts';

/** `Union`, `Any`, `ClassVar` …: a name with brackets. */
export class SpecialForm {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** `List`, `Sequence` …: stands for a class that is found under a dotted name. */
export class ContainerForm {
  readonly name: string;
  readonly target: string;
  /** How many parameters it takes; -1 for any number. */
  readonly parameters: number;
  constructor(name: string, target: string, parameters: number) {
    this.name = name;
    this.target = target;
    this.parameters = parameters;
  }
  get origin(): Value {
    return interpreter().importName(this.target);
  }
}

export type Origin = SpecialForm | ContainerForm | Value;

/** `List[int]`, `Union[int, str]`, `Annotated[int, …]`, `Model[int]`. */
export class TypingAlias {
  readonly form: Origin;
  readonly args: readonly Value[];
  /** Of Annotated, behind the type. */
  readonly metadata: readonly Value[] | undefined;
  constructor(form: Origin, args: readonly Value[], metadata?: readonly Value[]) {
    this.form = form;
    this.args = args;
    this.metadata = metadata;
  }
  /** `__origin__` */
  get origin(): Value {
    if (this.metadata) return this.args[0]!;
    return this.form instanceof ContainerForm ? this.form.origin : (this.form as Value);
  }
}

export type VariableKind = 'TypeVar' | 'ParamSpec' | 'TypeVarTuple';

/** TypeVar, ParamSpec, TypeVarTuple. */
export class TypeVariable {
  readonly variable: VariableKind;
  readonly name: string;
  readonly bound: Value;
  readonly constraints: readonly Value[];
  readonly covariant: boolean;
  readonly contravariant: boolean;
  constructor(
    variable: VariableKind,
    name: string,
    options: {
      bound?: Value;
      constraints?: readonly Value[];
      covariant?: boolean;
      contravariant?: boolean;
    } = {},
  ) {
    this.variable = variable;
    this.name = name;
    this.bound = options.bound ?? null;
    this.constraints = options.constraints ?? [];
    this.covariant = options.covariant ?? false;
    this.contravariant = options.contravariant ?? false;
  }
}

export class ForwardRef {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A type as it is shown inside brackets. */
function typeText(value: Value): string {
  if (value === Ellipsis) return '...';
  if (value === null) return 'None';
  if (value instanceof PyGenericAlias) return repr(value);
  if (value instanceof PyClass) {
    if (value === noneClass) return 'NoneType';
    return value.module === 'builtins' ? value.qualname : `${value.module}.${value.qualname}`;
  }
  if (classOf(value) === functionClass) return getAttribute(value, '__name__') as string;
  if (value instanceof PyList) return `[${value.items.map(typeText).join(', ')}]`;
  return repr(value);
}

/** A form by its name; those of another module than typing have it in their name. */
export const formText = (name: string): string => (name.includes('.') ? name : `typing.${name}`);

/** `repr()` of an alias. */
export function aliasText(alias: TypingAlias): string {
  const { form, args } = alias;
  if (alias.metadata)
    return `typing.Annotated[${[typeText(args[0]!), ...alias.metadata.map(repr)].join(', ')}]`;
  if (form instanceof SpecialForm) return specialText(form.name, args);
  const name = form instanceof ContainerForm ? `typing.${form.name}` : typeText(form);
  if (form instanceof ContainerForm && form.name === 'Callable') return callableText(args);
  return `${name}[${args.map(typeText).join(', ') || '()'}]`;
}

function specialText(name: string, args: readonly Value[]): string {
  if (name === 'Unpack') return `*${typeText(args[0]!)}`;
  if (name === 'Literal') return `typing.Literal[${args.map(repr).join(', ') || '()'}]`;
  if (name === 'Union' && args.length === 2 && args.includes(noneClass)) {
    return `typing.Optional[${typeText(args.find((arg) => arg !== noneClass)!)}]`;
  }
  return `${formText(name)}[${args.map(typeText).join(', ')}]`;
}

/** What stands for all parameters of a callable at once. */
const isParameters = (type: Value): boolean =>
  (type instanceof TypeVariable && type.variable === 'ParamSpec') ||
  (type instanceof TypingAlias && type.form instanceof SpecialForm && type.form.name === 'Concatenate');

function callableText(args: readonly Value[]): string {
  const result = typeText(args.at(-1)!);
  if (args[0] === Ellipsis) return `typing.Callable[..., ${result}]`;
  const [only] = args;
  if (args.length === 2 && isParameters(only!)) return `typing.Callable[${typeText(only!)}, ${result}]`;
  return `typing.Callable[[${args.slice(0, -1).map(typeText).join(', ')}], ${result}]`;
}

/** Type variables in types, in order. */
export function variablesOf(args: readonly Value[]): TypeVariable[] {
  const found: TypeVariable[] = [];
  const add = (variable: TypeVariable) => {
    if (!found.includes(variable)) found.push(variable);
  };
  for (const arg of args) {
    if (arg instanceof TypeVariable) add(arg);
    else if (arg instanceof TypingAlias) variablesOf(arg.args).forEach(add);
    else if (arg instanceof PyGenericAlias) variablesOf(arg.args.items).forEach(add);
    else if (arg instanceof PyUnion) variablesOf(arg.args).forEach(add);
    else if (arg instanceof PyList) variablesOf(arg.items).forEach(add);
  }
  return found;
}

/** Whether two aliases mean the same. The order of a union's members does not count. */
export function sameAlias(a: TypingAlias, b: TypingAlias): boolean {
  if (a.form !== b.form || a.args.length !== b.args.length) return false;
  const both = (left: readonly Value[], right: readonly Value[]) =>
    left.every((value, index) => sameOrEqual(value, right[index]!));
  if (a.form instanceof SpecialForm && (a.form.name === 'Union' || a.form.name === 'Literal')) {
    return a.args.every((value) => b.args.some((other) => sameOrEqual(value, other)));
  }
  if ((a.metadata?.length ?? -1) !== (b.metadata?.length ?? -1)) return false;
  return both(a.args, b.args) && both(a.metadata ?? [], b.metadata ?? []);
}

/** The items of a subscript. */
export const itemsOf = (key: Value): readonly Value[] =>
  key instanceof PyTuple && key.cls.native && key.cls.name === 'tuple' ? key.items : [key];
