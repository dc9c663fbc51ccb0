import type { DataSource } from 'typeorm';
import type { Changer } from '../accounts/account-change.entity.js';
import { FirstAccount } from '../accounts/first-account.js';
import { Passwords } from '../accounts/passwords.js';

/** Whoever makes the accounts of the tests. */
export const OPERATOR: Changer = { login: 'operator', id: 'account:operator', role: 'operator' };

export const OPERATOR_PASSWORD = 'the operator of the tests';

/** Passwords that cost as little as tests may ask for. */
export const cheap = new Passwords({ dataDir: '.', passwordCost: 10 });

/** Makes the operator's account, as the first start of a service does. */
export async function makeOperator(dataSource: DataSource): Promise<void> {
  const settings = { dataDir: '.', operatorPassword: OPERATOR_PASSWORD };
  await new FirstAccount(dataSource, settings, cheap).onApplicationBootstrap();
}
