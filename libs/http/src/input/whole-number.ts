import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { fieldRule, type Diagnosis } from './field-rule.js';
import { faultOf } from './messages.js';

export interface WholeNumberOptions {
  readonly min: number;
  readonly max: number;
}

/**
 * A whole number in a query, where everything is text: decimal digits and nothing else, so that
 * nobody has to know what `1e2`, `0x10` or ` 5` would have been taken for. Arrives as a number.
 */
export function WholeNumber({ min, max }: WholeNumberOptions): PropertyDecorator {
  const diagnose: Diagnosis = (value) => {
    if (typeof value !== 'number') return faultOf('isInt', []);
    if (value < min) return faultOf('min', [min]);
    return value > max ? faultOf('max', [max]) : undefined;
  };
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
    ),
    fieldRule('wholeNumber', diagnose, { type: 'integer', minimum: min, maximum: max }),
  );
}
