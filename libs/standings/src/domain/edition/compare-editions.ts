import type { ServiceSettings } from '@app/policy';
import { nameOf, type Clause } from './clause.js';
import type { EditionText } from './edition.js';

/** A field in which two editions differ; null where one of them does not have it. */
export interface Difference {
  /** `points.merit`, `D24.half-year.thresholds.below`. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What an edition changes, field by field, in the order of its fields; what it drops comes last. */
export function compareEditions<Text extends EditionText | ServiceSettings>(
  before: Text,
  after: Text,
): readonly Difference[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const fields = [...new Set([...now.keys(), ...old.keys()])];
  return fields
    .map((field) => ({
      field,
      before: old.get(field) ?? null,
      after: now.get(field) ?? null,
    }))
    .filter((each) => each.before !== each.after);
}

function fieldsOf(text: EditionText | ServiceSettings): ReadonlyMap<string, string> {
  if (!('clauses' in text)) return new Map(leaves(text, ''));
  const { clauses, ...rest } = text;
  return new Map([...leaves(rest, ''), ...clauses.flatMap(fieldsOfClause)]);
}

function fieldsOfClause(clause: Clause): readonly (readonly [string, string])[] {
  const { article: _article, clause: _clause, ...said } = clause;
  return leaves(said, `${nameOf(clause)}.`);
}

/** Lists are compared as a whole: what follows from a clause is read as one. */
function leaves(value: object, path: string): (readonly [string, string])[] {
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
    if (each === undefined) return [];
    if (typeof each === 'object' && each !== null && !Array.isArray(each))
      return leaves(each, `${path}${name}.`);
    return [[`${path}${name}`, typeof each === 'string' ? each : JSON.stringify(each)] as const];
  });
}
