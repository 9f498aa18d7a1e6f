/** `enum`: enumerations and flags. Answers to: CPython 3.11's enum. */
import { pythonModule } from '../../../library.ts';
import { callerModule } from '../../caller.ts';
import { FLAGS } from './flags.ts';
import { MEMBERS } from './members.ts';
import { METACLASS } from './metaclass.ts';
import { NAMESPACE } from './namespace.ts';
import { TOOLS } from './tools.ts';

export const enumModule = pythonModule('enum', NAMESPACE + METACLASS + MEMBERS + FLAGS + TOOLS, {
  _mapping_proxy: (call) => call.importName('types.MappingProxyType'),
  _caller_module: () => callerModule,
});
