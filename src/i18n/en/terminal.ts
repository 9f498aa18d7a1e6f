/** The terminal. */
import { count } from './count.ts';

export const terminal = {
  input: 'Command',
  log: 'Output of the terminal',
  table: 'Printed table',
  copyAll: 'Copy everything',
  copied: 'Copied',
  more: 'More commands',
  prepared: (number: number) => `${count(number, 'line')} of preparation`,
  folded: (number: number) => `${count(number, 'line')} folded`,
  ok: 'ok',
  exit: (code: number) => `exit code ${code}`,
  seconds: (value: string) => `${value} s`,
  running: 'running',
  stop: 'Stop',
  interrupted: 'stopped',
  welcome: 'Type a command and press Enter, or press Run in the lesson.',
  welcomeAlone: 'Type a command and press Enter. Type help to see what there is.',
  suggestions: 'Ways to go on',
  inIndex: (title: string) => `More in the error index: ${title}`,
  typeIt: '– type it',
};
