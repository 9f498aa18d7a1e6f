/**
 * What the engine knows of a name while a file is being typed: asked by a small Python program in a rehearsal, which imports what the file
 * imports and looks. So completion and signatures are those that the name really has here; nothing is written down twice.
 */
import { overlayFiles } from '../../engine/files.ts';
import type { Machine } from '../../engine/machine.ts';
import type { Engine } from '../workspace/engine-port.ts';
import { PROJECT } from '../workspace/machine.ts';
import { rehearsal } from './rehearsal.ts';

export interface Ask {
  /** The file's import statements, one a line each. */
  readonly imports: readonly string[];
  /** "sa.Column"; empty for the names that the imports bring. */
  readonly name: string;
}

export type NameKind = 'module' | 'class' | 'function' | 'value';

export interface NameFacts {
  readonly kind: NameKind;
  /** Where it comes from: "sqlalchemy.Column". */
  readonly from: string;
  /** Arguments as Python's inspect writes them; undefined where it says nothing. */
  readonly signature: string | undefined;
  readonly members: readonly { readonly name: string; readonly kind: NameKind }[];
}

const IMPORT = /^(from\s+[\w.]+\s+import\s+[\w\s,.*]+|import\s+[\w\s,.]+)$/;
const NAME = /^([A-Za-z_]\w*(\.[A-Za-z_]\w*)*)?$/;
const FILE = '.what_is_it.py';

/** @returns undefined where the name is not there, or the asking fails for any reason. */
export function describeName(
  engine: Engine,
  machine: Machine,
  drafts: Readonly<Record<string, string>>,
  { imports, name }: Ask,
): NameFacts | undefined {
  if (!NAME.test(name)) return undefined;
  const files = overlayFiles(machine.files);
  for (const [path, text] of Object.entries(drafts)) files.write(`${PROJECT}/${path}`, text);
  files.write(
    `${PROJECT}/${FILE}`,
    program(
      imports.filter((one) => IMPORT.test(one)),
      name,
    ),
  );
  try {
    const run = rehearsal(engine, machine, files, machine.database);
    const { exit, said } = run(`python ${FILE}`);
    return exit === 0 ? (JSON.parse(said.slice(said.lastIndexOf('\n{') + 1)) as NameFacts) : undefined;
  } catch {
    return undefined;
  }
}

/** Each import by itself: one that fails takes only its own names away. */
const program = (
  imports: readonly string[],
  name: string,
): string => `import importlib as _importlib, inspect as _inspect, json as _json, re as _re
${imports.map((one) => `try:\n    ${one}\nexcept BaseException:\n    pass`).join('\n')}


def _kind(value):
    if _inspect.ismodule(value):
        return "module"
    if _inspect.isclass(value):
        return "class"
    return "function" if callable(value) else "value"


def _members(value):
    found = []
    for one in dir(value):
        if not one.startswith("_"):
            try:
                found.append({"name": one, "kind": _kind(getattr(value, one))})
            except Exception:
                pass
    return found


# The functions of these modules pass everything on to the methods of an object: what they take, its class says, as in Alembic's stubs.
_PROXIES = {"alembic.op": ("alembic.operations", "Operations"), "alembic.context": ("alembic.runtime.environment", "EnvironmentContext")}


def _method_behind(value):
    module, name = _PROXIES.get(getattr(value, "__module__", None), (None, None))
    if module is None:
        return None
    return getattr(getattr(_importlib.import_module(module), name), getattr(value, "__name__", ""), None)


def _signature(value):
    if not callable(value):
        return None
    try:
        method = _method_behind(value)
        text = str(_inspect.signature(value if method is None else method))
    except Exception:
        return None
    if method is not None:
        text = _re.sub(r"^\\(self(?:, /)?(?:, )?", "(", text)
    return None if text == "(*args, **kwargs)" else text


def _facts(value):
    place = getattr(value, "__module__", None) or getattr(value, "__name__", "")
    own = getattr(value, "__qualname__", "")
    return {
        "kind": _kind(value),
        "from": f"{place}.{own}" if own else str(place),
        "signature": _signature(value),
        "members": _members(value),
    }


${
  name === ''
    ? `_names = [(n, v) for n, v in list(globals().items()) if not n.startswith("_")]
_said = {"kind": "module", "from": "", "signature": None, "members": [{"name": n, "kind": _kind(v)} for n, v in _names]}`
    : `_said = _facts(${name})`
}
print()
print(_json.dumps(_said))
`;
