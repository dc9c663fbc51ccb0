import { ActorBody } from '@app/http';
import type { Role } from '../roles.js';
import type { AccountChangeKind } from './account-change.entity.js';

/** An account as it is shown; its password never is. */
export class AccountBody {
  login!: string;
  /** Id of the employee whose account it is; null for a program's or the operator's. */
  employee!: string | null;
  /** In the order in which they are tried. */
  roles!: Role[];
}

/** An account in the list. */
export class AccountRow extends AccountBody {
  /** Since when it may not sign in; null while it may. */
  disabledAt!: string | null;
}

export class AccountPage {
  /** By login. */
  items!: AccountRow[];
  /** Send it as `after` for the next page; null on the last one. */
  next!: string | null;
}

/** Who changed an account. */
export class ChangerBody extends ActorBody {
  /** The account they acted with. */
  login!: string;
}

/** What was done to an account; never a password, nor its hash. */
export class AccountChangeRow {
  /** Counts up over all accounts; decimal. */
  change!: string;
  login!: string;
  /** `password-reset`: by an operator; `password-changed`: by its owner. */
  kind!: AccountChangeKind;
  at!: string;
  /** Null for the service itself at its first start. */
  by!: ChangerBody | null;
  /** Where the change set it. */
  employee!: string | null;
  /** Where the change set them. */
  roles!: Role[] | null;
}

export class AccountChangePage {
  /** The newest first. */
  items!: AccountChangeRow[];
  /** Send it as `after` for the next page; null on the last one. */
  next!: string | null;
}
