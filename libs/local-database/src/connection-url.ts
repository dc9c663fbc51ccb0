import { SUPERUSER } from './cluster.js';

/** The connection URL of a database in a local server. */
export function connectionUrl(password: string, port: number, database: string): string {
  const secret = encodeURIComponent(password);
  return `postgresql://${SUPERUSER}:${secret}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}
