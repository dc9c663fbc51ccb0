import { readFile } from 'node:fs/promises';
import { articles } from '@app/policy';

/** Written by hand but for one sentence, which stands between two marks. */
export const path = 'README.md';

const SENTENCE = /(<!-- enforced -->\n)[^]*?(<!-- \/enforced -->)/;

/**
 * The page with what it says of how many articles are enforced as the catalogue has it.
 *
 * @param page default: the one in the working directory
 * @throws Error the marks are gone from it
 */
export async function render(page?: string): Promise<string> {
  const text = page ?? (await readFile(path, 'utf8'));
  if (!SENTENCE.test(text)) throw new Error(`${path}: the marks <!-- enforced --> are gone`);
  return text.replace(SENTENCE, `$1\n${sentence()}\n\n$2`);
}

function sentence(): string {
  const rules = articles.filter(({ kind }) => kind === 'rule');
  const inPart = rules.filter((article) => 'rest' in article && article.rest).length;
  const guidance = articles.filter(({ kind }) => kind === 'guidance').length;
  const later = articles.length - rules.length - guidance;
  return `Of the policy's ${articles.length} articles ${rules.length} are enforced today, ${inPart} of them in part; ${guidance} are guidance that no program can check, and ${later} wait for [what is to come](docs/reference/policy-coverage.md).`;
}
