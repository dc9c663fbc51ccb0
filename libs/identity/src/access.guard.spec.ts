import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { SignJWT } from 'jose';
import { DataSource } from 'typeorm';
import { Client } from '@app/postgres';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { contextOf } from '@app/http';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { AccessGuard } from './access.guard.js';
import { Users } from './users/users.js';
import { userFrom, storeUser } from './users/new-user.js';
import { cheap, OPERATOR } from './testing/operator.js';
import { Can, Public } from './decorators.js';
import { identityEntities } from './persistence.js';
import { ownPermissions, type Action, type Permission } from './permissions.js';
import { office, onSite, planners, readers, roles, staff, type Role } from './roles.js';
import { SigningKey } from './sessions/signing-key.js';
import { Tokens } from './sessions/tokens.js';
import { ActiveStaff } from './staff.js';

let database: TestDatabase;
let dataSource: DataSource;
let users: Users;
let tokens: Tokens;
let guard: AccessGuard;
const tokenOf = new Map<string, string>();

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    extra: { Client },
    entities: identityEntities,
  }).initialize();
  users = new Users(dataSource, cheap);
  tokens = new Tokens(new SigningKey(dataSource, { dataDir: '.' }));
  guard = new AccessGuard(tokens, users, new ActiveStaff(listedStaff));
  for (const role of roles) await sign(role, [role]);
  await sign('deputy', ['technician', 'dispatcher']);
}, 60_000);

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

async function sign(login: string, held: readonly Role[]): Promise<void> {
  const password = `password of ${login}`;
  const user = await userFrom({ login, password, employee: `E-${login}`, roles: held }, cheap);
  await dataSource.transaction((manager) => storeUser(manager, user, null));
  tokenOf.set(login, (await tokens.issue(login, user.passwordChangedAt)).token);
}

/** Who does not work here. */
const STATUS: Readonly<Record<string, string>> = {
  'employee-E-8': 'none',
  'employee-E-departed': 'left',
};

const because = { employee: 'E-7', year: '2026', case: 1 };
const at = '2026-03-02T01:00:00.000Z';

/** Who was removed from their post, and who was dismissed. */
const ACTS: Readonly<Record<string, object>> = {
  'employee-E-removed': {
    status: 'active',
    department: 'sales',
    supervisor: false,
    acts: [{ kind: 'removal', because, at }],
  },
  'employee-E-dismissed': {
    status: 'dismissed',
    department: 'repair',
    supervisor: true,
    acts: [{ kind: 'dismissal', because, at }],
  },
};

/** A staff list of all but those. */
const listedStaff = new StatedContexts(
  (stream) => ACTS[stream] ?? { status: STATUS[stream] ?? 'active', department: 'repair' },
);

class Routes {
  @Public()
  open(): void {}
  closed(): void {}
}

function handlerOf(route: keyof Routes): object {
  return Object.getOwnPropertyDescriptor(Routes.prototype, route)!.value as object;
}

/** A route that needs the action, made with the real decorator. */
function routeOf(needed: Action | Permission): object {
  const descriptor = { value: () => undefined };
  Can(needed)({}, 'route', descriptor as TypedPropertyDescriptor<unknown>);
  return descriptor.value;
}

function requestOf(
  login: string | undefined,
  rest: Partial<Request> & { headers?: object } = {},
): Request {
  const authorization = login && `Bearer ${tokenOf.get(login)}`;
  return {
    params: {},
    ...rest,
    headers: { ...(authorization && { authorization }), ...rest.headers },
  } as Request;
}

async function pass(handler: object, request: Request): Promise<boolean> {
  const context = {
    getHandler: () => handler,
    getClass: () => Routes,
    switchToHttp: () => ({ getRequest: () => request }),
  };
  return guard.canActivate(context as unknown as ExecutionContext);
}

describe.each(roles)('%s', (role) => {
  test.each(ownPermissions)(`${role}: $action, as the table says`, async (permission) => {
    const request = requestOf(role);
    const passing = pass(routeOf(permission), request);
    if (permission.roles.includes(role)) {
      await expect(passing).resolves.toBe(true);
      expect(contextOf(request).actor).toEqual({ id: `E-${role}`, role });
    } else {
      await expect(passing).rejects.toMatchObject({ code: 'role-may-not' });
      expect(contextOf(request).actor).toBeUndefined();
    }
  });
});

describe('the guard', () => {
  const notify = { action: 'notify-delay', roles: ['technician', ...office] } as const;
  const [open, closed] = [handlerOf('open'), handlerOf('closed')];

  test('closes a route that does not say what it needs, to everybody', async () => {
    for (const role of roles) {
      await expect(pass(closed, requestOf(role))).rejects.toMatchObject({ code: 'route-closed' });
    }
  });

  test('lets everybody pass a public route', async () => {
    await expect(pass(open, requestOf(undefined))).resolves.toBe(true);
  });

  test('takes one token, and nothing behind it', async () => {
    const token = tokenOf.get('hotline')!;
    const bearing = (authorization: string) =>
      pass(routeOf('replay-stream'), requestOf(undefined, { headers: { authorization } }));
    for (const good of [`Bearer ${token}`, `bearer  ${token}`])
      await expect(bearing(good)).resolves.toBe(true);
    const [head, ...rest] = token.split('.');
    for (const bad of [`${token} x`, `${token},x`, `x ${token}`, `${head}.\t${rest.join('.')}`])
      await expect(bearing(`Bearer ${bad}`)).rejects.toMatchObject({ code: 'token-invalid' });
    for (const none of ['Bearer', 'Bearer ', `Basic ${token}`, token])
      await expect(bearing(none)).rejects.toMatchObject({ code: 'token-missing' });
  });

  test('takes the widest role that may do it, in whatever order the user has them', async () => {
    const [departing, planning] = [requestOf('deputy'), requestOf('deputy')];
    await pass(routeOf({ action: 'depart', roles: onSite }), departing);
    expect(contextOf(departing).actor?.role).toBe('technician');
    await pass(routeOf({ action: 'schedule-visit', roles: planners }), planning);
    expect(contextOf(planning).actor?.role).toBe('dispatcher');
    const both = ['technician', 'supervisor'] as const;
    await sign('head', both);
    await sign('head-too', both.toReversed());
    for (const login of ['head', 'head-too']) {
      const checking = requestOf(login);
      await pass(routeOf({ action: 'check-entitlement', roles: onSite }), checking);
      expect(contextOf(checking).actor?.role).toBe('supervisor');
    }
  });

  test('lets a dispatcher act in the place of another, and a technician not', async () => {
    const headers = { 'on-behalf-of': 'E-7' };
    const request = requestOf('deputy', { headers });
    await pass(routeOf(notify), request);
    expect(contextOf(request).actor).toEqual({
      id: 'E-deputy',
      role: 'dispatcher',
      onBehalfOf: 'E-7',
    });
    const technician = requestOf('technician', { headers });
    await expect(pass(routeOf(notify), technician)).rejects.toMatchObject({
      code: 'may-not-act-for-others',
    });
  });

  test('lets a dispatcher tell what somebody did who has left since', async () => {
    const request = requestOf('deputy', { headers: { 'on-behalf-of': 'E-departed' } });
    await pass(routeOf(notify), request);
    expect(contextOf(request).actor).toMatchObject({ onBehalfOf: 'E-departed' });
  });

  test('lets nobody act in the place of one who never worked here', async () => {
    const request = requestOf('deputy', { headers: { 'on-behalf-of': 'E-8' } });
    await expect(pass(routeOf(notify), request)).rejects.toMatchObject({
      status: 404,
      code: 'unknown-employee',
    });
  });

  describe('of whoever led others, and does no more', () => {
    const ownCase = { action: 'read-standing', roles: readers } as const;
    const appeal = { action: 'file-appeal', roles: staff } as const;
    const planning = { action: 'schedule-visit', roles: planners } as const;

    test('[D20] [D35] leaves their own matters to who was removed from the post that was their only role', async () => {
      await sign('removed', ['supervisor']);
      for (const own of [ownCase, appeal, 'change-password'] as const) {
        const request = requestOf('removed');
        await expect(pass(routeOf(own), request)).resolves.toBe(true);
        expect(contextOf(request).actor).toEqual({ id: 'E-removed', role: 'sales' });
        expect(contextOf(request).principal?.roles).toEqual(['sales']);
      }
      const other = pass(routeOf(planning), requestOf('removed'));
      await expect(other).rejects.toMatchObject({ code: 'role-may-not' });
    });

    test('[D7] leaves them to who was dismissed, and nothing of others', async () => {
      await sign('dismissed', ['supervisor', 'general-manager', 'dispatcher']);
      const steps = requestOf('dismissed');
      await expect(pass(routeOf('send-steps'), steps)).resolves.toBe(true);
      expect(contextOf(steps).principal).toMatchObject({ roles: ['technician'], dismissedAt: at });
      const headers = { 'on-behalf-of': 'E-7' };
      const inPlace = pass(routeOf(appeal), requestOf('dismissed', { headers }));
      await expect(inPlace).rejects.toMatchObject({ code: 'may-not-act-for-others' });
      const other = pass(routeOf(planning), requestOf('dismissed'));
      await expect(other).rejects.toMatchObject({ code: 'dismissed' });
    });
  });

  test('no longer takes the tokens of an employee who has left', async () => {
    await sign('departed', ['hotline']);
    await expect(pass(routeOf('replay-stream'), requestOf('departed'))).rejects.toMatchObject({
      code: 'token-invalid',
    });
  });

  test('no longer takes the tokens of a user that was disabled', async () => {
    await sign('leaver', ['hotline']);
    await expect(pass(routeOf('replay-stream'), requestOf('leaver'))).resolves.toBe(true);
    await users.disable('leaver', OPERATOR);
    await expect(pass(routeOf('replay-stream'), requestOf('leaver'))).rejects.toMatchObject({
      code: 'token-invalid',
    });
  });

  test('no longer takes the tokens from before a change of password', async () => {
    await sign('changer', ['hotline']);
    await expect(pass(routeOf('replay-stream'), requestOf('changer'))).resolves.toBe(true);
    await users.changePassword('changer', 'a new password', OPERATOR, 'password of changer');
    await expect(pass(routeOf('replay-stream'), requestOf('changer'))).rejects.toMatchObject({
      code: 'token-invalid',
    });
  });

  test('tells an expired token from a wrong one', async () => {
    const { token, expiresAt } = await tokens.issue('hotline', new Date(0));
    expect(expiresAt.getTime()).toBeGreaterThan(Date.now() + 11.9 * 3_600_000);
    tokenOf.set('stranger', token);
    await expect(pass(routeOf('replay-stream'), requestOf('stranger'))).rejects.toMatchObject({
      code: 'token-invalid',
    });
    tokenOf.set('late', await expiredToken());
    await expect(pass(routeOf('replay-stream'), requestOf('late'))).rejects.toMatchObject({
      code: 'token-expired',
    });
  });
});

async function expiredToken(): Promise<string> {
  const [row] = await dataSource.query<{ secret: Buffer }[]>(
    'SELECT secret FROM identity.signing_keys',
  );
  return new SignJWT({ pwd: 0 })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('service-centre')
    .setAudience('service-centre-api')
    .setSubject('hotline')
    .setIssuedAt(0)
    .setExpirationTime(3600)
    .sign(new Uint8Array(row!.secret));
}
