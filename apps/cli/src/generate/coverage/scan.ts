/** A source file, its path relative to the work tree. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** An article's name as it stands somewhere in the sources; whether there is such an article is not asked here. */
export interface Mention {
  readonly article: string;
  readonly path: string;
}

export interface Mentions {
  /** Where an article is enforced: `rule('V11', …)`, `new Refused('V11', …)`, the clause of an edition `article: 'D11'`. */
  readonly rules: readonly Mention[];
  /** Where an event answers to an article: `['V3', 'V4']`. */
  readonly events: readonly Mention[];
  /** Tests whose title names an article: `[V11] refuses work before consent`. One mention per title. */
  readonly tests: readonly Mention[];
}

const id = String.raw`[VDNRB]\d+(?:\.\d+)?`;
const ruleOrRefusal = /\b(?:rule(?:<[\s\S]{0,400}?>)?|Refused)\(\s*'([^']+)'/g;
const clause = /\barticle: '(D\d+)',\s+(?:clause|says):/g;
const articleList = new RegExp(String.raw`\[\s*('${id}'(?:,\s*'${id}')*),?\s*\]`, 'g');
const title = /(?:\b(?:test|it|describe)|\))\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g;
/** A table of tests whose titles begin with the article of each row: `test.each([['V9', …]])('[%s] …')`. */
const table = /\.each\(\s*(\[(?:(?!\.each\()[^])*?\])(?:\s+as const)?,?\s*\)\(\s*['"`]\[%s\]/g;
const rowOfTable = new RegExp(String.raw`\[\s*'(${id})'`, 'g');
const bracketed = new RegExp(String.raw`\[(${id}(?:,\s*${id})*)\]`, 'g');
const one = new RegExp(id, 'g');

/** What enforces nothing: tests, what they stand on, and benches. */
const forTests = /\.spec\.ts$|\/testing\/|^test\//;

/** Every mention of an article in code and test titles. */
export function scan(files: readonly SourceFile[]): Mentions {
  const specs = files.filter(({ path }) => path.endsWith('.spec.ts'));
  const sources = files.filter(({ path }) => !forTests.test(path));
  return {
    rules: sources.flatMap((file) => mentions(file, enforced(file.text))),
    events: sources.flatMap((file) =>
      mentions(file, matches(file.text, articleList, 1).flatMap(ids)),
    ),
    tests: specs.flatMap((file) => mentions(file, titled(file.text))),
  };
}

function enforced(text: string): string[] {
  return [...matches(text, ruleOrRefusal, 1), ...matches(text, clause, 1)];
}

function mentions({ path }: SourceFile, articles: readonly string[]): Mention[] {
  return articles.map((article) => ({ article, path }));
}

function matches(text: string, pattern: RegExp, group: number): string[] {
  return [...text.matchAll(pattern)].map((match) => match[group]!);
}

function titled(text: string): string[] {
  const rows = matches(text, table, 1).flatMap((each) => matches(each, rowOfTable, 1));
  return [...matches(text, title, 2).flatMap(named), ...rows];
}

/** The articles that a title names, each once. */
function named(title: string): string[] {
  return [...new Set(matches(title, bracketed, 1).flatMap(ids))];
}

function ids(list: string): string[] {
  return matches(list, one, 0);
}
