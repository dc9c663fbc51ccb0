import type { Bilingual } from '@app/kernel';

/** That nobody answers at the database's address, and what the system says of it. */
export function unreachable(url: string, error: unknown): Bilingual {
  const place = redacted(url);
  const why = reasonOf(error);
  return { zh: `无法连接 ${place}：${why}`, en: `no connection to ${place}: ${why}` };
}

/** The URL without its password. */
export function redacted(text: string): string {
  const url = new URL(text);
  if (url.password) url.password = '***';
  return url.href;
}

/** What lies beneath the wrappers; of several addresses that were tried, the first one's. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
