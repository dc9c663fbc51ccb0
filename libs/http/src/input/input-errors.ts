import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { InputError } from '../problems/http-problem.js';
import type { Diagnosis, Fault } from './field-rule.js';
import { about, faultOf, REQUIRED } from './messages.js';

/** Errors in one answer at most: whoever sends more has other worries. */
const MOST = 50;

/** What is wrong with the input, field by field, with JSON pointers. */
export function inputErrors(
  errors: readonly ValidationError[],
  part: InputError['in'],
): InputError[] {
  return flatten(errors, '')
    .filter(isFirst)
    .slice(0, MOST)
    .map(({ pointer, code, says }) => ({
      pointer,
      in: part,
      code,
      says: about(nameOf(pointer), says),
    }));
}

interface Found extends Fault {
  readonly pointer: string;
}

/** Two rules may find the same fault. */
function isFirst({ pointer, code }: Found, index: number, all: readonly Found[]): boolean {
  return index === all.findIndex((other) => other.pointer === pointer && other.code === code);
}

function flatten(errors: readonly ValidationError[], path: string): Found[] {
  return errors.flatMap((error) => {
    const pointer = error.property === undefined ? path : `${path}/${escape(error.property)}`;
    return [...faultsOf(error, pointer), ...flatten(error.children ?? [], pointer)];
  });
}

function faultsOf(error: ValidationError, pointer: string): Found[] {
  const rules = Object.keys(error.constraints ?? {});
  if (rules.length === 0) return [];
  if (
    error.value === undefined &&
    !rules.includes('whitelistValidation') &&
    !rules.includes('unknownValue')
  ) {
    return [{ pointer, ...REQUIRED }];
  }
  return rules.map((rule) => diagnose(error, rule, pointer));
}

function diagnose(error: ValidationError, rule: string, pointer: string): Found {
  const { constraints, each } = definitionOf(error, rule);
  const [test] = constraints;
  if (typeof test !== 'function') return { pointer, ...faultOf(rule, constraints) };
  const look = test as Diagnosis;
  const whole = { pointer, ...(look(error.value) ?? faultOf(rule, [])) };
  if (!each || !Array.isArray(error.value))
    return each ? { pointer, ...faultOf('isArray', []) } : whole;
  const index = error.value.findIndex((item) => look(item) !== undefined);
  return { pointer: `${pointer}/${index}`, ...(look(error.value[index]) ?? faultOf(rule, [])) };
}

/** How the rule was written down at the field; class-validator's errors do not repeat it. */
function definitionOf(
  { target, property }: ValidationError,
  rule: string,
): { constraints: unknown[]; each: boolean } {
  if (!target) return { constraints: [], each: false };
  const metadata = getMetadataStorage()
    .getTargetValidationMetadatas(target.constructor, '', false, false)
    .find((each) => each.propertyName === property && each.name === rule);
  return { constraints: metadata?.constraints ?? [], each: metadata?.each ?? false };
}

function escape(property: string): string {
  return property.replaceAll('~', '~0').replaceAll('/', '~1');
}

function nameOf(pointer: string): string {
  return pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
}
