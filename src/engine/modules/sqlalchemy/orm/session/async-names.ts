/** Which module has which name of the awaited sessions; their code may come later. */
import { laterNames, type NativeModule } from '../../../../python/values/native/native.ts';
import { asyncSessionModule } from './async-session/index.ts';

type Names = NativeModule['names'];

const NAMES =
  'AsyncAttrs AsyncSession AsyncSessionTransaction async_object_session async_sessionmaker close_all_sessions';
const RESULTS = 'AsyncResult AsyncScalarResult AsyncMappingResult';

const only = (names: string): Names => laterNames(names, () => asyncSessionModule.names);

/** Names by module. */
export const ASYNC_SESSION_MODULES: Readonly<Record<string, Names>> = {
  'sqlalchemy.ext.asyncio': only(`${NAMES} async_scoped_session ${RESULTS}`),
  'sqlalchemy.ext.asyncio.session': only(NAMES),
  'sqlalchemy.ext.asyncio.scoping': only('async_scoped_session'),
  'sqlalchemy.ext.asyncio.result': only(RESULTS),
};
