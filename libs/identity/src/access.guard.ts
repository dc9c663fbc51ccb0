import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '@app/kernel';
import { badHeader, contextOf, HttpProblem } from '@app/http';
import { actorFor, closedRoute } from './acting.js';
import type { Role } from './roles.js';
import type { UserEntity } from './users/user.entity.js';
import { Users } from './users/users.js';
import { NEEDS, PUBLIC } from './decorators.js';
import type { Permission } from './permissions.js';
import { ActiveStaff, type Employment } from './staff.js';
import { dismissed, ownMatters } from './own-matters.js';
import { invalidToken, missingToken, Tokens, type Claims } from './sessions/tokens.js';

/** RFC 6750, section 2.1: the scheme, and one token of the characters that a token can have. */
const BEARER = /^bearer +([\w.~+/-]+=*)$/i;

/**
 * Stands before every route: finds out whose token it is, and whether one of the user's roles
 * may do what the route does. A route that does not say what it needs is closed.
 *
 * With token and user remembered it answers without waiting for anything, unless one acts in
 * the place of another.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly tokens: Tokens,
    private readonly users: Users,
    private readonly staff: ActiveStaff,
  ) {}

  /**
   * @throws HttpProblem 401 without a good token; 404 `unknown-employee` when it is on behalf of somebody who never worked here
   * @throws Forbidden when no role may do it
   */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const handler = context.getHandler();
    if (Reflect.hasMetadata(PUBLIC, handler) || Reflect.hasMetadata(PUBLIC, context.getClass()))
      return true;
    const need = Reflect.getMetadata(NEEDS, handler) as Permission | undefined;
    const request = context.switchToHttp().getRequest<Request>();
    const claims = this.tokens.claims(tokenOf(request));
    if (!(claims instanceof Promise)) return this.enter(claims, need, request);
    return claims.then((known) => this.enter(known, need, request));
  }

  /** Asks for the user once only: a second asking would leave the first one's failure to nobody. */
  private enter(
    claims: Claims,
    need: Permission | undefined,
    request: Request,
  ): boolean | Promise<boolean> {
    const user = this.users.enabled(claims.login);
    if (!(user instanceof Promise)) return this.admit(claims, user, need, request);
    return user.then((found) => this.admit(claims, found, need, request));
  }

  private admit(
    claims: Claims,
    user: UserEntity | undefined,
    need: Permission | undefined,
    request: Request,
  ): boolean | Promise<boolean> {
    const { onBehalfOf } = admit(claims, user, need, request);
    const own = user?.employee ?? undefined;
    const there = own === undefined || this.staff.remembers(own);
    if (there && onBehalfOf === undefined) return true;
    return this.present({ claims, user, need, request, onBehalfOf });
  }

  /**
   * Whoever has left keeps a user, but no access. What they did before is told by others on their
   * behalf, so that no fact is lost with them. Whoever is dismissed has their own case until the term of
   * appeal is over, and whoever was removed from post leads nobody;
   * both keep their own matters, whatever roles they had.
   */
  private async present(admitted: Admitted): Promise<true> {
    const { user, onBehalfOf } = admitted;
    if (user?.employee) await this.employed(user, user.employee, admitted);
    if (onBehalfOf !== undefined && !(await this.staff.hasHad(onBehalfOf))) throw noSuchEmployee();
    return true;
  }

  private async employed(
    user: UserEntity,
    employee: string,
    { claims, need, request }: Admitted,
  ): Promise<void> {
    const employment = await this.staff.employmentOf(employee);
    if (!employment) throw invalidToken();
    const { removed, dismissedAt } = employment;
    if (dismissedAt !== undefined && (!need || !ownMatters.has(need.action))) throw dismissed();
    if (removed || dismissedAt !== undefined)
      admit(claims, withoutLead(user, employment, need), need, request);
    if (dismissedAt === undefined) return;
    const context = contextOf(request);
    context.principal = { ...context.principal!, dismissedAt };
  }
}

interface Admitted {
  readonly claims: Claims;
  readonly user: UserEntity | undefined;
  readonly need: Permission | undefined;
  readonly request: Request;
  readonly onBehalfOf: string | undefined;
}

/**
 * The user without the roles in which they led others; whoever is dismissed keeps none. Where none is left that may
 * do it they have their own matters all the same, as one of those who do the work of their department.
 */
function withoutLead(
  user: UserEntity,
  { dismissedAt, department }: Employment,
  need: Permission | undefined,
): UserEntity {
  const led: readonly Role[] = ['supervisor', 'general-manager'];
  const left = dismissedAt === undefined ? user.roles.filter((role) => !led.includes(role)) : [];
  const own = need && ownMatters.has(need.action) && !left.some((role) => isAmong(role, need));
  if (!own) return { ...user, roles: left };
  const ordinary = ORDINARY[department];
  return { ...user, roles: [...left, isAmong(ordinary, need) ? ordinary : 'technician'] };
}

/** Who does the work of a department. */
const ORDINARY = { sales: 'sales', repair: 'technician', office: 'hotline' } as const;

function isAmong(role: Role, { roles }: Permission): boolean {
  return roles.includes(role);
}

function tokenOf({ headers: { authorization } }: Request): string {
  if (authorization === undefined) throw missingToken();
  const [, token] = BEARER.exec(authorization) ?? [];
  if (token !== undefined) return token;
  throw /^bearer\s+\S/i.test(authorization) ? invalidToken() : missingToken();
}

function admit(
  claims: Claims,
  user: UserEntity | undefined,
  need: Permission | undefined,
  request: Request,
): Actor {
  if (user?.passwordChangedAt.getTime() !== claims.passwordChangedAt) throw invalidToken();
  if (!need) throw closedRoute();
  const principal = {
    login: user.login,
    // No employee's id has a colon: nobody can be taken for the user, nor the user for somebody.
    id: user.employee ?? `user:${user.login}`,
    roles: user.roles,
  };
  const context = contextOf(request);
  context.principal = principal;
  const actor = actorFor(principal, need, onBehalfOf(request));
  context.actor = actor;
  return actor;
}

function onBehalfOf({ headers }: Request): string | undefined {
  const header = headers['on-behalf-of'];
  if (header === undefined) return undefined;
  if (typeof header === 'string' && /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(header)) return header;
  throw badHeader('On-Behalf-Of', 'bad-on-behalf-of', {
    zh: 'On-Behalf-Of 必须是一个员工编号',
    en: 'On-Behalf-Of must be the id of one employee',
  });
}

function noSuchEmployee(): HttpProblem {
  const says = { zh: '没有这位员工', en: 'there is no such employee' };
  return new HttpProblem(404, 'unknown-employee', {
    says,
    errors: [{ pointer: '/On-Behalf-Of', in: 'header', code: 'unknown-employee', says }],
  });
}
