/** Modules, whose names may come into being on first use. */
import { moduleClass } from './classes/classes.ts';
import { type Interpreter, interpreter } from './interpreter.ts';
import { type PyClass, PyObject, type Value } from './value.ts';

/** Names of a native module and how each value is made. */
export type LazyNames = Readonly<Record<string, (call: Interpreter) => Value>>;

/** A module: its globals, and names that are made when first asked for. */
export class PyModule extends PyObject {
  readonly name: string;
  readonly globals: Map<string, Value>;
  /** `__getattr__` of a native module. */
  missing: ((name: string) => Value | undefined) | undefined = undefined;
  readonly lazy: Map<string, (call: Interpreter) => Value>;
  /** Names that few programs ask for: they join `lazy` once somebody asks for one that is not there, or for all. */
  more: (() => LazyNames) | undefined = undefined;

  constructor(
    name: string,
    globals: Map<string, Value> = new Map(),
    lazy: LazyNames = {},
    cls: PyClass = moduleClass,
  ) {
    super(cls);
    this.name = name;
    this.globals = globals;
    this.attrs = globals;
    this.lazy = new Map(Object.entries(lazy));
    if (!globals.has('__name__')) globals.set('__name__', name);
  }

  /** An attribute of the module itself; undefined where there is none. */
  get(name: string): Value | undefined {
    const value = this.globals.get(name);
    if (value !== undefined) return value;
    const make = this.lazy.get(name) ?? (name.startsWith('__') ? undefined : this.unfold().get(name));
    if (!make) return this.missing?.(name);
    this.lazy.delete(name);
    const made = make(interpreter());
    this.globals.set(name, made);
    return made;
  }

  /** Every name, made or not. */
  names(): string[] {
    return [...new Set([...this.globals.keys(), ...this.unfold().keys()])];
  }

  private unfold(): PyModule['lazy'] {
    const { more } = this;
    this.more = undefined;
    if (more) for (const [name, make] of Object.entries(more())) this.lazy.set(name, make);
    return this.lazy;
  }
}

/** A module that a loader made from a file outside the folders of sys.path, before the file runs; `__main__` is of no package. */
export function moduleOfFile(name: string, path: string): PyModule {
  const module = new PyModule(name);
  module.globals.set('__doc__', null);
  module.globals.set('__package__', name === '__main__' ? null : '');
  module.globals.set('__loader__', null);
  module.globals.set('__spec__', null);
  module.globals.set('__file__', path);
  return module;
}
