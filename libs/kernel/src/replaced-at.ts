/**
 * The value with the texts at a path replaced, in the order of lists; it keeps the order of its keys,
 * and is itself where it has no such path.
 *
 * @param steps names of fields, one within the other; a list is gone through wherever there is one
 */
export function replacedAt(
  value: unknown,
  steps: readonly string[],
  replace: (text: string) => string,
  from = 0,
): unknown {
  if (Array.isArray(value)) return value.map((each) => replacedAt(each, steps, replace, from));
  if (from === steps.length) return typeof value === 'string' ? replace(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  const name = steps[from]!;
  const before = (value as Readonly<Record<string, unknown>>)[name];
  if (before === undefined || before === null) return value;
  const after = replacedAt(before, steps, replace, from + 1);
  return after === before ? value : { ...value, [name]: after };
}
