import { In, type EntityManager } from 'typeorm';
import { mayNot } from '../acting.js';
import { invalidToken } from '../sessions/tokens.js';
import type { Changer } from './user-change.entity.js';
import { UserEntity } from './user.entity.js';

/**
 * Refuses what was let in on old knowledge: whoever changes a user may have been shut out, or
 * have lost the role, since the request came. Holds both users until the change is made, always
 * in the same order: of two operators who disable each other one comes first, and one is left.
 *
 * @throws HttpProblem 401 `token-invalid` the changer is disabled
 * @throws Forbidden `role-may-not` the changer has lost the role they act in
 */
export async function stillMay(manager: EntityManager, login: string, by: Changer): Promise<void> {
  const held = await manager.find(UserEntity, {
    where: { login: In([login, by.login]) },
    order: { login: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const own = held.find((user) => user.login === by.login);
  if (!own || own.disabledAt) throw invalidToken();
  if (!(own.roles as readonly string[]).includes(by.role)) throw mayNot();
}
