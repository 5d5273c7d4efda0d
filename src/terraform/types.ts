/** Terraform's type system: what types values have, how they convert, unify, compare and sort. */
export { convert, unifyValues } from './conversion.ts';
export { valuesEqual } from './equality.ts';
export { arrangeSet, compareKeys, compareNumbers, identityText, sortedEntries } from './order.ts';
export { typeOf } from './type-of.ts';
export { hasAny, typesEqual, typeText } from './type-shape.ts';
export { unify } from './unification.ts';
