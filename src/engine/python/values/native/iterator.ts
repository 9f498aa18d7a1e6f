/** Iterators of Python over generators of JavaScript. */
import { fromNative } from '../../unsupported.ts';
import { coreClass, iteratorClass } from '../classes/classes.ts';
import { interpreter } from '../interpreter.ts';
import { type PyClass, PyObject, type Value } from '../value.ts';

/** Steps of one turn of a native loop: it does more than an evaluation step. */
const ITERATION_COST = 4;

/** A Python iterator over any JavaScript iterable. */
export class NativeIterator extends PyObject {
  readonly source: Iterator<Value>;
  /** Iterators that nobody else knows, from which this one draws. */
  feeds: readonly Value[] | undefined;
  constructor(source: Iterable<Value>, cls: PyClass = iteratorClass) {
    super(cls);
    this.source = source[Symbol.iterator]();
  }
  /** One step; what breaks in native code is an exception of Python. */
  advance(): IteratorResult<Value> {
    try {
      return this.source.next();
    } catch (error) {
      throw fromNative(error, this.cls.name, []);
    }
  }
  /** So that native code may use a for loop; leaving the loop early leaves the rest for later. */
  [Symbol.iterator](): Iterator<Value> {
    const python = interpreter();
    return {
      next: () => {
        python.spend(ITERATION_COST);
        return this.advance();
      },
    };
  }
}

const classes = new Map<string, PyClass>();

/** An iterator of the class that Python has for one kind of container. @param name that of the class: "list_iterator" */
export function namedIterator(name: string, source: Iterable<Value>): NativeIterator {
  let cls = classes.get(name);
  if (!cls) {
    cls = coreClass(name, { bases: [iteratorClass], final: true });
    classes.set(name, cls);
  }
  return new NativeIterator(source, cls);
}
