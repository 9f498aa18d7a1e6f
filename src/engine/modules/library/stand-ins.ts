/** Modules of the standard library, below or beside simulated ones, of which nothing is simulated: their names can be imported and named. */
import type { NativeModule } from '../../python/values/native/native.ts';
import { pythonModule } from '../library.ts';
import { unknownName } from '../unknown.ts';

const NAMES =
  '_io _json _operator _random _socket _ssl _struct _thread _weakref _weakrefset asyncio.base_events asyncio.coroutines asyncio.events ' +
  'asyncio.exceptions asyncio.futures asyncio.locks asyncio.protocols asyncio.queues asyncio.runners asyncio.selector_events ' +
  'asyncio.streams asyncio.subprocess asyncio.taskgroups asyncio.tasks asyncio.timeouts asyncio.transports asyncio.unix_events ' +
  'html.entities html.parser importlib._bootstrap importlib._bootstrap_external importlib.readers importlib.resources.abc ' +
  'importlib.simple json.scanner json.tool multiprocessing.connection multiprocessing.context multiprocessing.dummy ' +
  'multiprocessing.managers multiprocessing.pool multiprocessing.process multiprocessing.queues multiprocessing.reduction ' +
  'multiprocessing.resource_tracker multiprocessing.shared_memory multiprocessing.sharedctypes multiprocessing.spawn ' +
  'multiprocessing.synchronize multiprocessing.util re._casefix re._compiler re._constants re._parser urllib.response ' +
  'urllib.robotparser zoneinfo._common zoneinfo._tzpath';

const standIn = (name: string): NativeModule => ({
  name,
  names: {},
  getattr: (_call, attribute) =>
    attribute.startsWith('__') ? undefined : unknownName(`${name}.${attribute}`, true),
});

/** What the module above has already. */
const partOf = (name: string, names: string) =>
  pythonModule(
    name,
    `from ${name.slice(0, name.lastIndexOf('.'))} import ${names}\n`,
    {},
    {
      defines: names.split(', '),
    },
  );

export const STAND_INS: readonly NativeModule[] = [
  ...NAMES.split(' ').map(standIn),
  partOf('json.decoder', 'JSONDecodeError, JSONDecoder'),
  partOf('json.encoder', 'JSONEncoder'),
];
