import { AccountEntity } from './accounts/account.entity.js';
import { Identity1763900010000 } from './migrations/1763900010000-identity.js';

/** What identity keeps in the database, for the DataSource. */
export const identityEntities = [AccountEntity];

/** In their order. */
export const identityMigrations = [Identity1763900010000];
