/** The error for rows that cannot be written one after the other. Answers to: sqlalchemy/orm/unitofwork.py, util/topological.py. */
import { Raise } from '../../../../machine.ts';
import { tuple } from '../../../../python/values/containers/containers.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import type { Relationship } from '../mapper/property.ts';
import { stateText } from '../session/session-errors.ts';

/** One instance waits for another. */
export interface Need {
  readonly who: PyObject;
  readonly whom: PyObject;
  readonly property: Relationship;
  /** Whose relationship says so. */
  readonly holder: PyObject;
}

/** A step of the unit of work, as the error lists it. */
class Step {
  readonly name: string;
  readonly text: string;
  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
  }
}

nativeClass({
  name: 'PostSortRec',
  module: 'sqlalchemy.orm.unitofwork',
  host: Step,
  repr: (self: Step) => `${self.name}(${self.text})`,
});

const PROCESSORS = { 'many-to-one': 'ManyToOneDP', 'one-to-many': 'OneToManyDP' } as const;

/** @param needs of instances that wait for one another, or for such ones */
export function circularRows(needs: readonly Need[], deleting: boolean): Raise {
  const circle = inCircle(needs);
  const steps = new Map<string, Step>();
  const step = (name: string, text: string, key: string): Step => {
    const made = steps.get(key) ?? new Step(name, text);
    steps.set(key, made);
    return made;
  };
  const numbers = new Map<PyObject, number>();
  const number = (one: PyObject): number => {
    if (!numbers.has(one)) numbers.set(one, numbers.size);
    return numbers.get(one)!;
  };
  const state = (one: PyObject): Step =>
    step(deleting ? 'DeleteState' : 'SaveUpdateState', stateText(one), String(number(one)));
  const edges = circle.flatMap(({ who, whom, property, holder }) => {
    const [first, last] = [state(whom), state(who)];
    if (deleting) return [tuple([last as Value, first as Value])];
    const processor = PROCESSORS[property.direction as keyof typeof PROCESSORS];
    const text = `${processor}(${property.parent!.cls.name}.${property.key}), ${stateText(holder)}, delete=False`;
    const between = step('ProcessState', text, `${property.key}:${number(holder)}`);
    return [tuple([first as Value, between as Value]), tuple([between as Value, last as Value])];
  });
  return new Raise('sqlalchemy.exc.CircularDependencyError', [
    'Circular dependency detected.',
    tuple([...steps.values()] as Value[]),
    tuple(edges),
  ]);
}

/** Without what only waits for the circle. */
function inCircle(needs: readonly Need[]): readonly Need[] {
  const waitedFor = new Set(needs.map(({ whom }) => whom));
  const kept = needs.filter(({ who }) => waitedFor.has(who));
  return kept.length === needs.length ? kept : inCircle(kept);
}
