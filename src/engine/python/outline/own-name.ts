/** What a file defines itself: plain data. */
export interface OwnName {
  readonly name: string;
  readonly kind: 'class' | 'function' | 'value';
  /** Where it is defined, 1-based. */
  readonly line: number;
  /** A function's parameters as they are written: "(self, name=None)"; of a class those of its `__init__` without `self`. */
  readonly signature?: string;
  /** Of what it is an instance, as far as the file says: "Book", "sa.Table". */
  readonly type?: string;
  readonly ofClass?: OwnClass;
}

export interface OwnClass {
  /** As written: "Base", "db.Model". */
  readonly bases: readonly string[];
  /** Of the class itself. */
  readonly members: readonly OwnName[];
  /** What its methods put on `self`, beside those. */
  readonly attributes: readonly OwnName[];
}

/** Lines of a module, a class or a function, and the names in it. */
export interface Scope {
  readonly kind: 'module' | 'class' | 'function';
  readonly from: number;
  readonly to: number;
  readonly names: readonly OwnName[];
  readonly inner: readonly Scope[];
}
