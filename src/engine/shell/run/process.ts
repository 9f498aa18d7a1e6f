/** Programs that run as a Python process of their own: console scripts, and `python` itself. */
import type { Process } from '../../machine.ts';
import { createInterpreter } from '../../modules/world.ts';
import { within } from '../../python/values/interpreter.ts';
import type { Invocation, Program } from '../program.ts';

const LIBRARIES = [
  '/usr/local/lib/python311.zip',
  '/usr/local/lib/python3.11',
  '/usr/local/lib/python3.11/lib-dynload',
  '/home/learner/.venv/lib/python3.11/site-packages',
];

/** Where installed commands lie: the first entry of their `sys.path`. */
const SCRIPTS = '/usr/local/bin';

interface PythonProcess {
  readonly process: Process;
  readonly python: ReturnType<typeof createInterpreter>['python'];
}

/** A fresh Python for an invocation, with `sys.path[0]` as given. */
export function startPython(call: Invocation, argv: readonly string[], firstPath: string): PythonProcess {
  const made = createInterpreter({
    machine: call.machine,
    argv,
    environment: new Map(call.environment),
    cwd: call.machine.cwd,
    stdout: call.stdout,
    stderr: call.stderr,
  });
  made.python.path.push(firstPath, ...LIBRARIES);
  return made;
}

/**
 * A console script: what its entry point returns or raises becomes the exit code, as `sys.exit(main())` makes it.
 * @param main the entry point in TypeScript.
 */
export function consoleScript(main: (process: Process) => number): Program {
  return {
    run: (call) => {
      const { process, python } = startPython(call, [call.name, ...call.args], SCRIPTS);
      let exit = 0;
      const status = within(python, () =>
        python.guarded(() => {
          exit = main(process);
        }),
      );
      return status || exit;
    },
  };
}
