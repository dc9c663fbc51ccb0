import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import type { Bilingual } from '@app/kernel';

/** What is wrong with a value. */
export interface Fault {
  readonly code: string;
  readonly says: Bilingual;
}

/** Looks at one value; undefined when nothing is wrong with it. */
export type Diagnosis = (value: unknown) => Fault | undefined;

export interface EachOption {
  /** The field is an array, and each of its items is looked at; default false. */
  readonly each?: boolean;
}

export interface RuleOptions extends EachOption {
  /** What is to be read of the rule beside its diagnosis; default nothing. */
  readonly beside?: readonly unknown[];
}

/** A property decorator from a diagnosis, documented in the OpenAPI schema as `schema` says. */
export function fieldRule(
  name: string,
  diagnose: Diagnosis,
  schema: ApiPropertyOptions,
  { each = false, beside = [] }: RuleOptions = {},
): PropertyDecorator {
  const validator = { validate: (value: unknown) => diagnose(value) === undefined };
  return applyDecorators(
    ValidateBy({ name, constraints: [diagnose, ...beside], validator }, { each }),
    ...(each ? [] : [ApiProperty(schema)]),
  );
}
