/** SAVEPOINT and its kin, as `before_execute` gets them. Answers to: sqlalchemy/sql/elements.py. */
import { nativeClass } from '../../../python/values/native/native.ts';
import { type SavepointClause, savepointText } from '../../../sqlalchemy/engine/savepoint.ts';
import { executableClass } from '../bases.ts';

const MODULE = 'sqlalchemy.sql.elements';

const identified = nativeClass({
  name: '_IdentifiedClause',
  module: MODULE,
  bases: [executableClass],
  str: (self: SavepointClause) => savepointText(self),
  getters: { ident: (self: SavepointClause) => self.ident },
});

for (const [name, kind] of [
  ['SavepointClause', 'savepoint'],
  ['ReleaseSavepointClause', 'release-savepoint'],
  ['RollbackToSavepointClause', 'rollback-to-savepoint'],
] as const)
  nativeClass({ name, module: MODULE, bases: [identified], kind });
