import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { Router } from 'express';
import { roles, type Role } from '@app/identity';
import { aggregates, permissions, readModels } from '../../apps/server/src/declared.js';
import {
  send,
  startTestServer,
  type TestServer,
} from '../../apps/server/src/testing/test-client.js';

/** What anybody may call. A route that is new and public must be written here. */
const PUBLIC = [
  'GET /api/v1/docs',
  'GET /api/v1/openapi.json',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'POST /api/v1/sessions',
];

/** The action of every route of no context that does not bear its name. */
const ACTIONS: Readonly<Record<string, string>> = {
  'POST /api/v1/files': 'store-file',
  'POST /api/v1/users': 'create-user',
  'POST /api/v1/users/:login/disable': 'disable-user',
  'POST /api/v1/users/:login/enable': 'enable-user',
  'GET /api/v1/users': 'read-users',
  'GET /api/v1/users/:login/changes': 'read-user-changes',
  'GET /api/v1/calendar/days/:date': 'read-calendar',
  'GET /api/v1/on-call-rosters/:roster/on-call': 'read-roster',
  'GET /api/v1/customers/:customer/page': 'read-customer',
  'GET /api/v1/repeat-faults': 'read-ticket',
  'GET /api/v1/units/:unit/history': 'read-ticket',
  'GET /api/v1/tickets/:ticket/after-warranty-quote': 'read-ticket',
  'GET /api/v1/likely-duplicates': 'read-customer',
  'GET /api/v1/contracts-ending': 'read-contract',
  'GET /api/v1/complaints': 'read-complaint',
  'GET /api/v1/complaints/:complaint': 'read-complaint',
  'GET /api/v1/complaint-figures': 'read-complaint',
  'GET /api/v1/labels': 'read-inventory',
  'GET /api/v1/consumption': 'read-inventory',
  'GET /api/v1/consumption/csv': 'read-inventory',
  'GET /api/v1/lots': 'read-inventory',
  'GET /api/v1/lot-moves': 'read-inventory',
  'GET /api/v1/low-stock': 'read-inventory',
  'GET /api/v1/slow-moving': 'read-inventory',
  'GET /api/v1/scanned': 'read-inventory',
  'GET /api/v1/scanned-units': 'read-unit',
  'GET /api/v1/stock-ledger': 'read-inventory',
  'GET /api/v1/stock-report': 'read-inventory',
  'GET /api/v1/stock-report/csv': 'read-inventory',
  'GET /api/v1/editions/document-2/simulation': 'try-edition',
  'GET /api/v1/editions/service-settings/simulation': 'try-edition',
  'GET /api/v1/standings/csv': 'take-tables',
  'GET /api/v1/discipline-cases/csv': 'take-tables',
  'GET /api/v1/income-shares/csv': 'take-tables',
  'GET /api/v1/policy/articles': 'read-policy',
  'GET /api/v1/policy/articles/:id': 'read-policy',
  'GET /api/v1/tickets/:ticket/account': 'replay-stream',
  'GET /api/v1/files/:hash': 'read-file',
  'GET /api/v1/streams/:stream/account': 'replay-stream',
  'GET /api/v1/streams/:stream/events': 'replay-stream',
  'GET /api/v1/streams/:stream/replay': 'replay-stream',
  'GET /api/v1/log': 'read-log',
  'GET /health/deps': 'read-deps',
};

/** And of the contexts' routes, by what their read models and aggregates declare. */
const DECLARED = new Map([
  ...readModels.flatMap(({ controller, permission }) =>
    routesOf(controller).map((route) => [route, permission] as const),
  ),
  ...aggregates.flatMap(({ controllers, routed, permissions: own }) => {
    const shown = own.find(({ action }) => action.startsWith('read-'));
    const created = [...routed.values()].find(({ manner }) => manner === 'creates')?.permission;
    return controllers
      .flatMap(routesOf)
      .map((route) => [route, route.startsWith('GET ') ? shown : created] as const)
      .filter(([route]) => route.startsWith('GET ') || route.split('/').length === 4);
  }),
]);

/** What a controller of Nest listens to. */
function routesOf(controller: Type): string[] {
  const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
  const methods = Object.values(Object.getOwnPropertyDescriptors(controller.prototype as object));
  return methods.flatMap(({ value }) => {
    const path = Reflect.getMetadata(PATH_METADATA, value as object) as string | undefined;
    const method = Reflect.getMetadata(METHOD_METADATA, value as object) as RequestMethod;
    if (path === undefined) return [];
    return [`${RequestMethod[method]} /api/v1/${base}/${path}`.replace(/\/+$/, '')];
  });
}

let service: TestServer;
/** Every route of the running server that is not public: `GET /api/v1/tickets`. */
let guarded: string[];

beforeAll(async () => {
  service = await startTestServer();
  guarded = [];
  for (const route of registered(service)) {
    if (isPublic(route)) continue;
    const { body } = await ask(route);
    if (!NO_ROUTE.has(body.code)) guarded.push(route);
  }
  for (const role of roles) await service.token(role);
}, 60_000);

afterAll(() => service?.stop());

/** What a path is answered with behind which nothing stands but a reader of bodies. */
const NO_ROUTE = new Set(['no-such-route', 'method-not-allowed']);

/** What Express really listens to, whatever is documented. */
function registered({ server }: TestServer): string[] {
  const { router } = server.app.getHttpAdapter().getInstance() as { router: Router };
  const all = router.stack.flatMap(({ route }) =>
    (route?.stack ?? []).map(
      ({ method }) => `${method.toUpperCase()} ${route!.path.replace(/\/$/, '')}`,
    ),
  );
  return [...new Set(all)].filter((route) => /^(GET|POST|PUT|PATCH|DELETE) \//.test(route));
}

const isPublic = (route: string) => PUBLIC.includes(route) || route.startsWith('GET /api/v1/docs');
const actionOf = (route: string) =>
  DECLARED.get(route)?.action ?? ACTIONS[route] ?? route.split('/').at(-1)!;

const table = new Map(permissions.map(({ action, roles: allowed }) => [action, allowed]));
const mayDo = (role: Role, route: string) => table.get(actionOf(route))!.includes(role);

function ask(route: string, token?: string, employee = 'E-1') {
  const [method, path] = route.split(' ') as [string, string];
  const url = path.replace(':employee/days/', `${employee}/days/`).replace(':date', '2026-03-02');
  return send(`${service.url}${url.replace(/:\w+/g, 'X-1')}`, {
    method,
    ...(method === 'POST' && { body: {} }),
    ...(token !== undefined && { token }),
  });
}

test('every route is public or named in the table of permissions, and is documented', async () => {
  expect(guarded.length).toBeGreaterThan(70);
  expect(guarded.filter((route) => !table.has(actionOf(route)))).toEqual([]);
  const { body } = await ask('GET /api/v1/openapi.json');
  const { paths } = body as unknown as { paths: Record<string, Record<string, object>> };
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security }]: [string, { security?: unknown }]) => ({
      route: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      open: security === undefined,
    })),
  );
  expect(documented.map(({ route }) => route)).toEqual(expect.arrayContaining(guarded));
  const open = documented.flatMap(({ route, open: is }) => (is ? [route] : []));
  expect(open.filter((route) => !PUBLIC.includes(route))).toEqual([]);
});

test('without a token every other route is closed', async () => {
  for (const route of guarded) {
    const { status, body } = await ask(route);
    expect([route, status, body.code]).toEqual([route, 401, 'token-missing']);
  }
});

test.each(roles)('a route does for %s what the table says, and nothing is stored', async (role) => {
  const { store } = service;
  const before = await store.head();
  const token = await service.token(role);
  const denied: string[] = [];
  for (const route of guarded) {
    const { status, body } = await ask(route, token, `E-${role}`);
    expect([route, status]).not.toEqual([route, 401]);
    if (body.code === 'role-may-not') denied.push(`${status} ${route}`);
  }
  const expected = guarded.filter((route) => !mayDo(role, route));
  expect(denied).toEqual(expected.map((route) => `403 ${route}`));
  const { events } = await store.readAll({ after: before });
  expect(events.map(({ stream, type }) => `${type} ${stream}`)).toEqual([]);
});

test("a technician reads a colleague's day, board and ticket, as one may have to take over", async () => {
  const token = await service.token('technician');
  const day = 'GET /api/v1/technicians/:employee/days/:date';
  expect((await ask(day, token, 'E-hotline')).status).toBe(200);
  const board = `${service.url}/api/v1/tickets?technician=E-hotline`;
  expect((await send(board, { token, method: 'GET' })).status).toBe(200);
});
