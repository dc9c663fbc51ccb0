import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { send, signIn, startTestServer, type TestServer } from './testing/test-client.js';

let service: TestServer;
let operator: string;
let users: string;

beforeAll(async () => {
  service = await startTestServer();
  operator = await service.token('operator');
  users = `${service.url}/api/v1/users`;
  await service.token('hotline');
}, 60_000);

afterAll(() => service?.stop());

const PASSWORD = 'a password of the tests';

/** Makes a user of a program, and signs in with it. */
async function made(login: string): Promise<string> {
  const body = { login, password: PASSWORD, roles: ['hotline'] };
  expect((await send(users, { token: operator, body })).status).toBe(201);
  return signIn(service.url, login, PASSWORD);
}

const readBoard = (token: string) =>
  send(`${service.url}/api/v1/tickets`, { token, method: 'GET' });

describe('making a user', () => {
  test('answers with it, without its password', async () => {
    const body = { login: 'second', password: PASSWORD, employee: 'E-hotline', roles: ['auditor'] };
    const answer = await send<unknown>(users, { token: operator, body });
    expect([answer.status, answer.body]).toEqual([
      201,
      { login: 'second', employee: 'E-hotline', roles: ['auditor'] },
    ]);
  });

  test.each<[string, object, number, string, string]>([
    ['a login that is taken', { login: 'operator' }, 409, 'login-taken', '/login'],
    ['an employee nobody knows', { employee: 'E-none' }, 404, 'unknown-employee', '/employee'],
    ['no role', { roles: [] }, 400, 'invalid-input', '/roles'],
    ['a short password', { password: 'short' }, 400, 'invalid-input', '/password'],
  ])('is refused with %s', async (_, wrong, ...expected) => {
    const body = { login: 'third', password: PASSWORD, roles: ['hotline'], ...wrong };
    const answer = await send(users, { token: operator, body });
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual(expected);
  });

  test("is the operator's alone", async () => {
    const body = { login: 'fourth', password: PASSWORD, roles: ['operator'] };
    const answer = await send(users, { token: await service.token('hotline'), body });
    expect([answer.status, answer.body.code]).toEqual([403, 'role-may-not']);
  });
});

describe('disabling a user', () => {
  test('ends its tokens, and lets it sign in no more', async () => {
    const token = await made('leaver');
    expect((await readBoard(token)).status).toBe(200);
    const disabled = await send(`${users}/leaver/disable`, { token: operator });
    expect(disabled.status).toBe(204);
    const after = await readBoard(token);
    expect([after.status, after.body.code]).toEqual([401, 'token-invalid']);
    await expect(signIn(service.url, 'leaver', PASSWORD)).rejects.toThrow('401');
  });

  test('is refused for an unknown user and for one’s own', async () => {
    const unknown = await send(`${users}/nobody/disable`, { token: operator });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'unknown-user']);
    const own = await send(`${users}/operator/disable`, { token: operator });
    expect([own.status, own.body.code]).toEqual([409, 'own-user']);
  });
});

describe('changing a password', () => {
  const newPassword = 'a newer password';

  test('ends the tokens from before, and the new one signs in', async () => {
    const token = await made('changer');
    const body = { currentPassword: PASSWORD, newPassword };
    const changed = await send(`${users}/changer/change-password`, { token, body });
    expect(changed.status).toBe(204);
    const after = await readBoard(token);
    expect([after.status, after.body.code]).toEqual([401, 'token-invalid']);
    expect((await readBoard(await signIn(service.url, 'changer', newPassword))).status).toBe(200);
  });

  test('asks the owner for the current one', async () => {
    const token = await made('forgetful');
    const url = `${users}/forgetful/change-password`;
    for (const body of [{ newPassword }, { currentPassword: 'a wrong guess', newPassword }]) {
      const answer = await send(url, { token, body });
      expect([answer.status, answer.body.code]).toEqual([403, 'wrong-password']);
    }
    expect((await readBoard(token)).status).toBe(200);
  });

  test("of another user is the operator's alone", async () => {
    const token = await made('meddler');
    const body = { newPassword };
    const answer = await send(`${users}/forgetful/change-password`, { token, body });
    expect([answer.status, answer.body.code]).toEqual([403, 'not-your-user']);
    const set = await send(`${users}/meddler/change-password`, { token: operator, body });
    expect(set.status).toBe(204);
    expect((await readBoard(token)).status).toBe(401);
  });
});

describe('acting in the place of another', () => {
  const lookedAt = (employee: string, token: string) =>
    send(`${service.url}/api/v1/tickets`, {
      token,
      method: 'GET',
      headers: { 'On-Behalf-Of': employee },
    });

  test('is for those who work here', async () => {
    const supervisor = await service.token('supervisor');
    expect((await lookedAt('E-hotline', supervisor)).status).toBe(200);
    const nobody = await lookedAt('E-none', supervisor);
    expect([nobody.status, nobody.body.code, nobody.body.errors]).toEqual([
      404,
      'unknown-employee',
      [expect.objectContaining({ pointer: '/On-Behalf-Of', in: 'header' })],
    ]);
  });

  test('is not for one who has left', async () => {
    const file = { employee: 'E-gone', name: '赵六', department: 'repair', supervisor: false };
    await send(`${service.url}/api/v1/employees`, { token: operator, body: file });
    const left = await send(`${service.url}/api/v1/employees/E-gone/record-employee-left`, {
      token: operator,
      body: {},
    });
    expect(left.status).toBe(200);
    const answer = await lookedAt('E-gone', await service.token('supervisor'));
    expect([answer.status, answer.body.code]).toEqual([404, 'unknown-employee']);
  });
});
