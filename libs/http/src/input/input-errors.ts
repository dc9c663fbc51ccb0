import type { ValidationError } from 'class-validator';
import { rulesOf } from '@app/internals/src/form-rules.js';
import type { InputError } from '../problems/http-problem.js';
import type { Diagnosis, Fault } from './field-rule.js';
import { about, faultOf, REQUIRED } from './messages.js';

/** Errors in one answer at most: whoever sends more has other worries, and no more are looked for. */
export const MOST_FAULTS = 50;

/** A fault, and the JSON pointer of the field that has it. */
export interface Found extends Fault {
  readonly pointer: string;
}

/** The first faults as they are answered. Two rules may find the same one. */
export function inputErrors(found: Iterable<Found>, part: InputError['in']): InputError[] {
  const errors = new Map<string, InputError>();
  for (const { pointer, code, says } of found) {
    const key = `${code} ${pointer}`;
    if (!errors.has(key))
      errors.set(key, { pointer, in: part, code, says: about(nameOf(pointer), says) });
    if (errors.size === MOST_FAULTS) break;
  }
  return [...errors.values()];
}

/** What class-validator found, each fault diagnosed when it is asked for. */
export function* faultsIn(
  errors: readonly ValidationError[],
  isPassedOver: (pointer: string) => boolean,
  path = '',
): Generator<Found> {
  for (const error of errors) {
    const pointer = error.property === undefined ? path : pointerTo(path, error.property);
    if (isPassedOver(pointer)) continue;
    yield* faultsOf(error, pointer);
    yield* faultsIn(error.children ?? [], isPassedOver, pointer);
  }
}

/** The pointer of a field in the object that `path` points to. */
export function pointerTo(path: string, property: string): string {
  return `${path}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function* faultsOf(error: ValidationError, pointer: string): Generator<Found> {
  const rules = Object.keys(error.constraints ?? {});
  if (
    error.value === undefined &&
    !rules.includes('whitelistValidation') &&
    !rules.includes('unknownValue')
  ) {
    if (rules.length > 0) yield { pointer, ...REQUIRED };
    return;
  }
  for (const rule of rules) yield diagnose(error, rule, pointer);
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
  const metadata = rulesOf(target.constructor).find(
    (each) => each.propertyName === property && each.name === rule,
  );
  return { constraints: metadata?.constraints ?? [], each: metadata?.each ?? false };
}

function nameOf(pointer: string): string {
  return pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
}
