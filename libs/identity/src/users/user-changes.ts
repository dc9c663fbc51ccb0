import type { EntityManager } from 'typeorm';
import { Invalid } from '@app/kernel';
import type { Sent } from '@app/http';
import type { Role } from '../roles.js';
import {
  UserChangeEntity,
  type UserChangeKind,
  type Changer,
  type ChangeSender,
} from './user-change.entity.js';

export interface UserChange {
  readonly login: string;
  readonly kind: UserChangeKind;
  /** Null for the service itself at its first start. */
  readonly by: ChangeSender | null;
  /** Where the change sets it. */
  readonly employee?: string | null;
  /** Where the change sets them. */
  readonly roles?: readonly Role[];
}

/** Whoever sent the request, as the one who changes a user. */
export function changerOf({ actor, principal: { login }, commandId }: Sent): ChangeSender {
  return { ...actor, login, command: commandId };
}

/** Writes a change down in the transaction in which it is made: there is never one without the other. */
export async function noteChange(manager: EntityManager, change: UserChange): Promise<void> {
  const { employee = null, roles, login, kind } = change;
  const { command = null, ...by } = change.by ?? {};
  await manager.insert(UserChangeEntity, {
    login,
    kind,
    command,
    by: change.by && (by as Changer),
    employee,
    roles: roles ? [...roles] : null,
  });
}

/**
 * Whether the command has made this change before. Ask it with the changer's user held, as
 * `stillMay` does: of two that come at once the second then finds the first.
 *
 * @throws Invalid `idempotency-key-reused` it made another change
 */
export async function isRepeat(
  manager: EntityManager,
  { login, kind, by, employee = null, roles }: UserChange,
): Promise<boolean> {
  if (by?.command === undefined) return false;
  const before = await manager.findOneBy(UserChangeEntity, { command: by.command });
  if (!before) return false;
  const asked = JSON.stringify([login, kind, employee, roles ?? null]);
  if (JSON.stringify([before.login, before.kind, before.employee, before.roles]) === asked)
    return true;
  throw keyReused();
}

/** The refusal of a key that was sent with another command before. */
export function keyReused(): Invalid {
  return new Invalid('idempotency-key-reused', {
    zh: '此幂等键已用于另一项请求',
    en: 'this Idempotency-Key was used for another request',
  });
}
