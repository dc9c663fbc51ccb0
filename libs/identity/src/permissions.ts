import { onSite, readers, staff, type Role } from './roles.js';

/** The roles that may do something; nobody may do what has none. */
export type Allowed = readonly [Role, ...Role[]];

/** An action, and the roles that may do it. */
export interface Permission {
  /** As it stands in the table: `record-arrival`. */
  readonly action: string;
  readonly roles: Allowed;
  /** Who of those roles, where the command decides it by more than the role, as the reference says it. Default: all of them. */
  readonly who?: string;
}

/**
 * Who may do what belongs to no context; who may give an aggregate's commands or ask a read model
 * stands in its declaration. What stands in neither is denied. The auditor reads everything and changes nothing;
 * the operator runs the installation and takes no part in tickets.
 */
export const permissions = {
  // The offline batch; each of its steps is checked for itself as well
  'send-steps': onSite,

  // Files
  'store-file': staff,
  'read-file': [...staff, 'auditor'],

  // Users
  'create-user': ['operator'],
  'disable-user': ['operator'],
  'enable-user': ['operator'],
  'change-roles': ['operator'],
  'change-password': [...readers, 'operator'],

  // Reading what is no context's own
  'read-users': ['auditor', 'operator'],
  'read-user-changes': ['auditor', 'operator'],
  'read-policy': [...readers, 'operator'],
  'replay-stream': readers,

  // Running the installation; the clock is there to be set in demonstrations and tests alone
  'set-clock': ['operator'],
  'read-log': ['supervisor', 'general-manager', 'auditor', 'integrator'],
  'read-deps': ['supervisor', 'general-manager', 'auditor', 'operator'],
} as const satisfies Record<string, Allowed>;

/** An action of the table. */
export type Action = keyof typeof permissions;

/** What a route asks for: an action of the table, or one that is declared with what it is done to. */
export function permissionFor(needed: Action | Permission): Permission {
  if (typeof needed !== 'string') return needed;
  return { action: needed, roles: permissions[needed] };
}

/** The table of identity, as a list. */
export const ownPermissions: readonly Permission[] = (Object.keys(permissions) as Action[]).map(
  permissionFor,
);
