import { types } from 'node:util';

/** SQLSTATEs: connection lost or refused, server closing, starting or read-only, no connection left to give. */
const AWAY = /^(08...|57P0[1-5]|25P0[34]|25006|53300)$/;

/** What the socket says of a server that is not there. */
const SOCKET =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND)$/;

/** What the driver, TypeORM and the store say of a connection that is gone; they give no code. */
const DRIVER =
  /^(Connection terminated|timeout (expired|exceeded) when|Client has encountered a connection error|no connection$|the connection was lost|Query runner already released)/;

/** How PostgreSQL names a database that takes no connections, under a code it uses for other things too. */
const CLOSED = /not (currently )?accepting connections/;

/**
 * Whether an error says that the database cannot be reached, rather than that it refused what was
 * asked of it. Looks through the wrappers of TypeORM and of the event store.
 */
export function isDatabaseUnreachable(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (AWAY.test(code) || SOCKET.test(code) || DRIVER.test(error.message)) return true;
  if (code === '55000' && CLOSED.test(error.message)) return true;
  return isDatabaseUnreachable('driverError' in error ? error.driverError : error.cause);
}
