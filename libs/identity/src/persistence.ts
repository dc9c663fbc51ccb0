import { UserChangeEntity } from './users/user-change.entity.js';
import { UserEntity } from './users/user.entity.js';
import { Identity1763900010000 } from './migrations/1763900010000-identity.js';
import { UserChanges1763900500000 } from './migrations/1763900500000-user-changes.js';
import { UserCommands1764400000000 } from './migrations/1764400000000-user-commands.js';
import { Acquaintances1764300000000 } from './migrations/1764300000000-acquaintances.js';

/** What identity keeps in the database, for the DataSource. */
export const identityEntities = [UserEntity, UserChangeEntity];

/** In their order. */
export const identityMigrations = [
  Identity1763900010000,
  UserChanges1763900500000,
  Acquaintances1764300000000,
  UserCommands1764400000000,
];
