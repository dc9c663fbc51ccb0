import type { Type as Class } from '@nestjs/common';
import { rulesOf } from '@app/internals/src/form-rules.js';

/** Items of a list for which its form names no number. */
const ITEMS = 200;

/** What is known of a field before its value is looked at. */
export interface FieldShape {
  /** Items of it at most, where it is a list. */
  readonly most: number;
  /** What its value, or each item of it, has to be; undefined where it has no form of its own. */
  readonly form: Class<object> | undefined;
  /** Whether it is a list of such; of a field without a form nothing is known. */
  readonly many: boolean;
}

/** Any field of a value that has no form. */
export const FREE: FieldShape = { most: ITEMS, form: undefined, many: false };

/** The fields of a form; none where it has no rules. */
export type Shape = ReadonlyMap<string, FieldShape>;

/** The rule of `Nested`; its constraints are its diagnosis, and what answers with the form. */
export const NESTED = 'nested';

const known = new WeakMap<Class<object>, Shape>();

/** The shape of a form, found once. */
export function shapeOf(form: Class<object>): Shape {
  let shape = known.get(form);
  if (!shape) known.set(form, (shape = readShape(form)));
  return shape;
}

function readShape(form: Class<object>): Shape {
  const shape = new Map<string, FieldShape>();
  for (const { propertyName, name, constraints, each = false } of rulesOf(form)) {
    const field = shape.get(propertyName) ?? FREE;
    const [first, second] = (constraints ?? []) as unknown[];
    if (name === 'arrayMaxSize') shape.set(propertyName, { ...field, most: first as number });
    else if (name === NESTED) {
      shape.set(propertyName, { ...field, form: (second as () => Class<object>)(), many: each });
    } else shape.set(propertyName, field);
  }
  return shape;
}
