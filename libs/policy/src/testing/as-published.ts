import { readFileSync } from 'node:fs';
import type { Article, DocumentId } from '../article.js';

const file = new URL('policies-as-published.txt', import.meta.url);

/** From where to where each document's articles stand in the published text. */
const sections: Readonly<Record<DocumentId, { from: string; until?: string }>> = {
  V: { from: '第一条 目的', until: '篇2:' },
  D: { from: '第一条为深入贯彻', until: '篇3:' },
  N: { from: '第一条 目的', until: '篇4:' },
  R: { from: '1。严格服从', until: '篇5:' },
  B: { from: '1 用户培训' },
};

/** A document's articles as they were published: without chapter headings and white space. */
export function published(document: DocumentId): string {
  const text = readFileSync(file, 'utf8');
  const { from, until } = sections[document];
  const start = text.indexOf(from, document === 'N' ? text.indexOf('篇3:') : 0);
  return text
    .slice(start, until === undefined ? undefined : text.indexOf(until, start))
    .split('\n')
    .filter((line) => !/^\s*第[一二三四五六七]章/.test(line))
    .map((line) => (document === 'R' ? line.replace(/^(\s*\d+)[。.]/, '$1') : line))
    .join('')
    .replaceAll(/\s/g, '');
}

/** An article with its number as it was printed, misprints and all, without white space. */
export function printed({ number, text, corrections = [] }: Article): string {
  const original = corrections.reduce(
    (zh, { printed, read }) => zh.replace(read, printed),
    text.zh,
  );
  return (number + original).replaceAll(/\s/g, '');
}
