import { hostname } from 'node:os';
import { newId } from '@app/kernel';

/** A name that no other process or thread puts into a lease; it tells an operator where to look. */
export function leaseOwner(): string {
  return `${hostname()}/${process.pid}/${newId()}`;
}
