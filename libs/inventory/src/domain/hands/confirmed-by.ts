import type { Command } from '@app/kernel';

/**
 * Whether an employee confirms it themself (R12): under their own sign-in, or by their signature where
 * somebody enters it in their place.
 */
export function isConfirmedBy(
  employee: string | undefined,
  { actor, data }: Command<string, { readonly signature?: string }>,
): boolean {
  const { id, onBehalfOf } = actor;
  if (employee === undefined || employee !== (onBehalfOf ?? id)) return false;
  return id === employee || data.signature !== undefined;
}
