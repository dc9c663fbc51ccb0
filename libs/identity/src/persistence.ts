import { AccountChangeEntity } from './accounts/account-change.entity.js';
import { AccountEntity } from './accounts/account.entity.js';
import { Identity1763900010000 } from './migrations/1763900010000-identity.js';
import { AccountChanges1763900500000 } from './migrations/1763900500000-account-changes.js';
import { AccountCommands1764400000000 } from './migrations/1764400000000-account-commands.js';
import { Acquaintances1764300000000 } from './migrations/1764300000000-acquaintances.js';

/** What identity keeps in the database, for the DataSource. */
export const identityEntities = [AccountEntity, AccountChangeEntity];

/** In their order. */
export const identityMigrations = [
  Identity1763900010000,
  AccountChanges1763900500000,
  Acquaintances1764300000000,
  AccountCommands1764400000000,
];
