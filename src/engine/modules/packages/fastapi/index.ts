/**
 * `fastapi` and the parts of `starlette` that modules import. An application can be written and imported: routes are kept,
 * middleware and handlers are accepted. Nothing serves requests. Answers to: fastapi, starlette.
 */
import type { NativeModule } from '../../../python/values/native/native.ts';
import { pythonModule } from '../../library.ts';
import { unknownName } from '../../unknown.ts';
import { ENCODER } from './source/encoder.ts';
import { RESPONSES } from './source/responses.ts';
import { ROUTES } from './source/routes.ts';
import { SECURITY } from './source/security.ts';

const SOURCE = ROUTES + RESPONSES + SECURITY + ENCODER;

const FASTAPI = { distribution: 'fastapi', package: true };
const STARLETTE = { distribution: 'starlette', package: true };
const main = pythonModule('fastapi.applications', SOURCE, {}, { distribution: 'fastapi' });

/** `status.HTTP_404_NOT_FOUND`: the number is in the name. */
const STATUS: NativeModule['getattr'] = (_call, name) => {
  const found = /^(?:HTTP|WS)_(\d{3,4})_[A-Z_]+$/.exec(name);
  return found ? Number(found[1]) : undefined;
};

const PARTS =
  'routing params security security.http security.oauth2 security.api_key responses requests middleware middleware.cors ' +
  'middleware.gzip middleware.trustedhost exceptions encoders staticfiles templating concurrency background datastructures ' +
  'websockets param_functions';
const STARLETTE_PARTS =
  'applications routing responses requests middleware middleware.base middleware.cors middleware.sessions middleware.gzip ' +
  'exceptions staticfiles templating concurrency background datastructures websockets types';

/** Names that the module has beside, as far as anybody knows: using one fails by name. */
const rest =
  (module: string): NativeModule['getattr'] =>
  (_call, name) =>
    name.startsWith('__') ? undefined : unknownName(`${module}.${name}`);

const shared = (options: typeof FASTAPI, name: string): NativeModule => ({
  ...options,
  name,
  names: main.names,
  getattr: rest(name),
});
const statusModule = (options: typeof FASTAPI, name: string): NativeModule => ({
  ...options,
  name,
  names: {},
  getattr: STATUS,
});

/** The modules of fastapi and starlette. */
export const FASTAPI_MODULES: readonly NativeModule[] = [
  {
    ...FASTAPI,
    name: 'fastapi',
    names: { ...main.names, status: (call) => call.importModule('fastapi.status') },
    getattr: rest('fastapi'),
  },
  main,
  statusModule(FASTAPI, 'fastapi.status'),
  ...PARTS.split(' ').map((part) => shared(FASTAPI, `fastapi.${part}`)),
  {
    ...shared(STARLETTE, 'starlette'),
    names: { ...main.names, __version__: () => '1.10.0' },
  },
  statusModule(STARLETTE, 'starlette.status'),
  ...STARLETTE_PARTS.split(' ').map((part) => shared(STARLETTE, `starlette.${part}`)),
];
