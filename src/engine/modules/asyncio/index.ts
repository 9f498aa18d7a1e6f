/** `asyncio`: a loop over awaitables that are done as soon as they are asked; no time passes. Sockets and processes are refused by name. */
import { awaitValue } from '../../python/evaluate/generator.ts';
import { raise } from '../../python/values/exceptions/exceptions.ts';
import { nativeFunction } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { pythonModule } from '../library.ts';
import { EVENT_LOOP } from './event-loop.ts';
import { TASKS } from './tasks.ts';
import { WAITING } from './waiting.ts';

const refused = (name: string) => () =>
  nativeFunction(name, '*args, **kwargs', () => {
    throw raise('NotImplementedError', `asyncio.${name}() is not supported in this simulator`);
  });

export const asyncioModule = pythonModule('asyncio', TASKS + EVENT_LOOP + WAITING, {
  _wait_for_value: () =>
    nativeFunction('_wait_for_value', 'awaitable', (_call, value: Value) => awaitValue(value)),
  open_connection: refused('open_connection'),
  start_server: refused('start_server'),
  create_subprocess_exec: refused('create_subprocess_exec'),
});
