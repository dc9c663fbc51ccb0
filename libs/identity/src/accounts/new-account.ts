import type { EntityManager } from 'typeorm';
import type { Role } from '../roles.js';
import type { ChangeSender } from './account-change.entity.js';
import { noteChange } from './account-changes.js';
import { AccountEntity } from './account.entity.js';
import type { Turn } from './hash-queue.js';
import type { Passwords } from './passwords.js';

export interface NewAccount {
  readonly login: string;
  readonly password: string;
  /** Left out for a program's or the operator's. */
  readonly employee?: string;
  readonly roles: readonly Role[];
}

/** A new account as it is stored, enabled. */
export async function accountFrom(
  account: NewAccount,
  passwords: Passwords,
  turn?: Turn,
): Promise<AccountEntity> {
  const { login, password, employee = null, roles } = account;
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
 * Stores a new account and that it was made.
 *
 * @param by null: the service itself
 * @returns false, with nothing stored, when the login is taken
 */
export async function storeAccount(
  manager: EntityManager,
  account: AccountEntity,
  by: ChangeSender | null,
): Promise<boolean> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(AccountEntity)
    .values(account)
    .orIgnore()
    .returning('login')
    .execute();
  if ((inserted.raw as unknown[]).length === 0) return false;
  const { login, employee, roles } = account;
  await noteChange(manager, { login, kind: 'created', by, employee, roles });
  return true;
}
