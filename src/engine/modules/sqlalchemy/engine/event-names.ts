/** Which events a target has. Answers to: the dispatchers of sqlalchemy/{engine,pool,orm,sql}/events.py. */
import { PyClass, type Value } from '../../../python/values/value.ts';
import { Engine } from '../../../sqlalchemy/engine/engine.ts';
import { mapperOf } from '../orm/mapper/mapped-class.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const ENGINE = words(
  `before_execute after_execute before_cursor_execute after_cursor_execute handle_error engine_connect
  set_connection_execution_options set_engine_execution_options engine_disposed begin rollback commit savepoint
  rollback_savepoint release_savepoint begin_twophase prepare_twophase rollback_twophase commit_twophase connect
  first_connect checkout checkin reset invalidate soft_invalidate close detach close_detached do_connect do_execute
  do_execute_no_params do_executemany do_setinputsizes`,
);

export const SCHEMA_EVENTS = words(
  `before_create after_create before_drop after_drop before_parent_attach after_parent_attach column_reflect`,
);

const MAPPED = words(
  `after_configured after_delete after_insert after_mapper_constructed after_update before_configured before_delete
  before_insert before_mapper_configured before_update instrument_class mapper_configured expire first_init init
  init_failure load pickle refresh refresh_flush unpickle attribute_instrument class_instrument class_uninstrument`,
);

/** False where a target is known not to have an event of this name; targets of other kinds are not looked at. */
export function hasEvent(target: Value, name: string, schemaItem: boolean): boolean {
  if (schemaItem) return SCHEMA_EVENTS.has(name);
  if (target instanceof Engine) return ENGINE.has(name);
  return !(target instanceof PyClass && mapperOf(target)) || MAPPED.has(name);
}
