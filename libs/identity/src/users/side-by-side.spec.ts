import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Client } from '@app/postgres';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { identityEntities } from '../persistence.js';
import { Passwords } from './passwords.js';
import { cheap, makeOperator, OPERATOR } from '../testing/operator.js';
import { UserLists } from './user-lists.js';
import { Users } from './users.js';

/* What several people do to users at the same moment, each on what they saw before. */

let database: TestDatabase;
let dataSource: DataSource;
let users: Users;

const PASSWORD = 'correct horse';
const roles = ['operator'] as const;
const changer = (login: string) => ({ login, id: `user:${login}`, role: 'operator' });

const connect = (poolSize = 10) =>
  new DataSource({
    type: 'postgres',
    url: database.url,
    extra: { Client },
    entities: identityEntities,
    poolSize,
  }).initialize();

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await connect();
  users = new Users(dataSource, slow);
  await makeOperator(dataSource);
  for (const login of ['ann', 'bob', 'cid', 'dan', 'eve']) {
    await users.create({ login, password: PASSWORD, roles }, OPERATOR);
  }
}, 60_000);

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** Who hashes for so long has checked before anybody else has written. */
const slow = new Passwords({ dataDir: '.', passwordCost: 16 });

const kinds = async (login: string) =>
  (await new UserLists(dataSource).changes(login, {})).items.map(({ kind }) => kind);

test('of several who change a password that they know one succeeds', async () => {
  const ends = await Promise.allSettled(
    ['first', 'second', 'third'].map((word) =>
      users.changePassword('ann', `the ${word} password`, changer('ann'), PASSWORD),
    ),
  );
  const refused = ends.filter((end) => end.status === 'rejected');
  expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual([
    'wrong-password',
    'wrong-password',
  ]);
  const won = ['first', 'second', 'third'][ends.findIndex(({ status }) => status === 'fulfilled')];
  const { password } = (await users.anyOf('ann'))!;
  expect(await cheap.isOf(password, `the ${won} password`)).toBe(true);
  expect(await kinds('ann')).toEqual(['password-changed', 'created']);
}, 20_000);

test('a password that is reset meanwhile is not changed by who knew the one before', async () => {
  const [changed, reset] = await Promise.allSettled([
    users.changePassword('bob', 'a password of mine', changer('bob'), PASSWORD),
    users.changePassword('bob', 'a password of theirs', OPERATOR),
  ]);
  expect(reset.status).toBe('fulfilled');
  expect(changed).toMatchObject({ reason: { code: 'wrong-password' } });
  expect(await kinds('bob')).toEqual(['password-reset', 'created']);
}, 20_000);

test('two operators who disable each other leave one', async () => {
  const ends = await Promise.allSettled([
    users.disable('cid', changer('dan')),
    users.disable('dan', changer('cid')),
  ]);
  const refused = ends.filter((end) => end.status === 'rejected');
  expect(refused).toMatchObject([{ reason: { code: 'token-invalid' } }]);
  const both = await Promise.all(['cid', 'dan'].map((login) => users.anyOf(login)));
  expect(both.filter((user) => user?.disabledAt === null)).toHaveLength(1);
});

test('whoever was shut out, or lost the role, changes no user any more', async () => {
  await users.changeRoles('eve', ['hotline'], OPERATOR);
  const mayNot = { code: 'role-may-not' };
  await expect(users.disable('ann', changer('eve'))).rejects.toMatchObject(mayNot);
  await users.disable('eve', OPERATOR);
  const ended = { code: 'token-invalid' };
  const made = { login: 'fay', password: PASSWORD, roles };
  await expect(users.create(made, changer('eve'))).rejects.toMatchObject(ended);
  await expect(users.enable('eve', changer('eve'))).rejects.toMatchObject(ended);
  await expect(users.changeRoles('ann', roles, changer('eve'))).rejects.toMatchObject(ended);
  const reset = users.changePassword('ann', PASSWORD, changer('eve'));
  await expect(reset).rejects.toMatchObject(ended);
  expect(await users.anyOf('fay')).toBeUndefined();
});

test('who asks for a user while it changes gets it, and the next one as it is then', async () => {
  const single = await connect(1);
  const one = new Users(single, cheap);
  const changing = one.changeRoles('ann', ['operator', 'auditor'], OPERATOR);
  const asked = await one.enabled('ann');
  await changing;
  expect(asked?.login).toBe('ann');
  expect((await one.enabled('ann'))?.roles).toEqual(['operator', 'auditor']);
  await single.destroy();
});
