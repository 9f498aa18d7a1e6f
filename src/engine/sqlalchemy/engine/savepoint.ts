/** SAVEPOINT and its kin as statements that listeners hear of. Answers to: sqlalchemy/sql/elements.py (SavepointClause and its kin). */
import type { Connection } from './connection.ts';
import { fire } from './events.ts';
import { NO_PARAMETERS } from './parameters.ts';
import { sendLogged } from './send.ts';

const WORDS = {
  savepoint: 'SAVEPOINT',
  'release-savepoint': 'RELEASE SAVEPOINT',
  'rollback-to-savepoint': 'ROLLBACK TO SAVEPOINT',
} as const;

/** The statement, as listeners get it. */
export interface SavepointClause {
  readonly kind: keyof typeof WORDS;
  readonly ident: string;
}

export const savepointText = ({ kind, ident }: SavepointClause): string => `${WORDS[kind]} ${ident}`;

/** Sends one, between its events. */
export function sendSavepoint(connection: Connection, kind: SavepointClause['kind'], ident: string): void {
  const statement: SavepointClause = { kind, ident };
  const facts = {
    connection,
    statement,
    sets: [NO_PARAMETERS],
    executionOptions: new Map<string, unknown>(),
  };
  fire('before_execute', facts);
  const result = sendLogged(connection, savepointText(statement), '[no key 0.00010s]', new Map());
  fire('after_execute', { ...facts, result });
}
