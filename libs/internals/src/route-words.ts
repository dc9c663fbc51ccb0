import type { Express } from 'express';

/** What is read and replaced of a layer of Express's router. */
interface Layer {
  readonly route?: { readonly path: unknown };
  match(path: string): object | false;
}

/** The words of a route before its first parameter. */
const BEFORE_PARAMETERS = /^[\w./-]*/;

/** The word at its end, where that is no parameter. */
const LAST_WORD = /\/[\w.-]+$/;

/**
 * Lets Express pass a route by whose fixed words are not those of the path. By itself it tries the
 * regular expression of one route after the other: the more routes there are, the longer every
 * request takes. Routes that are added afterwards are tried as ever.
 */
export function passByOtherWords({ router }: Express): void {
  const asAsked = lastOf(simplified);
  for (const layer of router.stack as unknown as Layer[]) {
    const path = layer.route?.path;
    if (typeof path !== 'string') continue;
    const [start = ''] = BEFORE_PARAMETERS.exec(simplified(path)) ?? [];
    const [end = ''] = LAST_WORD.exec(simplified(path)) ?? [];
    const match = layer.match.bind(layer);
    layer.match = (asked) => {
      const words = asAsked(asked);
      return words.startsWith(start) && words.endsWith(end) && match(asked);
    };
  }
}

/** Capitals and a slash at the end make no difference to Express. */
function simplified(path: string): string {
  return path.toLowerCase().replace(/(?<=.)\/$/, '');
}

/** The same function, which remembers its last answer: all routes are asked about one path. */
function lastOf(work: (text: string) => string): (text: string) => string {
  let last = '';
  let answer = work(last);
  return (text) => {
    if (text !== last) [last, answer] = [text, work(text)];
    return answer;
  };
}
