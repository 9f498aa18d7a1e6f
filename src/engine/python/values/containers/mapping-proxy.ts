/** mappingproxy: a dict that cannot be changed, such as a class's `__dict__`. */
import { mappingproxyClass } from '../classes/classes.ts';
import { PyObject } from '../value.ts';
import type { PyDict } from './dict.ts';

export class PyMappingProxy extends PyObject {
  readonly dict: PyDict;
  constructor(dict: PyDict) {
    super(mappingproxyClass);
    this.dict = dict;
  }
}

/** A view of a dict that refuses to be changed. */
export const mappingProxy = (dict: PyDict): PyMappingProxy => new PyMappingProxy(dict);
