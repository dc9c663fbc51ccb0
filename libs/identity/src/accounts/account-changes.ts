import type { EntityManager } from 'typeorm';
import type { Sent } from '@app/http';
import type { Role } from '../roles.js';
import {
  AccountChangeEntity,
  type AccountChangeKind,
  type Changer,
} from './account-change.entity.js';

export interface AccountChange {
  readonly login: string;
  readonly kind: AccountChangeKind;
  /** Null for the service itself at its first start. */
  readonly by: Changer | null;
  /** Where the change sets it. */
  readonly employee?: string | null;
  /** Where the change sets them. */
  readonly roles?: readonly Role[];
}

/** Whoever sent the request, as the one who changes an account. */
export function changerOf({ actor, principal: { login } }: Sent): Changer {
  return { ...actor, login };
}

/** Writes a change down in the transaction in which it is made: there is never one without the other. */
export async function noteChange(manager: EntityManager, change: AccountChange): Promise<void> {
  const { employee = null, roles, ...done } = change;
  await manager.insert(AccountChangeEntity, {
    ...done,
    employee,
    roles: roles ? [...roles] : null,
  });
}
