/** What `importlib` and `pkgutil` ask of the running Python. */
import { raise } from '../../../../python/values/exceptions/exceptions.ts';
import { type NativeModule, nativeFunction } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import { absolutePath } from '../../../os/path.ts';
import { distribution, isInstalled } from '../../../packages/shelf.ts';
import { FILE_NATIVES } from '../../system/files.ts';

const importByName = nativeFunction('_import', 'name', (call, name: string) => call.importModule(name));

const forget = nativeFunction('_forget', 'name', (call, name: string) => {
  call.modules.delete(name);
  return null;
});

const loaded = nativeFunction('_loaded', 'name', (call, name: string) => call.modules.get(name) ?? null);

const register = nativeFunction('_register', 'name, module', (call, name: string, module: Value) => {
  call.modules.set(name, module);
  return null;
});

const executeFile = nativeFunction('_execute', 'path, name', (call, path: string, name: string) => {
  const { python, machine } = call.process;
  return python.runFile(path, name, machine.files.read(absolutePath(call, path))) as Value;
});

const version = nativeFunction('_version', 'name', (call, name: string) =>
  isInstalled(call.process.machine.installed, name) ? (distribution(name)?.version ?? null) : null,
);

const absoluteName = nativeFunction('_absolute', 'name, package', (_call, name: string, parent: Value) => {
  const level = /^\.*/.exec(name)![0].length;
  if (level === 0) return name;
  if (typeof parent !== 'string') {
    throw raise(
      'TypeError',
      `the 'package' argument is required to perform a relative import for ${JSON.stringify(name).replaceAll('"', "'")}`,
    );
  }
  const parts = parent.split('.');
  if (level > parts.length) throw raise('ImportError', 'attempted relative import beyond top-level package');
  const base = parts.slice(0, parts.length - level + 1).join('.');
  const rest = name.slice(level);
  return rest === '' ? base : `${base}.${rest}`;
});

export const natives: NativeModule['names'] = {
  ...FILE_NATIVES,
  _import: () => importByName,
  _forget: () => forget,
  _loaded: () => loaded,
  _register: () => register,
  _execute: () => executeFile,
  _absolute: () => absoluteName,
  _version: () => version,
};
