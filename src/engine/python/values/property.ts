/** property, super(), `list[int]` and `int | None`: descriptors and small objects of the language. */
import { genericAliasClass, propertyClass, superClass, unionClass } from './classes/classes.ts';
import type { PyTuple } from './containers/containers.ts';
import { type PyClass, PyObject, type Value } from './value.ts';

/** property */
export class PyProperty extends PyObject {
  readonly getter: Value;
  readonly setter: Value;
  readonly deleter: Value;
  readonly doc: Value;
  /** The name that the class body gave it. */
  name = '';
  constructor(getter: Value, setter: Value, deleter: Value, doc: Value, cls: PyClass = propertyClass) {
    super(cls);
    this.getter = getter;
    this.setter = setter;
    this.deleter = deleter;
    this.doc = doc;
  }
}

/** `super(start, self)`: looks attributes up after `start` in the resolution order of `type`. */
export class PySuper extends PyObject {
  start: PyClass;
  self: Value | undefined;
  type: PyClass | undefined;
  constructor(start: PyClass, self: Value | undefined, type: PyClass | undefined, cls: PyClass = superClass) {
    super(cls);
    this.start = start;
    this.self = self;
    this.type = type;
  }
}

/** `list[int]`: types.GenericAlias. Attributes are those of the origin. */
export class PyGenericAlias extends PyObject {
  readonly origin: Value;
  readonly args: PyTuple;
  /** Of a call: the types of its arguments, and that of its result as the last. */
  readonly ofCall: boolean;
  constructor(origin: Value, args: PyTuple, ofCall = false) {
    super(genericAliasClass);
    this.origin = origin;
    this.args = args;
    this.ofCall = ofCall;
  }
}

/** `int | None`: types.UnionType. */
export class PyUnion extends PyObject {
  readonly args: readonly Value[];
  constructor(args: readonly Value[]) {
    super(unionClass);
    this.args = args;
  }
}
