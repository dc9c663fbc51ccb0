import type { ValidationError } from 'class-validator';

/** Names that every object of JavaScript answers to; none of our fields has one. */
const RESERVED: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

/** Every field of such a name, however deep, as the unknown field that it is. */
export function reservedNames(value: unknown): ValidationError[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((property): ValidationError[] => {
    if (RESERVED.has(property))
      return [{ property, constraints: { whitelistValidation: 'unknown' } }];
    const children = reservedNames((value as Record<string, unknown>)[property]);
    return children.length > 0 ? [{ property, children }] : [];
  });
}
