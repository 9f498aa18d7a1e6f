/** What a revision graph asks of Python. */
import type { PythonWorld } from '../../machine.ts';
import type { GraphHost, PythonId, Warn } from './graph.ts';

export const graphHost = (python: PythonWorld, warn: Warn): GraphHost => ({
  warn,
  firstLeft: (all, kept) => {
    const value = (id: PythonId) => (typeof id === 'string' ? id : python.tuple(id));
    const names = new Map([
      ['all', python.list(all.map(value))],
      ['kept', python.list(kept.map(value))],
    ]);
    return python.evaluate('next(iter(set(all) - set(kept)))', names);
  },
  begins: (label, id) => {
    const names = new Map([
      ['label', label],
      ['id', id],
    ]);
    return python.truth(python.evaluate('label and len(label) > 3 and label.startswith(id)', names));
  },
  repr: (value) => python.repr(value),
});
