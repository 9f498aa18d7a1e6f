/** Reflection of PostgreSQL databases, for other rooms. */
export { Inspector } from './inspector.ts';
export { reflectMetadata } from './reflect-metadata.ts';
export { heardColumn, type ReflectOptions, reflectTable, useColumnListener } from './reflect-table.ts';
export type * from './reflected.ts';
export type { CatalogSource } from './source.ts';
