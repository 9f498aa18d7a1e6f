/**
 * `flask`, `flask_sqlalchemy` and `flask_migrate`: an application, its context, and models. Nothing serves requests; the
 * `flask` command is not simulated. Answers to: Flask 3.1, Flask-SQLAlchemy 3.1, Flask-Migrate 4.1.
 */
import type { NativeModule } from '../../../python/values/native.ts';
import { callerModule } from '../../library/caller.ts';
import { definedNames, pythonModule } from '../../library.ts';
import { unknownName } from '../../unknown.ts';
import { FLASK_SOURCE, JSON_SOURCE } from './flask.ts';
import { FLASK_SQLALCHEMY_SOURCE, MIGRATE_SOURCE } from './flask-sqlalchemy.ts';

const rest =
  (module: string): NativeModule['getattr'] =>
  (_call, name) =>
    name.startsWith('__') ? undefined : unknownName(`${module}.${name}`);

const flask = pythonModule(
  'flask.app',
  FLASK_SOURCE,
  {},
  { distribution: 'flask', defines: [...definedNames(FLASK_SOURCE), 'abort'] },
);
const extension = pythonModule(
  'flask_sqlalchemy.extension',
  FLASK_SQLALCHEMY_SOURCE,
  { _caller_module: () => callerModule },
  { distribution: 'flask_sqlalchemy' },
);
const migrate = pythonModule(
  'flask_migrate',
  MIGRATE_SOURCE,
  {},
  { distribution: 'flask_migrate', getattr: rest('flask_migrate') },
);

const jsonProvider = pythonModule(
  'flask.json.provider',
  JSON_SOURCE,
  {},
  { distribution: 'flask', defines: ['JSONProvider', 'DefaultJSONProvider'] },
);

/** Their modules. */
export const FLASK_MODULES: readonly NativeModule[] = [
  { distribution: 'flask', package: true, name: 'flask', names: flask.names, getattr: rest('flask') },
  flask,
  {
    distribution: 'flask_sqlalchemy',
    package: true,
    name: 'flask_sqlalchemy',
    names: { SQLAlchemy: extension.names.SQLAlchemy! },
    getattr: rest('flask_sqlalchemy'),
  },
  extension,
  {
    distribution: 'flask_sqlalchemy',
    name: 'flask_sqlalchemy.model',
    names: extension.names,
    getattr: rest('flask_sqlalchemy.model'),
  },
  migrate,
  jsonProvider,
];
