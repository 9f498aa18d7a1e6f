/** `inspect`. What a text here asks of native code: the parameters of a callable, the frame that calls. */
import { PyFunction } from '../../../../python/evaluate/function.ts';
import { NativeFunction, PyBoundMethod } from '../../../../python/values/callable.ts';
import { list, PyTuple } from '../../../../python/values/containers/containers.ts';
import { nativeFunction } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import { REQUIRED, type Signature } from '../../../../stdlib/signature.ts';
import { pythonModule } from '../../../library.ts';
import { callingFrame } from '../../caller.ts';
import { OBJECTS } from './objects.ts';
import { SIGNATURE } from './signature.ts';
import { SOURCE_LINES } from './source-lines.ts';

const KINDS = ['positional-only', 'positional', 'var-positional', 'keyword', 'var-keyword'];

function signatureOf(callable: Value): Signature | undefined {
  if (callable instanceof PyFunction || callable instanceof NativeFunction) return callable.signature;
  return undefined;
}

/** Parameters as (name, kind, has default, default); None where there is no telling. */
const parameters = nativeFunction('_parameters', 'callable', (_call, callable: Value) => {
  const bound = callable instanceof PyBoundMethod;
  const signature = signatureOf(bound ? callable.function : callable);
  if (!signature) return null;
  const rows = signature.parameters.map(({ name, kind }, index) => {
    const value = signature.defaults[index];
    const has = value !== REQUIRED && value !== undefined;
    return new PyTuple([name, KINDS.indexOf(kind), has, has ? (value as Value) : null]);
  });
  return list(bound ? rows.slice(1) : rows);
});

const frame = nativeFunction('_frame', '', (call) => callingFrame(call) ?? null);

export const inspectModule = pythonModule('inspect', OBJECTS + SIGNATURE + SOURCE_LINES, {
  _parameters: () => parameters,
  _frame: () => frame,
});
