import { ActorBody } from '@app/http';
import type { Role } from '../roles.js';
import type { UserChangeKind } from './user-change.entity.js';

/** A user as it is shown; its password never is. */
export class UserBody {
  login!: string;
  /** Id of the employee whose user it is; null for a program's or the operator's. */
  employee!: string | null;
  /** In the order in which they are tried. */
  roles!: Role[];
}

/** A user in the list. */
export class UserRow extends UserBody {
  /** Since when it may not sign in; null while it may. */
  disabledAt!: string | null;
}

export class UserPage {
  /** By login. */
  items!: UserRow[];
  /** Send it as `after` for the next page; null on the last one. */
  next!: string | null;
}

/** Who changed a user. */
export class ChangerBody extends ActorBody {
  /** The user they acted with. */
  login!: string;
}

/** What was done to a user; never a password, nor its hash. */
export class UserChangeRow {
  /** Counts up over all users; decimal. */
  change!: string;
  login!: string;
  /** `password-reset`: by an operator; `password-changed`: by its owner. */
  kind!: UserChangeKind;
  at!: string;
  /** Null for the service itself at its first start. */
  by!: ChangerBody | null;
  /** Where the change set it. */
  employee!: string | null;
  /** Where the change set them. */
  roles!: Role[] | null;
}

export class UserChangePage {
  /** The newest first. */
  items!: UserChangeRow[];
  /** Send it as `after` for the next page; null on the last one. */
  next!: string | null;
}
