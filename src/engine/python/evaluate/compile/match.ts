/** Compiles `match`: each pattern becomes a test that binds names on its way. */
import type * as ast from '../../parse/ast.ts';
import { findAttribute } from '../../values/attributes/attributes.ts';
import { classOf } from '../../values/classes/class-of.ts';
import { isEqual } from '../../values/compare.ts';
import { PyList, PyRange, PyTuple } from '../../values/containers/containers.ts';
import { PyDict } from '../../values/containers/dict.ts';
import { contains, getItem, toArray } from '../../values/containers/iterate.ts';
import { typeError } from '../../values/exceptions/exceptions.ts';
import { PyClass, type Value } from '../../values/value.ts';
import { type Eval, type Exec, type Frame, NORMAL } from '../frame.ts';
import type { Compiler } from './compiler.ts';
import { mappingEntries } from './displays.ts';
import { storeName } from './names.ts';
import { tested } from './statements.ts';

type Test = (frame: Frame, subject: Value) => boolean;
/** Binds one name. */
type Capture = (frame: Frame) => void;
type Pattern = (frame: Frame, subject: Value, captures: Capture[]) => boolean;

/** The tests of the cases of a `match`: pattern and guard. */
export function compileCases(compiler: Compiler, node: ast.Match): { subject: Eval; tests: Test[] } {
  const tests = node.cases.map(({ pattern: wanted, guard }) => {
    const fits = pattern(compiler, wanted);
    const matches: Test = (frame, subject) => {
      const captures: Capture[] = [];
      if (!fits(frame, subject, captures)) return false;
      for (const capture of captures) capture(frame);
      return true;
    };
    if (!guard) return matches;
    const test = compiler.expression(guard);
    return (frame: Frame, subject: Value) => matches(frame, subject) && tested(frame, test, guard);
  });
  return { subject: compiler.expression(node.subject), tests };
}

/** `match subject: case …`: the body of the first case whose pattern and guard hold; none is no error. */
export function matchStatement(compiler: Compiler, node: ast.Match): Exec {
  const { subject, tests } = compileCases(compiler, node);
  const bodies = node.cases.map(({ body }) => compiler.block(body));
  return (frame) => {
    const value = subject(frame);
    const index = tests.findIndex((test) => test(frame, value));
    return index < 0 ? NORMAL : bodies[index]!(frame);
  };
}

function pattern(compiler: Compiler, node: ast.Pattern): Pattern {
  switch (node.kind) {
    case 'MatchValue': {
      const value = compiler.expression(node.value);
      return (frame, subject) => isEqual(subject, value(frame));
    }
    case 'MatchSingleton':
      return (_frame, subject) => subject === node.value;
    case 'MatchAs':
      return matchAs(compiler, node);
    case 'MatchOr': {
      const tests = node.patterns.map((each) => pattern(compiler, each));
      return (frame, subject, captures) => {
        const before = captures.length;
        return tests.some((test) => {
          captures.length = before;
          return test(frame, subject, captures);
        });
      };
    }
    case 'MatchSequence':
      return matchSequence(compiler, node);
    case 'MatchMapping':
      return matchMapping(compiler, node);
    case 'MatchClass':
      return matchClass(compiler, node);
    case 'MatchStar':
      throw new Error('a star pattern stands within a sequence pattern only');
  }
}

function matchAs(compiler: Compiler, node: ast.MatchAs): Pattern {
  const inner = node.pattern ? pattern(compiler, node.pattern) : () => true;
  if (node.name === null) return inner;
  const store = storeName(compiler, node.name);
  return (frame, subject, captures) => {
    if (!inner(frame, subject, captures)) return false;
    captures.push((into) => store(into, subject));
    return true;
  };
}

function sequenceItems(subject: Value): readonly Value[] | undefined {
  if (subject instanceof PyList || subject instanceof PyTuple) return subject.items;
  if (subject instanceof PyRange) return toArray(subject);
  const abc = classOf(subject).lookup('__match_args_sequence__');
  return abc === undefined ? undefined : toArray(subject);
}

function matchSequence(compiler: Compiler, node: ast.MatchSequence): Pattern {
  const star = node.patterns.findIndex(({ kind }) => kind === 'MatchStar');
  const count = node.patterns.length;
  const tests = node.patterns.map((each): Pattern => {
    if (each.kind !== 'MatchStar') return pattern(compiler, each);
    const store = each.name === null ? undefined : storeName(compiler, each.name);
    return (_frame, rest, captures) => {
      if (store) captures.push((into) => store(into, rest));
      return true;
    };
  });
  return (frame, subject, captures) => {
    const items = sequenceItems(subject);
    if (!items || (star < 0 ? items.length !== count : items.length < count - 1)) return false;
    if (star < 0) return tests.every((test, index) => test(frame, items[index]!, captures));
    const after = count - star - 1;
    const middle = new PyList(items.slice(star, items.length - after));
    const parts = [...items.slice(0, star), middle, ...items.slice(items.length - after)];
    return tests.every((test, index) => test(frame, parts[index]!, captures));
  };
}

const isMapping = (subject: Value) =>
  subject instanceof PyDict || classOf(subject).mro.some(({ name }) => name === 'Mapping');

function matchMapping(compiler: Compiler, node: ast.MatchMapping): Pattern {
  const keys = node.keys.map((key) => compiler.expression(key));
  const tests = node.patterns.map((each) => pattern(compiler, each));
  const rest = node.rest === null ? undefined : storeName(compiler, node.rest);
  return (frame, subject, captures) => {
    if (!isMapping(subject)) return false;
    const wanted = keys.map((key) => key(frame));
    if (!wanted.every((key) => contains(subject, key))) return false;
    if (!tests.every((test, index) => test(frame, getItem(subject, wanted[index]!), captures))) return false;
    if (rest) {
      const left = new PyDict(mappingEntries(subject, () => 'not a mapping'));
      for (const key of wanted) left.delete(key);
      captures.push((into) => rest(into, left));
    }
    return true;
  };
}

/** Core types whose only positional pattern is the subject itself. */
const SELF_MATCHING = new Set('bool bytearray bytes dict float frozenset int list set str tuple'.split(' '));

function matchClass(compiler: Compiler, node: ast.MatchClass): Pattern {
  const cls = compiler.expression(node.cls);
  const positional = node.patterns.map((each) => pattern(compiler, each));
  const named = node.kwd_patterns.map((each) => pattern(compiler, each));
  return (frame, subject, captures) => {
    const wanted = cls(frame);
    frame.at = node;
    if (!(wanted instanceof PyClass)) throw typeError('called match pattern must be a class');
    if (!classOf(subject).isSubclassOf(wanted)) return false;
    const names = positional.length === 0 ? [] : positionalNames(wanted, positional.length);
    const twice = node.kwd_attrs.find((name) => names.includes(name));
    if (twice !== undefined)
      throw typeError(`${wanted.name}() got multiple sub-patterns for attribute '${twice}'`);
    const test = (each: Pattern, name: string | undefined) => {
      if (name === undefined) return each(frame, subject, captures);
      const value = findAttribute(subject, name);
      return value !== undefined && each(frame, value, captures);
    };
    return (
      positional.every((each, index) => test(each, names[index])) &&
      named.every((each, index) => test(each, node.kwd_attrs[index]!))
    );
  };
}

/** Core types whose one positional pattern is for the value itself. */
const matchesItself = (cls: PyClass) => cls.mro.some((each) => each.native && SELF_MATCHING.has(each.name));

function positionalNames(cls: PyClass, count: number): (string | undefined)[] {
  const matchArgs = findAttribute(cls, '__match_args__');
  if (matchArgs === undefined && count <= 1 && matchesItself(cls)) return [undefined];
  const itself = matchArgs === undefined && matchesItself(cls);
  const names = matchArgs === undefined ? [] : (toArray(matchArgs) as string[]);
  const most = itself ? 1 : names.length;
  if (most < count) {
    const plural = most === 1 ? '' : 's';
    throw typeError(`${cls.name}() accepts ${most} positional sub-pattern${plural} (${count} given)`);
  }
  return names;
}
