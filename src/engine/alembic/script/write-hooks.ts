/**
 * Programs and functions that run over a new revision file. No program is installed here, so each ends as on a machine without it.
 * Answers to: alembic/script/write_hooks.py.
 */
import { type Process, Raise } from '../../machine.ts';
import { status } from '../config/messaging.ts';
import { commandError } from './errors.ts';

/** The settings of a hook; `_hook_name` is its name. */
export type HookOptions = ReadonlyMap<string, string>;

const registered = new WeakMap<Process, Map<string, unknown>>();

/** `@write_hooks.register(name)`: a function of (path, options); it takes the place of another of that name. */
export function registerHook(process: Process, name: string, hook: unknown): void {
  const hooks = registered.get(process) ?? new Map<string, unknown>();
  registered.set(process, hooks.set(name, hook));
}

/**
 * Runs the hooks of the settings over a file.
 * @throws CommandError, FileNotFoundError, and what a learner's function raises
 */
export function runHooks(process: Process, path: string, hooks: readonly HookOptions[]): void {
  for (const options of hooks) {
    const name = options.get('_hook_name')!;
    const type = options.get('type');
    if (type === undefined) {
      throw commandError(`Key '${name}.type' (or 'type' in toml) is required for post write hook '${name}'`);
    }
    const work = () => {
      const own = registered.get(process)?.get(type);
      if (own === undefined) runHook(name, type, options);
      else process.python.call(own, [path, process.python.dict(options)]);
    };
    // It is said also where -q asks for silence.
    status(process, `Running post write hook ${process.python.repr(name)}`, work, { newline: true });
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
