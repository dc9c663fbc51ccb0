import type { Connection, Submittable } from 'pg';

/** A prepared statement that returns no rows. */
export interface RowlessStatement {
  readonly name: string;
  readonly text: string;
}

/** What the driver keeps of a connection and does not declare. */
type Preparing = Connection & { readonly parsedStatements: Readonly<Record<string, string>> };

/**
 * One execution of a statement, as the driver takes it. Unlike the driver's own query it does not
 * ask the server to describe rows that never come: a twentieth of the time of a lone append.
 */
export class Execution implements Submittable {
  /** By these the driver remembers that the server knows the statement. */
  readonly name: string;
  readonly text: string;

  /** @param values as the server reads them as text */
  constructor(
    { name, text }: RowlessStatement,
    private readonly values: string[],
    private readonly resolve: () => void,
    private readonly reject: (error: unknown) => void,
  ) {
    this.name = name;
    this.text = text;
  }

  submit(connection: Connection): void {
    const { name, text, values } = this;
    const known = name in (connection as Preparing).parsedStatements;
    connection.stream.cork();
    if (!known) connection.parse({ name, text, types: [] }, true);
    connection.bind({ statement: name, values, valueMapper: asIs }, true);
    connection.execute({}, true);
    connection.sync();
    connection.stream.uncork();
  }

  handleCommandComplete(): void {
    // The answer counts once the transaction is over, which ReadyForQuery tells.
  }

  handleReadyForQuery(): void {
    this.resolve();
  }

  handleError(error: unknown): void {
    this.reject(error);
  }
}

function asIs(value: unknown): unknown {
  return value;
}
