/** Compiles `try … except*`: each clause takes its part of an exception group. */
import type * as ast from '../../parse/ast.ts';
import { PyTuple } from '../../values/containers/containers.ts';
import { groupOf, membersOf, splitGroup } from '../../values/exceptions/exception-group.ts';
import {
  exceptionClass,
  exceptionGroupClass,
  type PyException,
  typeError,
} from '../../values/exceptions/exceptions.ts';
import { PyClass, type Value } from '../../values/value.ts';
import { type Completion, type Exec, type Frame, NORMAL } from '../frame.ts';
import type { Compiler } from './compiler.ts';
import { caught, compileHandlers, guarded, handling, matches, tryStatement } from './try.ts';

/** `try: … except* Type: …`; what no clause takes is raised again, together with what the clauses raise. */
export function tryStarStatement(compiler: Compiler, node: ast.TryStar): Exec {
  if (node.finalbody.length > 0) {
    const inner: ast.TryStar = { ...node, finalbody: [] };
    return tryStatement(compiler, { ...node, kind: 'Try', body: [inner], handlers: [], orelse: [] });
  }
  return guarded(compiler, node, handleGroup);
}

/** A group that the statement itself makes: the frame does not show in its traceback. */
function madeHere(frame: Frame, members: readonly PyException[]): PyException {
  const group = groupOf(exceptionGroupClass, '', new PyTuple([...members]));
  group.passing = frame;
  return group;
}

/** `except* wanted:` takes no classes of groups. @throws TypeError of Python */
function refuseGroups(wanted: Value): void {
  const classes = wanted instanceof PyTuple ? wanted.items : [wanted];
  if (classes.some((cls) => cls instanceof PyClass && cls.isSubclassOf(exceptionClass('BaseExceptionGroup'))))
    throw typeError('catching ExceptionGroup with except* is not allowed. Use except instead.');
}

type Parts = readonly [taken: PyException | null, left: PyException | null];

function partsOf(frame: Frame, exception: PyException, isGroup: boolean, wanted: Value): Parts {
  if (isGroup) return splitGroup(exception, (each) => matches(each, wanted));
  return matches(exception, wanted) ? [madeHere(frame, [exception]), null] : [null, exception];
}

function handleGroup(compiler: Compiler, node: ast.TryStar) {
  const handlers = compileHandlers(compiler, node.handlers);
  const bodies = node.handlers.map((handler) => compiler.block(handler.body));
  return (frame: Frame, exception: PyException): Completion => {
    const isGroup = exception.cls.isSubclassOf(exceptionClass('BaseExceptionGroup'));
    let rest: PyException | null = exception;
    const raised: PyException[] = [];
    const again: PyException[] = [];
    for (const [index, { type, node: clause, store, forget }] of handlers.entries()) {
      if (rest === null) break;
      const wanted = type!(frame);
      frame.at = clause;
      refuseGroups(wanted);
      const [taken, left]: Parts = partsOf(frame, rest, isGroup, wanted);
      rest = left;
      if (taken === null) continue;
      store?.(frame, taken);
      const entries = taken.traceback.length;
      try {
        const completion = handling(frame, taken, () => bodies[index]!(frame));
        if (completion !== NORMAL) return completion;
      } catch (error) {
        const thrown = caught(frame, error);
        if (thrown === taken && taken.traceback.length === entries)
          again.push(...(isGroup ? membersOf(taken) : [taken]));
        else raised.push(thrown);
      } finally {
        forget?.(frame);
      }
    }
    const unhandled = rest === null ? again : [...again, ...(isGroup ? membersOf(rest) : [rest])];
    if (raised.length === 0 && unhandled.length === 0) return NORMAL;
    throw outcome(frame, exception, isGroup, raised, unhandled);
  };
}

/** What leaves the statement: what its clauses raised, and what they did not handle or raised again. */
function outcome(
  frame: Frame,
  exception: PyException,
  isGroup: boolean,
  raised: readonly PyException[],
  unhandled: readonly PyException[],
): PyException {
  if (!isGroup) return raised[0] ?? unhandled[0]!;
  const left = new Set(leavesOf(unhandled));
  const [rest] = splitGroup(exception, (each) => left.has(each));
  if (raised.length === 0) return rest ?? exception;
  const all = rest === null ? raised : [...raised, rest];
  return all.length === 1 ? all[0]! : madeHere(frame, all);
}

const leavesOf = (members: readonly PyException[]): PyException[] =>
  members.flatMap((each) => (membersOf(each).length > 0 ? leavesOf(membersOf(each)) : [each]));
