/** The registry: where mapped classes, their names and their table collection meet. Answers to: sqlalchemy/orm/decl_api.py (registry). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyClass, Value } from '../../../../python/values/value.ts';
import type { MetaData } from '../../../../sqlalchemy/schema/metadata.ts';
import type { Mapper } from '../mapper/mapper.ts';

export class Registry {
  readonly metadata: MetaData;
  /** The learner's `type_annotation_map`, a dict; null where none was given. */
  typeAnnotationMap: Value;
  /** What mapped classes get as `__init__` unless they bring their own. */
  readonly constructor_: Value;
  /** Class name to the mapped classes of that name. */
  readonly classes = new Map<string, PyClass[]>();
  readonly mappers = new Set<Mapper>();
  /** Mappers were added since relationships were last set up. */
  unconfigured = false;
  /** The mapper that could not be set up, and why: later attempts say so. */
  failure: { readonly mapper: string; readonly message: string } | undefined = undefined;
  /** Sets up relationships, for what configuring itself builds on. */
  configure: (call: Interpreter) => void = () => {};

  constructor(metadata: MetaData, typeAnnotationMap: Value, constructor_: Value) {
    this.metadata = metadata;
    this.typeAnnotationMap = typeAnnotationMap;
    this.constructor_ = constructor_;
  }

  /**
   * Makes a class known under its name.
   * @returns true where a class of the same name and module was there already and is replaced.
   */
  addClass(cls: PyClass): boolean {
    const known = this.classes.get(cls.name) ?? [];
    this.classes.set(cls.name, [...known, cls]);
    return known.some((one) => one.module === cls.module);
  }
}

/** Forgets all classes of a registry: they are plain Python again, and other classes may take their names. */
export function disposeRegistry(registry: Registry): void {
  for (const { cls } of registry.mappers) cls.own.delete('__mapper__');
  registry.mappers.clear();
  registry.classes.clear();
  registry.unconfigured = false;
  registry.failure = undefined;
}

const key = Symbol('registries');

/** Every registry of this process, for `configure_mappers()`. */
export function registriesOf(call: Interpreter): Set<Registry> {
  return call.state(key, () => new Set<Registry>());
}
