import type { Command } from '@app/kernel';
import { isStores } from '../stock/keepers.js';

/**
 * Whether an employee confirms it themself (R12): under their own sign-in, or by their signature where
 * the stores enter it, or somebody in their place.
 */
export function isConfirmedBy(
  employee: string | undefined,
  command: Command<string, { readonly signature?: string }>,
): boolean {
  const { id, onBehalfOf } = command.actor;
  if (employee === undefined) return false;
  const isSigned = command.data.signature !== undefined;
  if (onBehalfOf !== undefined) return onBehalfOf === employee && (id === employee || isSigned);
  return id === employee || (isSigned && isStores(command));
}
