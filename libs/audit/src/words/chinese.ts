/**
 * Chinese text with values put in, spaced as it is printed: one space where a Chinese character
 * meets a Latin letter or a figure, none anywhere else. Only the seams are spaced; what a value says
 * inside stays as it is.
 */
export function chinese(
  literals: TemplateStringsArray,
  ...values: readonly (string | number | undefined)[]
): string {
  return values.reduce<string>(
    (text, value, index) => joined(joined(text, String(value ?? '')), literals[index + 1]!),
    literals[0]!,
  );
}

function joined(before: string, after: string): string {
  if (after === '') return before;
  const [left, right] = [before.trimEnd(), after.trimStart()];
  const letters = /[\p{L}\p{N}]$/u.test(left) && /^[\p{L}\p{N}]/u.test(right);
  const scriptChanges = /\p{Script=Han}$/u.test(left) !== /^\p{Script=Han}/u.test(right);
  return `${left}${letters && scriptChanges ? ' ' : ''}${right}`;
}
