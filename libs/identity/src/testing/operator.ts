import type { DataSource } from 'typeorm';
import type { Changer } from '../users/user-change.entity.js';
import { FirstUser } from '../users/first-user.js';
import { Passwords } from '../users/passwords.js';

/** Whoever makes the users of the tests. */
export const OPERATOR: Changer = { login: 'operator', id: 'user:operator', role: 'operator' };

export const OPERATOR_PASSWORD = 'the operator of the tests';

/** Passwords that cost as little as tests may ask for. */
export const cheap = new Passwords({ dataDir: '.', passwordCost: 10 });

/** Makes the operator's user, as the first start of a service does. */
export async function makeOperator(dataSource: DataSource): Promise<void> {
  const settings = { dataDir: '.', operatorPassword: OPERATOR_PASSWORD };
  await new FirstUser(dataSource, settings, cheap).onApplicationBootstrap();
}
