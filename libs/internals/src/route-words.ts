import type { Express, NextFunction, Request, Response } from 'express';

/** What is read of a layer of Express's router. */
interface Layer {
  readonly route?: { readonly path: unknown };
}

/** Express's router: it goes through its stack for every request. */
interface Router {
  readonly stack: Layer[];
  handle: (this: Router, request: Request, response: Response, done: NextFunction) => void;
}

/** The fixed words that a path begins with and the one that it ends with, if it ends with one. */
interface Words {
  readonly begin: string;
  readonly end: string;
}

/** The words of a route before its first parameter. */
const BEFORE_PARAMETERS = /^(?:[\w.-]*\/)*/;

/** The word at its end, where that is no parameter. */
const LAST_WORD = /\/[\w.-]+$/;

/**
 * Lets Express look only at the routes whose fixed words are those of the path. By itself it tries
 * the regular expression of one route after the other: the more routes there are, the longer every
 * request takes. The path is the one that was asked for, so no middleware may write another one.
 */
export function passByOtherWords(app: Express): void {
  const router = app.router as unknown as Router;
  const { handle } = router;
  let narrowed = narrowedFrom(router);
  router.handle = (request, response, done) => {
    if (narrowed.from !== router.stack.length) narrowed = narrowedFrom(router);
    handle.call(narrowed.of(request.path), request, response, done);
  };
}

/** The router with fewer layers, by the words of a path; kept for the words that the routes have. */
function narrowedFrom(router: Router) {
  const layers = router.stack.map((layer) => ({ layer, words: wordsOf(layer) }));
  const begins = new Set(layers.flatMap(({ words }) => words?.begin ?? []));
  const ends = new Set(layers.flatMap(({ words }) => words?.end ?? []));
  const reach = Math.max(0, ...[...begins].map(({ length }) => length));
  const kept = new Map<string, Router>();

  const of = (path: string): Router => {
    const asked = `${simplified(path)}/`;
    const begin = longestOf(begins, asked.slice(0, reach));
    const last = asked.slice(asked.lastIndexOf('/', asked.length - 2), -1);
    const end = ends.has(last) ? last : '';
    const known = kept.get(begin + end);
    if (known) return known;
    const stack = layers
      .filter(({ words }) => !words || (begin.startsWith(words.begin) && fits(words, end)))
      .map(({ layer }) => layer);
    const narrowed = Object.create(router, { stack: { value: stack } }) as Router;
    kept.set(begin + end, narrowed);
    return narrowed;
  };
  return { from: layers.length, of };
}

/** Undefined for what is no route of fixed words, and is looked at for every path. */
function wordsOf({ route }: Layer): Words | undefined {
  if (typeof route?.path !== 'string') return undefined;
  const path = simplified(route.path);
  const [begin = ''] = BEFORE_PARAMETERS.exec(`${path}/`) ?? [];
  const [end = ''] = LAST_WORD.exec(path) ?? [];
  return { begin, end };
}

function fits(words: Words, end: string): boolean {
  return words.end === '' || words.end === end;
}

/** The longest of the beginnings that the path has, each of which ends with a slash. */
function longestOf(begins: ReadonlySet<string>, path: string): string {
  let longest = '';
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
    const begin = path.slice(0, at + 1);
    if (begins.has(begin)) longest = begin;
  }
  return longest;
}

/** Capitals and a slash at the end make no difference to Express. */
function simplified(path: string): string {
  return path.toLowerCase().replace(/(?<=.)\/$/, '');
}
