import type { Changer } from '../accounts/account-changes.js';

/** Whoever makes the accounts of the tests. */
export const OPERATOR: Changer = { login: 'operator', id: 'account:operator', role: 'operator' };
