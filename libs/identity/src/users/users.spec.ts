import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Client } from '@app/postgres';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { identityEntities } from '../persistence.js';
import { makeOperator, OPERATOR } from '../testing/operator.js';
import { UserChangeEntity } from './user-change.entity.js';
import { UserLists } from './user-lists.js';
import { Users } from './users.js';
import { userFrom, storeUser } from './new-user.js';
import { Passwords } from './passwords.js';

let database: TestDatabase;
let dataSource: DataSource;
let users: Users;
let lists: UserLists;

const PASSWORD = 'correct horse';
const settings = { dataDir: '.', operatorPassword: PASSWORD, passwordCost: 10 };
const passwords = new Passwords(settings);
const roles = ['hotline'] as const;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    extra: { Client },
    entities: identityEntities,
  }).initialize();
  users = new Users(dataSource, passwords);
  lists = new UserLists(dataSource);
  await makeOperator(dataSource);
}, 60_000);

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const kinds = async (login: string) =>
  (await lists.changes(login, {})).items.map(({ kind }) => kind);

describe('what is done to a user', () => {
  test('is written down, the newest first: who, when, what', async () => {
    const start = Date.now();
    const owner = { login: 'wang', id: 'E-1', role: 'hotline' };
    await users.create({ login: 'wang', password: PASSWORD, employee: 'E-1', roles }, OPERATOR);
    await users.changeRoles('wang', ['dispatcher', 'hotline'], OPERATOR);
    await users.changePassword('wang', 'a newer password', owner, PASSWORD);
    await users.changePassword('wang', 'the newest password', OPERATOR);
    await users.disable('wang', OPERATOR);
    await users.enable('wang', OPERATOR);
    const { items } = await lists.changes('wang', {});
    expect(items.map(({ kind, by, employee, roles }) => [kind, by, employee, roles])).toEqual([
      ['enabled', OPERATOR, null, null],
      ['disabled', OPERATOR, null, null],
      ['password-reset', OPERATOR, null, null],
      ['password-changed', owner, null, null],
      ['roles-changed', OPERATOR, null, ['dispatcher', 'hotline']],
      ['created', OPERATOR, 'E-1', ['hotline']],
    ]);
    for (const { at } of items) {
      expect(Date.parse(at)).toBeGreaterThan(start - 5_000);
      expect(Date.parse(at)).toBeLessThan(Date.now() + 5_000);
    }
  }, 20_000);

  test('is written down of the first user, which nobody but the service made', async () => {
    const { items } = await lists.changes('operator', {});
    expect(items).toMatchObject([{ kind: 'created', by: null, roles: ['operator'] }]);
  });

  test('holds no password and no hash', async () => {
    const [{ text }] = await dataSource.query<[{ text: string }]>(
      'SELECT string_agg(c::text, $1) AS text FROM identity.user_change c',
      ['\n'],
    );
    expect(text).toContain('wang');
    expect(text).not.toMatch(/password"|scrypt|horse|newe/);
  });

  test('is not written down where nothing was done', async () => {
    await users.create({ login: 'still', password: PASSWORD, roles }, OPERATOR);
    await users.enable('still', OPERATOR);
    await users.changeRoles('still', roles, OPERATOR);
    await users.disable('still', OPERATOR);
    await users.disable('still', OPERATOR);
    const again = { login: 'still', password: PASSWORD, roles } as const;
    await expect(users.create(again, OPERATOR)).rejects.toMatchObject({ code: 'login-taken' });
    const guess = users.changePassword('still', 'a newer password', OPERATOR, 'a guess');
    await expect(guess).rejects.toMatchObject({ code: 'wrong-password' });
    expect(await kinds('still')).toEqual(['disabled', 'created']);
    const code = 'unknown-user';
    await expect(users.enable('nobody', OPERATOR)).rejects.toMatchObject({ code });
    await expect(users.disable('nobody', OPERATOR)).rejects.toMatchObject({ code });
    await expect(users.changeRoles('nobody', roles, OPERATOR)).rejects.toMatchObject({ code });
  }, 20_000);

  test('is not done where it cannot be written down', async () => {
    await dataSource.query(
      "ALTER TABLE identity.user_change ADD CONSTRAINT no_room CHECK (login <> 'unheard') NOT VALID",
    );
    const unheard = { login: 'unheard', password: PASSWORD, roles } as const;
    await expect(users.create(unheard, OPERATOR)).rejects.toThrow('no_room');
    expect(await users.anyOf('unheard')).toBeUndefined();
  });

  test('is written down only when it is done', async () => {
    const user = await userFrom({ login: 'undone', password: PASSWORD, roles }, passwords);
    const undone = dataSource.transaction(async (manager) => {
      await storeUser(manager, user, OPERATOR);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const noted = await dataSource.getRepository(UserChangeEntity).countBy({ login: 'undone' });
    expect(noted).toBe(0);
  });

  test.each([
    ['UPDATE', "UPDATE identity.user_change SET kind = 'enabled'"],
    ['DELETE', 'DELETE FROM identity.user_change'],
    ['TRUNCATE', 'TRUNCATE identity.user_change'],
  ])('stays as it is: %s is refused, to the owner of the table too', async (operation, sql) => {
    await expect(dataSource.query(sql)).rejects.toThrow(
      `user changes are append-only: ${operation} refused`,
    );
    await expect(
      dataSource.query(`SET session_replication_role = replica; ${sql}`),
    ).rejects.toThrow('append-only');
  });

  test('comes in pages, each change once', async () => {
    const first = await lists.changes('wang', { limit: 4 });
    const second = await lists.changes('wang', { limit: 4, after: first.next! });
    expect([...first.items, ...second.items].map(({ change }) => change)).toEqual(
      (await lists.changes('wang', {})).items.map(({ change }) => change),
    );
    expect([first.items.length, second.items.length, second.next]).toEqual([4, 2, null]);
    const after = Buffer.from('["x"]').toString('base64url');
    await expect(lists.changes('wang', { after })).rejects.toMatchObject({
      code: 'bad-cursor',
      details: { errors: [{ pointer: '/after', in: 'query' }] },
    });
    await expect(lists.changes('nobody', {})).rejects.toMatchObject({ code: 'unknown-user' });
  });
});

describe('the users', () => {
  test('come by login, in pages', async () => {
    const first = await lists.users({ limit: 2 });
    const second = await lists.users({ limit: 2, after: first.next! });
    expect([...first.items, ...second.items].map(({ login }) => login)).toEqual([
      'operator',
      'still',
      'wang',
    ]);
    expect(second.next).toBeNull();
    expect(second.items).toEqual([
      { login: 'wang', employee: 'E-1', roles: ['dispatcher', 'hotline'], disabledAt: null },
    ]);
  });

  test.each([
    [{ status: 'disabled' as const }, ['still']],
    [{ status: 'enabled' as const }, ['operator', 'wang']],
    [{ role: 'hotline' as const }, ['still', 'wang']],
    [{ role: 'hotline' as const, status: 'enabled' as const }, ['wang']],
    [{ employee: 'E-1' }, ['wang']],
    [{ employee: 'E-2' }, []],
  ])('of %j are %j', async (which, logins) => {
    expect((await lists.users(which)).items.map(({ login }) => login)).toEqual(logins);
  });
});
