import type { EntityManager } from 'typeorm';
import type { Role } from '../roles.js';
import type { ChangeSender } from './user-change.entity.js';
import { noteChange } from './user-changes.js';
import { UserEntity } from './user.entity.js';
import type { Turn } from './hash-queue.js';
import type { Passwords } from './passwords.js';

export interface NewUser {
  readonly login: string;
  readonly password: string;
  /** Left out for a program's or the operator's. */
  readonly employee?: string;
  readonly roles: readonly Role[];
}

/** A new user as it is stored, enabled. */
export async function userFrom(
  user: NewUser,
  passwords: Passwords,
  turn?: Turn,
): Promise<UserEntity> {
  const { login, password, employee = null, roles } = user;
  return {
    login,
    password: await passwords.hash(password, turn),
    employee,
    roles: [...roles],
    disabledAt: null,
    passwordChangedAt: new Date(),
  };
}

/**
 * Stores a new user and that it was made.
 *
 * @param by null: the service itself
 * @returns false, with nothing stored, when the login is taken
 */
export async function storeUser(
  manager: EntityManager,
  user: UserEntity,
  by: ChangeSender | null,
): Promise<boolean> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(UserEntity)
    .values(user)
    .orIgnore()
    .returning('login')
    .execute();
  if ((inserted.raw as unknown[]).length === 0) return false;
  const { login, employee, roles } = user;
  await noteChange(manager, { login, kind: 'created', by, employee, roles });
  return true;
}
