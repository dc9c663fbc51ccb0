import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { send, signIn, startTestServer, type TestServer } from './testing/test-client.js';

let service: TestServer;
let operator: string;
let auditor: string;
let users: string;

const PASSWORD = 'a password of the tests';

interface List {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
}

beforeAll(async () => {
  service = await startTestServer();
  operator = await service.token('operator');
  auditor = await service.token('auditor');
  users = `${service.url}/api/v1/users`;
  const body = { login: 'Wang.Fang', password: PASSWORD, roles: ['hotline'] };
  expect((await send(users, { token: operator, body })).status).toBe(201);
}, 60_000);

afterAll(() => service?.stop());

const get = <Body = List>(path: string, token = auditor) =>
  send<Body>(`${users}${path}`, { token, method: 'GET' });
const board = (token: string) => send(`${service.url}/api/v1/tickets`, { token, method: 'GET' });

describe('a disabled user', () => {
  test('is enabled again, and signs in; its tokens from before stay ended', async () => {
    const before = await signIn(service.url, 'wang.fang', PASSWORD);
    await send(`${users}/wang.fang/disable`, { token: operator });
    await expect(signIn(service.url, 'wang.fang', PASSWORD)).rejects.toThrow('401');
    const enabled = await send(`${users}/wang.fang/enable`, { token: operator });
    expect(enabled.status).toBe(204);
    expect((await board(before)).body.code).toBe('token-invalid');
    expect((await board(await signIn(service.url, 'wang.fang', PASSWORD))).status).toBe(200);
  });

  test('is refused to be enabled where there is none', async () => {
    const unknown = await send(`${users}/nobody/enable`, { token: operator });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'unknown-user']);
  });
});

describe('other roles', () => {
  test('hold from the next request on', async () => {
    const token = await signIn(service.url, 'wang.fang', PASSWORD);
    const read = () => send(`${service.url}/api/v1/log`, { token, method: 'GET' });
    expect((await read()).status).toBe(403);
    const body = { roles: ['hotline', 'supervisor'] };
    const changed = await send(`${users}/wang.fang/change-roles`, { token: operator, body });
    expect(changed.status).toBe(204);
    expect((await read()).status).toBe(200);
  });

  test.each<[string, object, number, string]>([
    ['operator', { roles: ['hotline'] }, 409, 'own-user'],
    ['nobody', { roles: ['hotline'] }, 404, 'unknown-user'],
    ['wang.fang', { roles: ['king'] }, 400, 'invalid-input'],
  ])('of %s: %j is refused', async (login, body, ...expected) => {
    const answer = await send(`${users}/${login}/change-roles`, { token: operator, body });
    expect([answer.status, answer.body.code]).toEqual(expected);
  });
});

describe('a login', () => {
  test('is the same in capitals and in small letters', async () => {
    const body = { login: 'WANG.FANG', password: PASSWORD, roles: ['hotline'] };
    const again = await send(users, { token: operator, body });
    expect([again.status, again.body.code]).toEqual([409, 'login-taken']);
    expect((await get('/WANG.fang/changes')).body.items.at(-1)).toMatchObject({
      login: 'wang.fang',
      kind: 'created',
    });
    const own = await send(`${users}/OPERATOR/disable`, { token: operator });
    expect([own.status, own.body.code]).toEqual([409, 'own-user']);
  });
});

describe('the changes of a user', () => {
  test('say who made them, with which user and in which role', async () => {
    const { body } = await get('/auditor/changes');
    expect(body).toEqual({
      items: [
        {
          change: expect.stringMatching(/^\d+$/),
          login: 'auditor',
          kind: 'created',
          at: expect.stringMatching(/^\d{4}-.*Z$/),
          by: { login: 'operator', id: 'user:operator', role: 'operator' },
          employee: 'E-auditor',
          roles: ['auditor'],
        },
      ],
      next: null,
    });
  });

  test('tell a password that its owner changed from one that was reset', async () => {
    const token = await signIn(service.url, 'wang.fang', PASSWORD);
    const url = `${users}/wang.fang/change-password`;
    await send(url, { token, body: { currentPassword: PASSWORD, newPassword: 'another one' } });
    await send(url, { token: operator, body: { newPassword: PASSWORD } });
    const { body } = await get('/wang.fang/changes?limit=2');
    expect(body.items).toMatchObject([
      { kind: 'password-reset', by: { login: 'operator' } },
      { kind: 'password-changed', by: { login: 'wang.fang', id: 'user:wang.fang' } },
    ]);
    const older = await get(`/wang.fang/changes?after=${body.next}`);
    expect(older.body.items[0]).toMatchObject({ kind: 'roles-changed' });
  });

  test('are read by the auditor and the operator alone', async () => {
    expect((await get('/operator/changes', operator)).status).toBe(200);
    const supervisor = await service.token('supervisor');
    for (const path of ['', '/operator/changes']) {
      expect((await get(path, supervisor)).status).toBe(403);
    }
  });
});

describe('the list of users', () => {
  test('comes by login, narrowed and in pages', async () => {
    const { body } = await get('?role=supervisor&status=enabled');
    expect(body.items).toEqual([
      { login: 'supervisor', employee: 'E-supervisor', roles: ['supervisor'], disabledAt: null },
      { login: 'wang.fang', employee: null, roles: ['hotline', 'supervisor'], disabledAt: null },
    ]);
    const first = await get('?limit=1');
    const second = await get(`?limit=1&after=${first.body.next}`);
    expect([...first.body.items, ...second.body.items]).toMatchObject([
      { login: 'auditor' },
      { login: 'operator' },
    ]);
  });

  test.each(['?limit=0', '?status=left', '?minPosition=1', '?after=x'])(
    'refuses %s',
    async (query) => {
      expect((await get(query)).status).toBe(400);
    },
  );
});

describe('a command to a user that is sent again with its key', () => {
  const keyed = (key: string, path: string, body?: object) =>
    send<Record<string, unknown>>(`${users}${path}`, {
      token: operator,
      headers: { 'Idempotency-Key': key },
      ...(body && { body }),
    });
  const kinds = async (login: string) =>
    (await get(`/${login}/changes`)).body.items.map(({ kind }) => kind);
  const made = (login: string, roles = ['hotline']) => ({ login, password: PASSWORD, roles });

  test('makes it once, also at the same moment, and answers as the first time', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => keyed('make', '', made('again'))));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(answers[2]!.body).toEqual(answers[0]!.body);
    expect(await kinds('again')).toEqual(['created']);
    const other = await keyed('make', '', made('again', ['sales']));
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect((await keyed('another', '', made('again'))).status).toBe(409);
  });

  test('does not undo what came after it', async () => {
    await keyed('a', '', made('later'));
    const disable = () => keyed('d', '/later/disable');
    const roles = () => keyed('r', '/later/change-roles', { roles: ['sales'] });
    expect([(await disable()).status, (await roles()).status]).toEqual([204, 204]);
    await keyed('e', '/later/enable');
    await keyed('s', '/later/change-roles', { roles: ['hotline'] });
    expect([(await disable()).status, (await roles()).status]).toEqual([204, 204]);
    expect(await kinds('later')).toEqual([
      'roles-changed',
      'enabled',
      'roles-changed',
      'disabled',
      'created',
    ]);
  });

  test('changes a password once, and is refused when it names another password', async () => {
    await keyed('p', '', made('pass'));
    const change = (newPassword: string) =>
      keyed('change', '/pass/change-password', { newPassword });
    expect((await change('a newer password')).status).toBe(204);
    const token = await signIn(service.url, 'pass', 'a newer password');
    expect((await change('a newer password')).status).toBe(204);
    expect((await board(token)).status).toBe(200);
    const other = await change('a third password');
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await kinds('pass')).toEqual(['password-reset', 'created']);
  });
});
