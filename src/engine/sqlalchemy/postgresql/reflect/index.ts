/** Reflection of PostgreSQL databases, for other rooms. */
export { Inspector, type RelationFilter } from './inspector.ts';
export { type ReflectRequest, reflectMetadata } from './reflect-metadata.ts';
export { type ReflectOptions, reflectTable } from './reflect-table.ts';
export type * from './reflected.ts';
export type { CatalogSource } from './source.ts';
