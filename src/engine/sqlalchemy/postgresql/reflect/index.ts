/** Reflection of PostgreSQL databases, for other rooms. */
export { Inspector } from './inspector.ts';
export { reflectMetadata } from './reflect-metadata.ts';
export { type ReflectOptions, reflectTable } from './reflect-table.ts';
export type * from './reflected.ts';
export type { CatalogSource } from './source.ts';
