import type { Bilingual, Rule } from '@app/kernel';
import type { ArticleId } from '@app/policy';

declare const declared: unique symbol;

/** A rule that a context has declared to be found where it is broken; of no other a finding is recorded. */
export type Found<R = Rule<never, ArticleId>> = R & { readonly [declared]: true };

/** The rules that a context finds broken, by their names. */
export type FoundRules = Readonly<Record<string, Found>>;

/**
 * A context's list of the rules whose breaking is written down and not refused. Its steps take them
 * from here, so that the account has words for every finding: one of a rule that stands in no such
 * list does not compile.
 *
 * @throws TypeError two of them have one code, so that a finding would have two meanings
 */
export function mayBeFound<Rules extends Readonly<Record<string, Rule<never, ArticleId>>>>(
  rules: Rules,
): { readonly [Name in keyof Rules]: Found<Rules[Name]> } {
  const codes = Object.values(rules).map(({ code }) => code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) throw new TypeError(`two rules have the code ${twice}`);
  return rules as { readonly [Name in keyof Rules]: Found<Rules[Name]> };
}

/** What the rule of a finding says where it was found; undefined for a code that is no longer among the rules. */
export function saysOf(rules: FoundRules, code: string): Bilingual | undefined {
  const rule = Object.values(rules).find((each) => each.code === code);
  return rule?.whenFound ?? rule?.says;
}
