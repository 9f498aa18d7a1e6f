/**
 * Sessions that are awaited, over the synchronous one. Answers to: sqlalchemy/ext/asyncio/{session,scoping,result}.py.
 *
 * The session's bind is an object with `connect` and `dispose`, which starts the engine's connection as an awaited one:
 * a session over asyncpg then never meets MissingGreenlet.
 */
import { pythonModule } from '../../../../library.ts';
import { MAKERS } from './makers.ts';
import { RESULTS } from './results.ts';
import { SESSION } from './session.ts';

export const asyncSessionModule = pythonModule('sqlalchemy.ext.asyncio.session', RESULTS + SESSION + MAKERS);
