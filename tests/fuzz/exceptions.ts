/**
 * Where upgrading does not end the differences, or going down does not restore the schema, in the real tools as here.
 * Each entry names the behaviour of Alembic that explains it; nothing else is excused.
 */

export interface Exception {
  /** What the real tool does, in a sentence. */
  readonly truth: string;
  /** In what `check` prints after an upgrade. */
  readonly check?: RegExp;
  /** In the models' or the revision's text: the schema is not restored by going down. */
  readonly restore?: RegExp;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    truth: 'Unnamed checks get a name in the database, and their removal is then detected.',
    check: /'remove_constraint', CheckConstraint/,
  },
  {
    truth:
      'A named check inside Column(…) is not rendered in create_table and is detected once the table exists.',
    check: /'add_constraint', CheckConstraint/,
  },
  {
    truth: 'Enum(create_constraint=True) under a naming convention makes `check` fail right after upgrade.',
    check: /CheckConstraint.*_(create_rule|type_bound)/,
  },
  {
    truth:
      'An unnamed unique constraint under another name in the database, or with postgresql_include, is detected again.',
    check: /'(add|remove)_constraint', UniqueConstraint/,
  },
  { truth: 'use_alter cycles lose the foreign key, and `check` reports it.', check: /'(add|remove)_fk'/ },
  { truth: 'The database keeps no empty comment.', check: /'(add|modify)_(table_)?comment'/ },
  {
    truth:
      'Types that PostgreSQL keeps under another name (SERIAL of a float, REAL of a short FLOAT) differ for ever.',
    check: /'modify_type'/,
  },
  {
    truth: 'An index whose options the database reports otherwise is dropped and created on every run.',
    check: /'(add|remove)_index'/,
  },
  {
    truth: 'A table of another schema is not looked at without include_schemas, so it is added again.',
    check: /'add_table'/,
  },
  {
    truth:
      'A server default that calls a function, or is written otherwise by the database, differs on every run.',
    check: /'modify_default'/,
  },
  {
    truth: 'Names of None among other names cannot be sorted: check ends in a TypeError.',
    check: /TypeError: '<' not supported/,
  },
  {
    truth: "A server default with ' in it crashes check when comparison is on.",
    check: /psycopg2\.errors\./,
  },
  {
    truth: 'Downgrades add dropped columns at the end, in no order of before.',
    restore: /op\.drop_column|drop_column\(/,
  },
  {
    truth:
      'Checks are not rendered by drop_table and inside columns: the downgrade makes tables without them.',
    restore: /CheckConstraint|create_constraint/,
  },
  {
    truth: 'Type changes there and back lose collation, precision or the type of an expression.',
    restore: /alter_column/,
  },
  {
    truth: 'Reflected indexes and keys come back without what reflection does not know.',
    restore: /drop_index|drop_constraint|drop_table/,
  },
];

/** True where an entry explains that `check` still finds something. */
export const excusesCheck = (printed: string): boolean => EXCEPTIONS.some((one) => one.check?.test(printed));

/** True where an entry explains that a downgrade of this revision does not restore the schema. */
export const excusesRestore = (revision: string): boolean =>
  EXCEPTIONS.some((one) => one.restore?.test(revision));
