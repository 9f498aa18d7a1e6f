/** Reads `Mapped[…]` annotations. Answers to: sqlalchemy/orm/util.py, sqlalchemy/util/typing.py. */
import { Raise } from '../../../../machine.ts';
import { classOf } from '../../../../python/values/classes/class-of.ts';
import { unionClass } from '../../../../python/values/classes/classes.ts';
import { tuple } from '../../../../python/values/containers/containers.ts';
import { dict } from '../../../../python/values/containers/dict.ts';
import { isException } from '../../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyModule } from '../../../../python/values/module.ts';
import type { PyClass, Value } from '../../../../python/values/value.ts';
import { MappedAlias } from './mapped.ts';

/** What stands inside `Mapped[…]`, perhaps as text that is not evaluated yet. */
export interface MappedAnnotation {
  readonly inner: Value;
  /** Name of the container: Mapped, DynamicMapped, WriteOnlyMapped … */
  readonly container: string;
  /** The module whose names the text uses. */
  readonly module: string;
  /** The whole as text, where it was written as text. */
  readonly text?: string;
}

/** Where an annotation was written. */
export interface AnnotationPlace {
  readonly cls: PyClass;
  readonly module: string;
  readonly key: string;
  /** Without Mapped[] it is an error. */
  readonly expectMapped: boolean;
}

const UNMAPPED =
  "can't be correctly interpreted for Annotated Declarative Table form.  ORM annotations should normally make use of the " +
  '``Mapped[]`` generic type, or other ORM-compatible generic type, as a container for the actual type, which indicates ' +
  'the intent that the attribute is mapped. Class variables that are not intended to be mapped by the ORM should use ' +
  "ClassVar[].  To allow Annotated Declarative to disregard legacy annotations which don't use Mapped[] to pass, set " +
  '"__allow_unmapped__ = True" on the class or a superclass this class.';

/**
 * @returns undefined where the annotation does not concern the mapping.
 * @throws MappedAnnotationError
 */
export function readAnnotation(
  call: Interpreter,
  raw: Value,
  place: AnnotationPlace,
): MappedAnnotation | undefined {
  const annotation = typeof raw === 'string' ? evaluated(call, raw, place) : raw;
  if (annotation instanceof MappedAlias) {
    const { argument: inner, origin } = annotation;
    const text = typeof raw === 'string' ? { text: raw } : {};
    return { inner, container: origin.name, module: place.module, ...text };
  }
  if (!place.expectMapped || isClassVar(call, annotation) || isDescriptorAlias(annotation)) return undefined;
  throw new Raise(
    'sqlalchemy.orm.exc.MappedAnnotationError',
    [`Type annotation for "${place.cls.name}.${place.key}" ${UNMAPPED}`],
    { attributes: { code: 'zlpr' } },
  );
}

/** AssociationProxy[…] and the like map themselves. */
const isDescriptorAlias = (annotation: Value): boolean =>
  /AssociationProxy|hybrid_property/.test(classOf(annotation).name) || annotation === null;

function isClassVar(call: Interpreter, annotation: Value): boolean {
  const classVar = call.importName('typing.ClassVar');
  return annotation === classVar || call.getAttribute(annotation, '__origin__') === classVar;
}

/** Evaluates a quoted annotation, a text that nothing explains staying text; what `Mapped[…]` holds stays text, since it may name classes that come later. */
function evaluated(call: Interpreter, text: string, place: AnnotationPlace): Value {
  const split = splitText(text);
  refuseUnknownContainer(call, text, place);
  // Its pieces are put between quotes, whatever quotes they hold.
  if (split?.pieces.some((piece) => piece.includes('"'))) throw notInterpreted(text);
  try {
    return evaluate(call, keepInnerText(text, split), place.module, place.cls);
  } catch (error) {
    const isUnknown = isException(call.toException(error), 'NameError');
    if (!isUnknown && !isException(call.toException(error), 'SyntaxError')) throw error;
    if (/Mapped\[/.test(text)) throw notInterpreted(text);
    return text;
  }
}

/** @throws MappedAnnotationError where nothing has the name before the brackets, whatever it was meant to be */
function refuseUnknownContainer(call: Interpreter, text: string, place: AnnotationPlace): void {
  const container = NESTED.exec(text)?.[1];
  if (container === undefined) return;
  try {
    evaluate(call, container, place.module, place.cls);
  } catch {
    throw notInterpreted(text);
  }
}

const notInterpreted = (text: string) =>
  new Raise('sqlalchemy.orm.exc.MappedAnnotationError', [
    `Could not interpret annotation ${text}.  Check that it uses names that are correctly imported at the module ` +
      'level. See chained stack trace for more hints.',
  ]);

const IN_MAPPED = /^\s*([\w.]*Mapped)\[(.*)\]\s*$/s;

/** `Mapped[list[Work]]` → `Mapped["list[Work]"]`; what Annotated holds beside its type becomes text by being split. */
function keepInnerText(text: string, split: SplitText | undefined): string {
  const match = IN_MAPPED.exec(text);
  if (!match || /^\s*["']/.test(match[2]!)) return text;
  return `${match[1]}[${JSON.stringify(split?.annotated ? withTexts(split) : match[2]!.trim())}]`;
}

/** `Annotated[int, mapped_column(index=True)]` → `Annotated[int, "mapped_column(index=True)"]` */
function withTexts({ around, pieces: [type, ...rest] }: SplitText): string {
  const inner = [type!, ...rest.map((piece) => JSON.stringify(piece))].join(', ');
  return `${around.map((name) => `${name}[`).join('')}${inner}${']'.repeat(around.length)}`;
}

/** What stands in the innermost brackets of an annotation that is text. */
interface SplitText {
  /** The names before the brackets, from the outside in. */
  readonly around: readonly string[];
  readonly annotated: boolean;
  readonly pieces: readonly string[];
}

/**
 * SQLAlchemy splits the innermost brackets of a text such as `Mapped[Annotated[int, mapped_column(Numeric(10, 2))]]` at every
 * comma, also those inside a call, and takes the pieces for names.
 */
function splitText(text: string): SplitText | undefined {
  let inner = IN_MAPPED.exec(text)?.[2];
  if (inner === undefined) return undefined;
  const around: string[] = [];
  for (let nested = NESTED.exec(inner); nested; nested = NESTED.exec(inner)) {
    around.push(nested[1]!);
    inner = nested[2]!;
  }
  if (around.length === 0 || /[[\]]/.test(inner) || /^["'].*["']$/s.test(inner)) return undefined;
  return {
    around,
    annotated: /(^|\.)Annotated$/.test(around.at(-1)!),
    pieces: inner.split(',').map((one) => one.replace(/^["' ]+|["' ]+$/g, '')),
  };
}

const NESTED = /^([^ |]+?)\[(.+)\]$/s;

/**
 * Evaluates the pieces of an annotation that is split.
 * @throws NameError where a piece is no expression
 */
export function refuseSplitText(call: Interpreter, text: string, place: AnnotationPlace): void {
  for (const piece of splitText(text)?.pieces ?? []) {
    try {
      evaluate(call, piece, place.module, place.cls);
    } catch {
      throw new Raise('builtins.NameError', [`Could not de-stringify annotation ${call.repr(piece)}`]);
    }
  }
}

/** Evaluates an expression with the names of a module, and of the class itself. */
export function evaluate(call: Interpreter, text: string, module: string, cls: PyClass): Value {
  const found = call.modules.get(module);
  const names = dict();
  if (found instanceof PyModule) {
    for (const name of found.names()) names.set(name, found.get(name)!);
  }
  names.set(cls.name, cls);
  return call.call(call.builtins.get('eval')!, [text, names]);
}

/** Text, or typing's ForwardRef, as text. */
export function forwardText(call: Interpreter, value: Value): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return undefined;
  const text = classOf(value).name === 'ForwardRef' ? call.getAttribute(value, '__forward_arg__') : undefined;
  return typeof text === 'string' ? text : undefined;
}

/** A Python type without its `None`: `Optional[X]`, `X | None`, `Union[X, None]`. */
export interface Unwrapped {
  readonly type: Value;
  readonly optional: boolean;
}

/** `Optional[X]` or `X | None` as X, and whether it was optional. */
export function withoutNone(call: Interpreter, type: Value): Unwrapped {
  if (!isUnion(call, type)) return { type, optional: false };
  const members = argumentsOf(call, type);
  const rest = members.filter((member) => !isNoneType(member));
  if (rest.length === members.length) return { type, optional: false };
  if (rest.length === 1) return { type: rest[0]!, optional: true };
  return { type: union(call, rest), optional: true };
}

/** `Union[…]` */
const union = (call: Interpreter, members: readonly Value[]): Value =>
  call.callMethod(call.importName('typing.Union'), '__getitem__', tuple(members));

/** `Union[…]` or `… | …` */
export function isUnion(call: Interpreter, type: Value): boolean {
  if (type === null || typeof type !== 'object') return false;
  return (
    classOf(type) === unionClass || call.getAttribute(type, '__origin__') === call.importName('typing.Union')
  );
}

/** `None`, or its class. */
export const isNoneType = (value: Value): boolean =>
  value === null || (classOf(value).name === 'type' && (value as PyClass).name === 'NoneType');

/** `type.__args__` */
export function argumentsOf(call: Interpreter, type: Value): readonly Value[] {
  const args = call.getAttribute(type, '__args__');
  return args === undefined ? [] : [...call.iterate(args)];
}

/** The parts of `Annotated[type, …]`; undefined for anything else. */
export function annotatedParts(
  call: Interpreter,
  type: Value,
): { readonly type: Value; readonly metadata: readonly Value[] } | undefined {
  if (type === null || typeof type !== 'object') return undefined;
  const metadata = call.getAttribute(type, '__metadata__');
  const origin = call.getAttribute(type, '__origin__');
  if (metadata === undefined || origin === undefined) return undefined;
  return { type: origin, metadata: [...call.iterate(metadata)] };
}

/** Evaluates text inside a type, also inside Optional and Union. @throws a Python NameError where a name is unknown */
export function resolveText(call: Interpreter, type: Value, module: string, cls: PyClass): Value {
  const text = forwardText(call, type);
  if (text !== undefined) return resolveText(call, evaluate(call, text, module, cls), module, cls);
  if (isUnion(call, type)) {
    const members = argumentsOf(call, type);
    const resolved = members.map((member) => resolveText(call, member, module, cls));
    if (resolved.every((member, index) => member === members[index])) return type;
    return union(call, resolved);
  }
  return type;
}
