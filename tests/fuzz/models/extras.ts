/** Attributes of a model that are no columns, and what stands below the tables. */
import type { Random } from '../random.ts';
import type { Models, Table } from './schema.ts';
import { className } from './text.ts';

/** Adds a relationship, a synonym, a property; nothing looks for its class until mappers are made ready. */
export function addExtra(r: Random, models: Models, table: Table): void {
  const other = r.pick([...models.tables, table]);
  const type = className(other.name);
  const plain = table.columns.find((one) => !one.primaryKey && /^[a-z_]+$/.test(one.name));
  const init = table.style === 'dataclass' ? 'init=False' : '';
  const given = (...parts: string[]) => [...parts, init].filter(Boolean).join(', ');
  const name = `rel_${table.extras.length}`;
  const keys = plain && plain.name !== 'user' && plain.name !== 'when' ? plain.name : undefined;
  table.extras.push(
    r.pick([
      `${name}: Mapped["${type}"] = relationship(${given(`back_populates="${name}"`)})`,
      `${name}: Mapped[list["${type}"]] = relationship(${given('cascade="all, delete-orphan"')})`,
      `${name}: Mapped[Optional["${type}"]] = relationship(${given('lazy="selectin"', 'viewonly=True')})`,
      `${name}: Mapped[set["${type}"]] = relationship(${given('passive_deletes=True')})`,
      ...(init
        ? []
        : [
            `${name} = relationship("${type}", backref="back_${name}", uselist=False)`,
            `${name} = relationship("${type}", foreign_keys="${className(table.name)}.id", remote_side="${type}.id")`,
            ...(keys ? [`${name} = synonym("${keys}")`] : []),
          ]),
    ]),
  );
}

/** Adds what a person writes below: a table copied, a sequence, an index of one's own, a type of the metadata. */
export function addMore(r: Random, models: Models): void {
  const id = ++models.made;
  const core = models.tables.find((one) => one.style === 'core' && !one.second);
  const copied = core && `${core.name.toLowerCase().slice(0, 30)}_table`;
  models.more.push(
    r.pick([
      `counter_${id} = sa.Sequence("counter_${id}", metadata=metadata)`,
      `kinds_${id} = sa.Enum("a", "b", name="kinds_${id}", metadata=metadata)`,
      `sa.Table("links_${id}", metadata, *[sa.Column(f"part_{n}", sa.Integer, nullable=n > 1) for n in range(3)])`,
      `for letter in "ab":\n    sa.Table(f"shard_${id}_{letter}", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("note", sa.String(10), index=True))`,
      `typing_${id} = sa.Table("typing_${id}", metadata, sa.Column("id", sa.Integer, primary_key=True))\ntyping_${id}.append_column(sa.Column("late", sa.Text, server_default="x"))\nsa.Index("ix_late_${id}", typing_${id}.c.late)`,
      `sa.event.listen(metadata, "before_create", sa.DDL("SELECT 1"))`,
      `parts_${id} = sa.Table("parts_${id}", metadata, sa.Column("day", sa.Date, primary_key=True), sa.Column("n", sa.Integer), postgresql_partition_by="RANGE (day)")`,
      `below_${id} = sa.Table("below_${id}", metadata, sa.Column("id", sa.Integer, sa.Sequence("below_${id}_seq", start=5, increment=2, cycle=True), primary_key=True), sa.Column("n", sa.BigInteger, server_default=sa.Sequence("n_${id}_seq", metadata=metadata).next_value()))`,
      `up_${id} = sa.Table("up_${id}", metadata, sa.Column("id", sa.BigInteger, primary_key=True))\ndown_${id} = sa.Table("down_${id}", metadata, sa.Column("id", sa.ForeignKey(up_${id}.c.id), primary_key=True), sa.Column("again", sa.ForeignKey(up_${id}.c.id, link_to_name=True), index=True))`,
      `sa.Table("links_${id}", metadata, sa.Column("a", sa.Integer), extend_existing=True)\nsa.Table("links_${id}", metadata, sa.Column("b", sa.Integer), extend_existing=True)`,
      `sa.Table("noted_${id}", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("body", postgresql.JSONB), sa.Index("ix_noted_${id}", sa.text("(body ->> 'kind')")), sa.Index("ix_noted_gin_${id}", "body", postgresql_using="gin"))`,
      `sa.Table("noted_${id}", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("body", postgresql.JSONB, key="b"), sa.CheckConstraint(sa.column("body").is_not(None), name="ck_noted_${id}"), sa.UniqueConstraint("b", name="uq_noted_${id}"))`,
      ...(copied && core.schema === undefined ? [`${copied}.to_metadata(metadata, name="copy_${id}")`] : []),
    ]),
  );
}
