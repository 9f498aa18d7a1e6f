/** `sqlalchemy_utils`: one set of names, found in the module that each belongs to. */
import type { NativeModule } from '../../../python/values/native/native.ts';
import { pythonModule } from '../../library.ts';
import { unknownName } from '../../unknown.ts';
import { FUNCTIONS_SOURCE } from './functions.ts';
import { TYPES_SOURCE } from './types/index.ts';

const D = { distribution: 'sqlalchemy_utils' };
const whole = pythonModule('sqlalchemy_utils.whole', TYPES_SOURCE + FUNCTIONS_SOURCE, {}, D);

/** What the package has beside, and what fails where it is used. */
const OTHERS =
  'CompositeType Country Currency InstrumentedList Ltree Password PhoneNumber PhoneNumberParseException ProxyDict QueryChain ' +
  'TranslationHybrid WeekDay WeekDays assert_max_length assert_max_value assert_min_value assert_non_nullable assert_nullable ' +
  'auto_delete_orphans cast_if coercion_listener create_materialized_view create_view dependent_objects generic_relationship ' +
  'get_column_key get_fk_constraint_for_columns get_hybrid_properties get_referencing_foreign_keys group_foreign_keys ' +
  'has_changes has_unique_index i18n identity is_loaded merge_references naturally_equivalent refresh_materialized_view ' +
  'register_composites remove_composite_listeners render_expression render_statement';

const TYPES =
  'arrow choice color country currency email encrypted encrypted.encrypted_type ip_address json locale ltree password ' +
  'phone_number range scalar_list timezone ts_vector url uuid weekdays enriched_datetime';

const others: NativeModule['names'] = Object.fromEntries(
  OTHERS.split(' ').map((name) => [name, () => unknownName(`sqlalchemy_utils.${name}`)]),
);
const below = (parent: string, names: string): NativeModule['names'] =>
  Object.fromEntries(
    names
      .split(' ')
      .filter((name) => !name.includes('.'))
      .map((name) => [name, (call) => call.importModule(`${parent}.${name}`)]),
  );
const module = (name: string, more: NativeModule['names'] = {}): NativeModule => ({
  ...D,
  name,
  package: true,
  names: { ...whole.names, ...more },
});

/** The modules of SQLAlchemy-Utils. */
export const SQLALCHEMY_UTILS_MODULES: readonly NativeModule[] = [
  module('sqlalchemy_utils', {
    ...others,
    ...below('sqlalchemy_utils', 'types functions models listeners exceptions'),
  }),
  module('sqlalchemy_utils.types', below('sqlalchemy_utils.types', TYPES)),
  ...TYPES.split(' ').map((name) => module(`sqlalchemy_utils.types.${name}`)),
  ...'functions functions.database functions.orm models listeners exceptions generic aggregates observer view'
    .split(' ')
    .map((name) => module(`sqlalchemy_utils.${name}`, others)),
];
