import { applyDecorators, type Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { fieldRule, type Diagnosis, type EachOption } from './field-rule.js';
import { faultOf } from './messages.js';
import { NESTED } from './shapes.js';

/**
 * An object with rules of its own, or a list of such. An object only: class-validator would take a
 * list in its place, look at the items, and let it pass.
 */
export function Nested(type: () => Class<object>, options: EachOption = {}): PropertyDecorator {
  return applyDecorators(
    fieldRule(NESTED, isObject, {}, { ...options, beside: [type] }),
    ValidateNested(options),
    Type(type),
  );
}

const isObject: Diagnosis = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? undefined
    : faultOf('isObject', []);
