import type { Connection } from 'pg';

/** What pg keeps of a connection and does not declare: the statements that the server knows there, by their names. */
type Preparing = Connection & { readonly parsedStatements: Readonly<Record<string, string>> };

/** Whether the server knows a statement of that name on this connection. */
export function isPrepared(connection: Connection, name: string): boolean {
  return name in (connection as Preparing).parsedStatements;
}
