/**
 * A class of the type system as a record. All classes of a family stand in one table; the Python classes that a learner
 * imports (name, module, bases, signature) and `repr()` are made from it.
 */
export interface TypeDefinition {
  readonly kind: 'type-definition';
  /** `__name__`, such as "String". */
  readonly name: string;
  /** `__module__`, such as "sqlalchemy.sql.sqltypes". */
  readonly module: string;
  readonly bases: readonly TypeDefinition[];
  /** `__visit_name__`: which rule of a type compiler writes it. */
  readonly visit: string;
  /** Parameters of `__init__` without self; inherited where the class has no `__init__` of its own. */
  readonly parameters: readonly Parameter[];
  /** True where the class has an `__init__` of its own. */
  readonly constructs: boolean;
  /** True where the class is a base for others and no type by itself. */
  readonly mixin: boolean;
  /** The class itself and all its bases. */
  readonly lineage: ReadonlySet<TypeDefinition>;
}

/** One parameter of a Python signature. Without `default` it is required. */
export interface Parameter {
  readonly name: string;
  readonly default?: unknown;
  readonly kind?: 'variadic' | 'keyword' | 'keywords';
}

/** What a table of definitions gives; the rest is inherited. */
export interface DefinitionRow {
  readonly visit?: string;
  readonly parameters?: readonly Parameter[];
  readonly mixin?: boolean;
}

/** A definition with what it inherits from its bases, as Python's method resolution order would find it. */
export function defineType(
  module: string,
  name: string,
  bases: readonly TypeDefinition[],
  row: DefinitionRow = {},
): TypeDefinition {
  const inherited = resolution(bases);
  const lineage = new Set<TypeDefinition>();
  const definition: TypeDefinition = {
    kind: 'type-definition',
    name,
    module,
    bases,
    visit: row.visit ?? inherited.find((base) => base.visit)?.visit ?? '',
    parameters: row.parameters ?? inherited.find((base) => base.parameters.length)?.parameters ?? [],
    constructs: row.parameters !== undefined,
    mixin: row.mixin ?? false,
    lineage,
  };
  lineage.add(definition);
  for (const base of inherited) lineage.add(base);
  return definition;
}

/** Bases depth first, each kept at its last place: what C3 gives for these classes. */
function resolution(bases: readonly TypeDefinition[]): TypeDefinition[] {
  const all = bases.flatMap((base) => [...base.lineage]);
  return all.filter((base, at) => all.indexOf(base, at + 1) < 0);
}

/** The signature as Python shows it, such as "length=None, collation=None". */
export function signatureOf(parameters: readonly Parameter[], repr: (value: unknown) => string): string {
  const parts: string[] = [];
  let keywordOnly = false;
  for (const parameter of parameters) {
    if (parameter.kind === 'keyword' && !keywordOnly) {
      keywordOnly = true;
      if (!parts.some((part) => part.startsWith('*'))) parts.push('*');
    }
    const stars = parameter.kind === 'variadic' ? '*' : parameter.kind === 'keywords' ? '**' : '';
    const fallback = 'default' in parameter ? `=${repr(parameter.default)}` : '';
    parts.push(`${stars}${parameter.name}${fallback}`);
  }
  return parts.join(', ');
}
