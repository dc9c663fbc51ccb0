import { Forbidden, type Actor } from '@app/kernel';
import type { Principal } from '@app/http';
import type { Permission } from './permissions.js';
import { roles, type Role } from './roles.js';

/** Those who may act in another's place. */
const DEPUTIES: readonly Role[] = ['supervisor', 'dispatcher'];

/** Of several roles that may do it one acts in the widest, whatever the order in which the user has them. */
const WIDEST_FIRST: readonly Role[] = [
  'general-manager',
  'supervisor',
  'dispatcher',
  ...roles.filter((role) => role !== 'technician'),
  'technician',
];

/**
 * The principal as the one who does what is permitted, in the widest of its roles that may.
 *
 * @param onBehalfOf the employee in whose place a supervisor or dispatcher acts
 * @throws Forbidden `role-may-not` when none of the roles may, `may-not-act-for-others`
 */
export function actorFor(
  principal: Principal,
  { action, roles: allowed }: Permission,
  onBehalfOf?: string,
): Actor {
  const able = WIDEST_FIRST.filter(
    (role) => principal.roles.includes(role) && allowed.includes(role),
  );
  if (able.length === 0) throw mayNot(action);
  if (onBehalfOf === undefined) return { id: principal.id, role: able[0]! };
  const deputy = able.find((role) => (DEPUTIES as readonly string[]).includes(role));
  if (deputy) return { id: principal.id, role: deputy, onBehalfOf };
  throw new Forbidden('may-not-act-for-others', {
    zh: '只有主管和调度员可以代他人操作',
    en: "only a supervisor or a dispatcher may act in another's place",
  });
}

/** The refusal of an action that none of the caller's roles may do, or may any more. */
export function mayNot(action?: string): Forbidden {
  return new Forbidden('role-may-not', {
    zh: '您的角色无权执行此操作',
    en: action ? `your role may not do this: ${action}` : 'your role may not do this any more',
  });
}

/** The refusal of a route that no permission opens. */
export function closedRoute(): Forbidden {
  return new Forbidden('route-closed', {
    zh: '此路径未对任何角色开放',
    en: 'this route is open to nobody',
  });
}
