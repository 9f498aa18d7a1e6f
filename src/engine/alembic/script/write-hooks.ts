/** Programs that run over a new revision file. None is installed here, so each ends as on a machine without it. Answers to: alembic/script/write_hooks.py. */
import { type Process, Raise } from '../../machine.ts';
import { status } from '../config/messaging.ts';
import { commandError } from './errors.ts';

/** @throws CommandError, FileNotFoundError */
export function runHooks(
  process: Process,
  hooks: ReadonlyMap<string, ReadonlyMap<string, string>>,
  quiet: boolean,
): void {
  for (const [name, options] of hooks) {
    const type = options.get('type');
    if (type === undefined) {
      throw commandError(`Key '${name}.type' (or 'type' in toml) is required for post write hook '${name}'`);
    }
    status(
      process,
      `Running post write hook '${name}' ...`.slice(0, -4),
      () => runHook(name, type, options),
      {
        quiet,
        newline: true,
      },
    );
  }
}

function runHook(name: string, type: string, options: ReadonlyMap<string, string>): void {
  const required = (key: string): string => {
    const value = options.get(key);
    if (value === undefined)
      throw commandError(`Key ${name}.${key} is required for post write hook '${name}'`);
    return value;
  };
  switch (type) {
    case 'console_scripts':
      throw commandError(`Could not find entrypoint console_scripts.${required('entrypoint')}`);
    case 'module':
      throw commandError(`Could not find module ${required('module')}`);
    case 'exec': {
      const executable = required('executable');
      throw new Raise('builtins.FileNotFoundError', [2, 'No such file or directory', executable]);
    }
    default:
      throw commandError(`No formatter with name '${type}' registered`);
  }
}
