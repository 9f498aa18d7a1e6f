/** What psql remembers while it runs: plain data, so that a prompt can go on in the next step. */
import type { ConnectTarget } from '../../machine.ts';

/** How answers are printed: `\pset`. */
export interface PrintSettings {
  format: 'aligned' | 'unaligned' | 'csv';
  expanded: boolean;
  tuplesOnly: boolean;
  footer: boolean;
  /** What stands for NULL. */
  nullText: string;
  border: 0 | 1 | 2;
  fieldSeparator: string;
  title: string;
}

/** What the next step must know. */
export interface PsqlState {
  readonly target: ConnectTarget;
  readonly print: PrintSettings;
  readonly variables: Map<string, string>;
  quiet: boolean;
  timing: boolean;
  echoAll: boolean;
  /** Lines of a statement that is not complete yet. */
  buffer: string;
  /** What must be sent again where the next step goes on: settings, and the statements of an open transaction. */
  readonly settings: string[];
  readonly transaction: string[];
  /** The server's view of the transaction. */
  status: 'idle' | 'transaction' | 'failed';
}

export const VERSION = '18.3';

/** psql's settings as it starts. */
export function newState(target: ConnectTarget): PsqlState {
  return {
    target,
    print: {
      format: 'aligned',
      expanded: false,
      tuplesOnly: false,
      footer: true,
      nullText: '',
      border: 1,
      fieldSeparator: '|',
      title: '',
    },
    variables: new Map(),
    quiet: false,
    timing: false,
    echoAll: false,
    buffer: '',
    settings: [],
    transaction: [],
    status: 'idle',
  };
}

/** A copy that shares nothing with the original. */
export const copyOfState = (state: PsqlState): PsqlState => ({
  ...state,
  print: { ...state.print },
  variables: new Map(state.variables),
  settings: [...state.settings],
  transaction: [...state.transaction],
});

/** What psql shows where the next line is typed: the server's learner is a superuser, hence `#`. */
export function promptOf(state: PsqlState, inside: string): string {
  const database = state.target.database ?? '';
  const sign = inside === '' ? (state.buffer === '' ? '=' : '-') : inside;
  const open = { idle: '', transaction: '*', failed: '!' }[state.status];
  return `${database}${sign}${open}# `;
}
