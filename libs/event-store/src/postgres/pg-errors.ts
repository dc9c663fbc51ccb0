import { types } from 'node:util';
import { DatabaseError } from 'pg';

const { isNativeError } = types;

/** SQLSTATEs after which the statement was rolled back for want of time; later it may work. */
const OUT_OF_TIME = /^(55P03|57014|40P01)$/;

/**
 * SQLSTATEs with which the server ends a connection, or does not take one for now; and the one for
 * being read-only, as a node is that leads no more: another connection may come to the one that does.
 */
const CONNECTION_ENDS = /^(08...|57P0.|25P0[34]|25006)$/;

/**
 * Whether the connection is gone, and with it the answer. What the driver and the socket throw has
 * no SQLSTATE.
 */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof DatabaseError) return CONNECTION_ENDS.test(error.code ?? '');
  return isNativeError(error) && (isSocketError(error) || isDriverError(error));
}

/** Whether the server rolled the statement back for want of time or locks. */
export function isOutOfTime(error: unknown): boolean {
  return error instanceof DatabaseError && OUT_OF_TIME.test(error.code ?? '');
}

/** The unique constraint that a statement broke; undefined for every other error. */
export function brokenConstraint(error: unknown): string | undefined {
  return error instanceof DatabaseError && error.code === '23505' ? error.constraint : undefined;
}

function isSocketError(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && /^E[A-Z_]+$/.test(error.code);
}

function isDriverError({ message }: Error): boolean {
  return /Connection terminated|timeout|not queryable|Client was closed/i.test(message);
}
