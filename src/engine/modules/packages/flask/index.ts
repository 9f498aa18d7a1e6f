/**
 * `flask`, `flask_sqlalchemy` and `flask_migrate`: an application, its context, and models. Nothing serves requests; the
 * `flask` command is not simulated. Answers to: Flask 3.1, Flask-SQLAlchemy 3.1, Flask-Migrate 4.1.
 */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { NativeModule } from '../../../python/values/native/native.ts';
import { callerModule } from '../../library/caller.ts';
import { definedNames, pythonModule } from '../../library.ts';
import { unknownName } from '../../unknown.ts';
import { FLASK_SOURCE, JSON_SOURCE } from './flask.ts';
import { MIGRATE_SOURCE } from './flask-migrate.ts';
import { FLASK_SQLALCHEMY_SOURCE } from './flask-sqlalchemy.ts';

/** Names that a module has and that are not simulated; others it does not have. */
const rest = (module: string, names: string, version?: string): NativeModule['getattr'] => {
  const known = new Set(names.split(' '));
  return (_call, name) =>
    known.has(name) ? unknownName(`${module}.${name}`) : name === '__version__' ? version : undefined;
};

const FLASK_REST =
  'Request Response after_this_request appcontext_popped appcontext_pushed appcontext_tearing_down before_render_template ' +
  'blueprints cli config copy_current_request_context ctx flash get_flashed_messages get_template_attribute globals ' +
  'got_request_exception helpers json jsonify logging make_response message_flashed redirect render_template ' +
  'render_template_string request_finished request_started request_tearing_down send_file send_from_directory sessions ' +
  'signals stream_template stream_template_string stream_with_context template_rendered templating typing url_for wrappers';
const MIGRATE_REST =
  'branches catch_errors check command current downgrade edit heads history init list_templates merge migrate revision show ' +
  'stamp upgrade';

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
  { distribution: 'flask_migrate', getattr: rest('flask_migrate', MIGRATE_REST) },
);

const jsonProvider = pythonModule(
  'flask.json.provider',
  JSON_SOURCE,
  {},
  { distribution: 'flask', defines: ['JSONProvider', 'DefaultJSONProvider'] },
);

const only = (names: string): NativeModule['names'] =>
  Object.fromEntries(names.split(' ').map((name) => [name, extension.names[name]!]));

/** Their modules. */
export const FLASK_MODULES: readonly NativeModule[] = [
  {
    distribution: 'flask',
    package: true,
    name: 'flask',
    names: flask.names,
    getattr: rest('flask', FLASK_REST, '3.1.3'),
  },
  flask,
  {
    distribution: 'flask_sqlalchemy',
    package: true,
    name: 'flask_sqlalchemy',
    names: {
      SQLAlchemy: extension.names.SQLAlchemy!,
      ...Object.fromEntries(
        ['model', 'query', 'pagination', 'extension'].map((part) => [
          part,
          (call: Interpreter) => call.importModule(`flask_sqlalchemy.${part}`),
        ]),
      ),
    },
    getattr: rest('flask_sqlalchemy', 'session table cli record_queries track_modifications', '3.1.1'),
  },
  extension,
  {
    distribution: 'flask_sqlalchemy',
    name: 'flask_sqlalchemy.model',
    names: extension.names,
    getattr: rest('flask_sqlalchemy.model', 'BindMixin DefaultMeta DefaultMetaNoName NameMixin'),
  },
  { distribution: 'flask_sqlalchemy', name: 'flask_sqlalchemy.query', names: only('Query') },
  {
    distribution: 'flask_sqlalchemy',
    name: 'flask_sqlalchemy.pagination',
    names: only('Pagination QueryPagination SelectPagination'),
  },
  migrate,
  jsonProvider,
];
