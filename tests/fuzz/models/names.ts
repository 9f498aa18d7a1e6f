/** Names of tables and columns, and conventions for those of constraints. */
export const TABLES = [
  'users',
  'orders',
  'items',
  'tags',
  'posts',
  'order',
  'Events',
  'audit_log',
  'stock',
  'user_groups',
  'very_long_table_name_that_goes_on_and_on',
];
export const COLUMNS = [
  'name',
  'title',
  'state',
  'amount',
  'price',
  'created_at',
  'updated',
  'kind',
  'code',
  'note',
  'size',
  'flags',
  'data',
  'user',
  'Value',
  'when',
  'position',
  'a_rather_long_column_name_for_a_test',
];

/** Whether the convention asks for the name of every check. */
export const mustName = (models: { readonly naming: string | undefined }): boolean =>
  models.naming?.includes('%(constraint_name)s') ?? false;

export const NAMINGS = [
  '{"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "ck": "ck_%(table_name)s_%(constraint_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s"}',
  '{"ix": "%(column_0_N_label)s_idx", "uq": "%(table_name)s_%(column_0_N_name)s_key", "fk": "%(table_name)s_%(column_0_N_name)s_fkey", "pk": "%(table_name)s_pkey"}',
  // With no "ix" at all, index=True makes indexes of one name: None.
  '{"ix": "ix_%(column_0_label)s", "pk": "pk_%(table_name)s", "uq": "uq__%(table_name)s__%(column_0_N_key)s"}',
  '{"ix": "ix_%(column_0_label)s", "ck": "ck_%(table_name)s_%(column_0_name)s"}',
  '{"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0N_name)s", "fk": "fk_%(table_name)s_%(column_0_key)s_%(referred_column_0_name)s", "ck": "ck_%(constraint_name)s", "pk": "%(table_name)s_pk"}',
  '{"short": lambda c, t: t.name[:3], "ix": "ix_%(short)s_%(column_0_name)s", "uq": "uq_%(short)s_%(column_0_name)s", "fk": "fk_%(short)s_%(column_0_N_label)s"}',
  '{"fk": "fk__%(table_name)s__%(referred_table_name)s", "uq": "u_%(column_0_name)s", "ix": "i_%(column_0_name)s", sa.CheckConstraint: "c_%(constraint_name)s"}',
];
