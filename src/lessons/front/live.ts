/** The front page's small project at work: a real session that nothing is kept of. */

import { JOURNAL_VERSION, type Journal } from '../../session/journal/journal.ts';
import { openSession } from '../../session/page/client.ts';
import { browserPlatform } from '../../session/page/platform.ts';
import type { Session } from '../../session/session.ts';
import type { Storage } from '../../session/storage/storage.ts';
import { stepsFrom } from '../actions.ts';
import type { WorldData } from '../files/world-schema.ts';

export const MODEL = 'app/models/user.py';

/** What stands above the class, out of sight: every type that one might try. */
const IMPORTS = `from sqlalchemy import Boolean, Column, Date, DateTime, Integer, Numeric, String, Text

from app.models.base import Base


`;

/** The model file around the class that is shown. */
export const modelFile = (classText: string): string => `${IMPORTS}${classText}`;

/** Starts the engine on the bookshop, with the model of the page written and its revision made. */
export async function startLive(classText: string): Promise<Session> {
  const world = (await (await fetch('/worlds/bookshop.json')).json()) as WorldData;
  const { clock, seed, setup } = world.plan;
  const steps = stepsFrom(
    [
      ...setup,
      { do: 'write', path: MODEL, text: modelFile(classText) },
      { do: 'run', line: 'alembic revision --autogenerate -m "Add phone"' },
    ],
    clock,
  );
  const journal: Journal = { version: JOURNAL_VERSION, seed, start: world.files, machine: {}, steps };
  const session = openSession(
    { key: 'front', start: world.files },
    { ...browserPlatform(), storage: kept(journal), locks: undefined },
  );
  await new Promise<void>((resolve, reject) => {
    const stop = session.subscribe(({ phase, position }) => {
      if (phase === 'failed') reject(new Error('the engine did not start'));
      else if (phase !== 'ready' || position < steps.length) return;
      else resolve();
      stop();
    });
  });
  return session;
}

/** Storage that gives the page's own beginning and keeps nothing. */
function kept(journal: Journal): Storage {
  return {
    load: async () => ({
      kind: 'loaded',
      stored: { journal, position: journal.steps.length, branches: [] },
    }),
    save: async () => ({ kind: 'saved' }),
    remove: async () => {},
    loadCheckpoint: async () => undefined,
    saveCheckpoint: async () => {},
  };
}
