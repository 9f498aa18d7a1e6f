/** What `Mapped[…]` says of a relationship. Answers to: sqlalchemy/orm/relationships.py (declarative_scan). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import type { Relationship } from '../mapper/property.ts';
import { evaluate, forwardText, type MappedAnnotation, withoutNone } from './annotation.ts';

/** `Mapped[list["Post"]]`: target and collection of a relationship. */
export function readRelationship(
  call: Interpreter,
  cls: PyClass,
  key: string,
  property: Relationship,
  annotation: MappedAnnotation | undefined,
): void {
  if (!annotation) {
    if (property.argument !== null) return;
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Python typing annotation is required for attribute "${cls.name}.${key}" when primary argument(s) for ` +
        '"Relationship" construct are None or not present',
    ]);
  }
  const text = forwardText(call, annotation.inner);
  const found = text === undefined ? ofType(call, annotation.inner) : ofText(call, cls, annotation, text);
  property.collection =
    annotation.container === 'Mapped' ? found.collection : (call.builtins.get('list') ?? null);
  if (annotation.container === 'DynamicMapped') property.annotatedLazy = 'dynamic';
  if (annotation.container === 'WriteOnlyMapped') property.annotatedLazy = 'write_only';
  property.argument ??= found.target;
}

interface RelationshipTarget {
  readonly target: Value;
  /** The collection's class; null for a scalar. */
  readonly collection: Value;
}

function ofType(call: Interpreter, annotation: Value): RelationshipTarget {
  const { type } = withoutNone(call, annotation);
  const origin =
    type !== null && typeof type === 'object' && !(type instanceof PyClass)
      ? call.getAttribute(type, '__origin__')
      : undefined;
  if (origin === undefined) return { target: forwardText(call, type) ?? type, collection: null };
  const args = [...call.iterate(call.getAttribute(type, '__args__')!)];
  const member = isMapping(call, origin) ? args.at(-1)! : args[0]!;
  return { target: forwardText(call, member) ?? member, collection: origin };
}

/** Whether the members of a collection are its values, and what comes first their keys. */
const isMapping = (call: Interpreter, origin: Value): boolean =>
  origin instanceof PyClass &&
  call.call(call.builtins.get('issubclass')!, [origin, call.importName('collections.abc.Mapping')]) === true;

/** Text is taken apart, since its names may not exist yet: `list[Post]`, `Optional["Post"]`, `Post | None`. */
function ofText(
  call: Interpreter,
  cls: PyClass,
  { module, text: whole }: MappedAnnotation,
  text: string,
): RelationshipTarget {
  const bare = text.replace(/["']/g, '').trim();
  const optional =
    /^(?:[\w.]*\.)?Optional\[(.*)\]$/s.exec(bare)?.[1] ??
    bare.replace(/\s*\|\s*None$/, '').replace(/^None\s*\|\s*/, '');
  const generic = /^([\w.]+)\[(.*)\]$/s.exec(optional.trim());
  // Only of an annotation that is text as a whole is a collection looked for: `Mapped["list[Post]"]` names a class of that name.
  if (!generic || whole === undefined) return { target: optional.trim(), collection: null };
  const container = evaluate(call, generic[1]!, module, cls);
  const origin =
    container instanceof PyClass ? container : (call.getAttribute(container, '__origin__') ?? container);
  const members = generic[2]!.split(',');
  return { target: members.at(isMapping(call, origin) ? -1 : 0)!.trim(), collection: origin };
}
