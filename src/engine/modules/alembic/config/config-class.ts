/** alembic.config.Config. */
import { type CommandOptions, Config } from '../../../alembic/config/config.ts';
import { typeName } from '../../../python/values/classes/class-of.ts';
import { list, tuple } from '../../../python/values/containers/containers.ts';
import { dict, type PyDict } from '../../../python/values/containers/dict.ts';
import { hashValue } from '../../../python/values/containers/hash.ts';
import { attributeError, typeError } from '../../../python/values/exceptions/exceptions.ts';
import { percentFormat } from '../../../python/values/format/percent.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { str } from '../../../python/values/text.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { Namespace } from '../../argparse/namespace.ts';
import { asValue as tomlValue } from '../../library/tomllib.ts';
import { immutableDict } from '../../sqlalchemy/engine/immutable-dict.ts';
import { fromOutput, toOutput } from '../../streams.ts';
import { nothing } from '../bound.ts';
import { commandTuple } from './command-names.ts';

const SIGNATURE =
  'file_=None, toml_file=None, ini_section="alembic", output_buffer=None, stdout=None, cmd_opts=None, config_args=None, attributes=None';

/** A learner's namespace as options. */
export function optionsOf(call: Interpreter, namespace: Value): CommandOptions | null {
  return namespace === null ? null : new LearnerOptions(call, namespace);
}

class LearnerOptions implements CommandOptions {
  readonly namespace: Value;
  readonly #call: Interpreter;

  constructor(call: Interpreter, namespace: Value) {
    this.#call = call;
    this.namespace = namespace;
  }

  get(name: string): unknown {
    return this.#call.getAttribute(this.namespace, name);
  }
}

/** `config.cmd_opts`: the learner's own object, or the parsed command line. */
function namespaceOf(call: Interpreter, options: CommandOptions | null): Value {
  if (options instanceof LearnerOptions) return options.namespace;
  if (!(options instanceof Map)) return null;
  const values = new Map(options as ReadonlyMap<string, unknown>);
  values.set('cmd', commandTuple(call, String(values.get('cmd'))));
  return new Namespace(values);
}

function textPairs(call: Interpreter, value: Value): [string, string][] {
  if (value === null) return [];
  return [...call.iterate(call.callMethod(value, 'items'))].map(
    (pair) => [...call.iterate(pair)].map((each) => call.str(each)) as [string, string],
  );
}

/** A file's name, from text or a path. @throws Raise TypeError for what names no file */
const pathText = (call: Interpreter, value: Value): string | null =>
  value === null ? null : call.str(call.call(call.importName('os.fspath'), [value]));

function construct(
  call: Interpreter,
  _cls: PyClass,
  file: Value,
  toml: Value,
  section: Value,
  buffer: Value,
  stdout: Value,
  options: Value,
  args: Value,
  attributes: Value,
): Config {
  return new Config(call.process, {
    file: pathText(call, file),
    tomlFile: pathText(call, toml),
    iniSection: String(section),
    outputBuffer: buffer,
    ...(stdout === null ? {} : { stdout: toOutput(call, stdout) }),
    commandOptions: optionsOf(call, options),
    args: textPairs(call, args),
    ...(attributes === null ? {} : { attributes: dict((attributes as PyDict).entries()) }),
  });
}

/** @param what of configparser's words: "option values", "option keys", "section names" */
function mustBeText(value: Value, what: string): string {
  if (typeof value !== 'string') throw typeError(`${what} must be strings`);
  return value;
}

const newKey = (value: Value) => mustBeText(value, 'option keys');
const newValue = (value: Value) => mustBeText(value, 'option values');

/** A section that is written to: looked for before it is added. */
function newSection(value: Value): string {
  hashValue(value);
  return mustBeText(value, 'section names');
}

/** A section that is looked for, as a key of a dict. @throws TypeError for what cannot be one */
function sectionName(value: Value): string {
  hashValue(value);
  return str(value);
}

/** An option that is looked for: configparser writes it in lower case first. @throws AttributeError for what has none */
function optionName(value: Value): string {
  if (typeof value === 'string') return value;
  throw attributeError(`'${typeName(value)}' object has no attribute 'lower'`, value, 'lower');
}

/** A file's name as a `pathlib.Path`; None where there is none. */
const pathOf = (call: Interpreter, name: string | null): Value =>
  name === null ? null : call.call(call.importName('pathlib.Path'), [name]);

const textList = (items: readonly string[] | undefined): Value => (items ? list([...items]) : null);

const asValue = (value: unknown): Value =>
  (Array.isArray(value) ? list(value as Value[]) : (value as Value)) ?? null;

export const configClass = nativeClass({
  name: 'Config',
  module: 'alembic.config',
  host: Config,
  signature: SIGNATURE,
  construct,
  methods: {
    set_main_option: [
      'name, value',
      (_call, self: Config, name: Value, value: Value) =>
        nothing(self.setMainOption(newKey(name), newValue(value))),
    ],
    remove_main_option: [
      'name',
      (_call, self: Config, name: Value) => nothing(self.removeMainOption(optionName(name))),
    ],
    set_section_option: [
      'section, name, value',
      (_call, self: Config, section: Value, name: Value, value: Value) =>
        nothing(self.setSectionOption(newSection(section), newKey(name), newValue(value))),
    ],
    get_section: [
      'name, default=None',
      (_call, self: Config, name: Value, fallback: Value) => {
        const section = self.section(sectionName(name));
        return section ? dict(section) : fallback;
      },
    ],
    get_section_option: [
      'section, name, default=None',
      (_call, self: Config, section: Value, name: Value, fallback: Value) =>
        asValue(self.sectionOption(sectionName(section), optionName(name), fallback)),
    ],
    get_main_option: [
      'name, default=None',
      (_call, self: Config, name: Value, fallback: Value) =>
        asValue(self.mainOption(optionName(name), fallback)),
    ],
    get_alembic_option: [
      'name, default=None',
      (_call, self: Config, name: Value, fallback: Value) =>
        asValue(self.alembicOption(optionName(name), fallback)),
    ],
    get_alembic_boolean_option: ['name', (_call, self: Config, name: string) => self.alembicBoolean(name)],
    get_prepend_sys_paths_list: ['', (_call, self: Config) => textList(self.prependSysPaths())],
    get_version_locations_list: ['', (_call, self: Config) => textList(self.versionLocations())],
    get_hooks_list: ['', (_call, self: Config) => list(self.hooks().map((options) => dict(options)))],
    get_template_directory: ['', () => '/home/learner/.venv/lib/python3.11/site-packages/alembic/templates'],
    print_stdout: [
      'text, *arg',
      (call, self: Config, text: Value, args: Value[]) => {
        const words = call.str(text);
        self.print(args.length > 0 ? percentFormat(words, tuple(args)) : words);
        return null;
      },
    ],
  },
  getters: {
    config_file_name: (self: Config) => self.configFileName,
    toml_file_name: (self: Config) => self.tomlFileName,
    config_ini_section: (self: Config) => self.configIniSection,
    _config_file_path: (self: Config, call) => pathOf(call, self.configFileName),
    _toml_file_path: (self: Config, call) => pathOf(call, self.tomlFileName),
    file_config: (self: Config) => self.parser,
    attributes: (self: Config) => self.attributes as Value,
    cmd_opts: (self: Config, call) => namespaceOf(call, self.commandOptions),
    output_buffer: (self: Config) => self.outputBuffer as Value,
    stdout: (self: Config, call) => fromOutput(call, self.stdout),
    toml_alembic_config: (self: Config, call) => tomlValue(call, self.toml),
    config_args: (self: Config) => dict(self.args),
    messaging_opts: (self: Config) => immutableDict([['quiet', self.quiet]]),
  },
  setters: {
    config_file_name: (self: Config, value: Value) => {
      self.configFileName = value as string | null;
    },
    config_ini_section: (self: Config, value: Value) => {
      self.configIniSection = String(value);
    },
    cmd_opts: (self: Config, value: Value, call) => {
      self.commandOptions = optionsOf(call, value);
    },
    output_buffer: (self: Config, value: Value) => {
      self.outputBuffer = value;
    },
  },
});
