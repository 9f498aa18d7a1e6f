/** What a command asks for that cannot be done synchronously: the worker does it and hands the answer back. */
import type { Machine } from '../../engine/machine.ts';
import type { Need } from './engine-port.ts';

export interface NeedHost {
  readonly machine: Machine;
  /** Runs pg_dump on the present server. */
  dump(args: readonly string[]): Promise<string>;
}

/** @returns what the command goes on with. @throws Error for what nobody here can do */
export async function fulfilNeed(need: Need, host: NeedHost): Promise<unknown> {
  if (need.what === 'pg_dump') {
    try {
      return { text: await host.dump(need.args), error: undefined };
    } catch (error) {
      return { text: '', error: error instanceof Error ? error.message : String(error) };
    }
  }
  if (need.what === 'git') return (await import('../../git/index.ts')).runGit(host.machine, need.args);
  throw new Error(`nothing here does ${need.what}`);
}
