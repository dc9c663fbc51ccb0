import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { badHeader, contextOf, type Principal } from '@app/http';
import { actorFor, closedRoute, mayNot } from './acting.js';
import type { AccountEntity } from './accounts/account.entity.js';
import { Accounts } from './accounts/accounts.js';
import { NEEDS, PUBLIC, type Need } from './decorators.js';
import { invalidToken, missingToken, Tokens, type Claims } from './sessions/tokens.js';

/**
 * Stands before every route: finds out whose token it is, and whether one of the account's roles
 * may do what the route does. A route that does not say what it needs is closed.
 *
 * With token and account remembered it answers without waiting for anything.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly tokens: Tokens,
    private readonly accounts: Accounts,
  ) {}

  /** @throws HttpProblem 401 without a good token; Forbidden when no role may do it */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const handler = context.getHandler();
    if (Reflect.hasMetadata(PUBLIC, handler) || Reflect.hasMetadata(PUBLIC, context.getClass()))
      return true;
    const need = Reflect.getMetadata(NEEDS, handler) as Need | undefined;
    const request = context.switchToHttp().getRequest<Request>();
    const claims = this.tokens.claims(tokenOf(request));
    const account = claims instanceof Promise ? undefined : this.accounts.enabled(claims.login);
    if (claims instanceof Promise || account instanceof Promise)
      return this.later(claims, need, request);
    return admit(claims, account, need, request);
  }

  private async later(
    known: Claims | Promise<Claims>,
    need: Need | undefined,
    request: Request,
  ): Promise<boolean> {
    const claims = await known;
    return admit(claims, await this.accounts.enabled(claims.login), need, request);
  }
}

function tokenOf({ headers: { authorization } }: Request): string {
  if (authorization === undefined) throw missingToken();
  const [scheme, token] = authorization.split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw missingToken();
  return token;
}

function admit(
  claims: Claims,
  account: AccountEntity | undefined,
  need: Need | undefined,
  request: Request,
): true {
  if (account?.passwordChangedAt.getTime() !== claims.passwordChangedAt) throw invalidToken();
  if (!need) throw closedRoute();
  const principal = {
    login: account.login,
    id: account.employee ?? account.login,
    roles: account.roles,
  };
  const context = contextOf(request);
  context.principal = principal;
  context.actor = actorFor(within(need, principal, request), need.action, onBehalfOf(request));
  return true;
}

/** The principal with the roles that reach as far as the row that is asked for. */
function within({ own, action }: Need, principal: Principal, request: Request): Principal {
  if (own === undefined || request.params[own] === principal.id) return principal;
  const roles = principal.roles.filter((role) => role !== 'technician');
  if (roles.length === 0) throw mayNot(action);
  return { ...principal, roles };
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
