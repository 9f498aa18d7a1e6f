/**
 * Sessions that are awaited, over the synchronous one. Answers to: sqlalchemy/ext/asyncio/{session,scoping,result}.py.
 *
 * What may ask the database goes through `greenlet_spawn`: what is loaded late, outside of it, raises MissingGreenlet.
 */
import { pythonModule } from '../../../../library.ts';
import { MAKERS } from './makers.ts';
import { RESULTS } from './results.ts';
import { SESSION } from './session.ts';

export const asyncSessionModule = pythonModule('sqlalchemy.ext.asyncio.session', RESULTS + SESSION + MAKERS);
