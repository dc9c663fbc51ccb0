import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Client } from '@app/postgres';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Users } from '../users/users.js';
import { Passwords } from '../users/passwords.js';
import { identityEntities } from '../persistence.js';
import { ActiveStaff } from '../staff.js';
import { makeOperator, OPERATOR } from '../testing/operator.js';
import { Acquaintances } from './acquaintances.js';
import { Sessions } from './sessions.js';
import { SignInLimit } from './sign-in-limit.js';
import { SigningKey } from './signing-key.js';
import { Tokens } from './tokens.js';

let database: TestDatabase;
let dataSource: DataSource;
let users: Users;
let sessions: Sessions;

/** As an installation has them. */
const costly = new Passwords({ dataDir: '.' });
const passwords = new Passwords({ dataDir: '.', passwordCost: 10 });

const newKey = () => new SigningKey(dataSource, { dataDir: '.' });
const newLimit = () => new SignInLimit(new Acquaintances(dataSource, newKey()));

function sessionsWith(passwords: Passwords): Sessions {
  const tokens = new Tokens(newKey());
  const staff = new ActiveStaff(listedStaff);
  return new Sessions(users, tokens, newLimit(), staff, passwords);
}

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    extra: { Client },
    entities: identityEntities,
  }).initialize();
  users = new Users(dataSource, passwords);
  await makeOperator(dataSource);
  sessions = sessionsWith(passwords);
  const roles = ['hotline'] as const;
  const password = 'correct horse';
  await users.create({ login: 'wang', password, employee: 'E-1', roles }, OPERATOR);
}, 60_000);

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** A staff list of one. */
const listedStaff = new StatedContexts((stream) => ({
  status: stream === 'employee-E-1' ? 'active' : 'none',
}));

describe('signing in', () => {
  test('gives a token for twelve hours, with the roles and the employee', async () => {
    const { token, expiresAt, ...rest } = await sessions.signIn(
      'WANG',
      'correct horse',
      '10.0.0.1',
    );
    expect(rest).toEqual({ roles: ['hotline'], employee: 'E-1' });
    expect(token.split('.')).toHaveLength(3);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(11.9 * 3_600_000);
  });

  test('answers an unknown login, a wrong password, a disabled user and one who has left alike', async () => {
    const made = { password: 'correct horse', roles: ['hotline'] } as const;
    await users.create({ ...made, login: 'gone' }, OPERATOR);
    await users.disable('gone', OPERATOR);
    await users.create({ ...made, login: 'left', employee: 'E-2' }, OPERATOR);
    const refusals = await Promise.all(
      [
        ['nobody', 'x'],
        ['wang', 'x'],
        ['gone', 'correct horse'],
        ['left', 'correct horse'],
      ].map(([login, password]) =>
        sessions.signIn(login!, password!, '10.0.0.2').catch((error: unknown) => error),
      ),
    );
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ status: 401, code: 'sign-in-failed' });
      expect(refusal).toEqual(refusals[0]);
    }
  });

  test('takes as long for an unknown login as for a wrong password', async () => {
    const password = 'correct horse';
    const roles = ['hotline'] as const;
    await new Users(dataSource, costly).create({ login: 'costly', password, roles }, OPERATOR);
    const sessions = sessionsWith(costly);
    const time = async (login: string) => {
      const start = process.cpuUsage();
      await sessions.signIn(login, 'wrong', '10.0.0.3').catch(() => undefined);
      return process.cpuUsage(start).user;
    };
    const [unknown, wrong] = [await time('nobody'), await time('costly')];
    expect(unknown).toBeGreaterThan(wrong / 3);
  });

  test('is refused for a while after ten failures from one address, even with the right password', async () => {
    const limit = newLimit();
    for (let failure = 1; failure <= 10; failure++) await limit.enter('guessed', '10.0.1.1');
    await expect(limit.enter('guessed', '10.0.1.1')).rejects.toMatchObject({
      status: 429,
      code: 'too-many-attempts',
      details: {
        headers: { 'Retry-After': expect.stringMatching(/^(900|8\d\d)$/) },
        says: {
          zh: '尝试次数过多，请 15 分钟后再试',
          en: 'too many attempts; try again in 15 minutes',
        },
      },
    });
    await expect(limit.enter('another', '10.0.1.1')).resolves.toMatchObject({ rank: 'stranger' });
    await expect(limit.enter('guessed', '10.0.1.2')).resolves.toMatchObject({ rank: 'stranger' });
  });

  test.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9'],
    ['2001:DB8:1:2::', '2001:0db8:0001:2:3:4:5:6'],
    ['::1', '::2'],
    ['::ffff:10.0.1.3', '10.0.1.3'],
  ])('takes %s and %s for one address', async (one, other) => {
    const limit = newLimit();
    for (let failure = 1; failure <= 10; failure++)
      await limit.enter('guessed', failure % 2 ? one : other);
    await expect(limit.enter('guessed', other)).rejects.toMatchObject({ status: 429 });
  });

  test.each([
    ['2001:db8:1:2::1', '2001:db8:1:3::1'],
    ['::ffff:10.0.1.3', '::ffff:10.0.1.4'],
  ])('tells %s from %s', async (one, other) => {
    const limit = newLimit();
    for (let failure = 1; failure <= 10; failure++) await limit.enter('guessed', one);
    await expect(limit.enter('guessed', other)).resolves.toMatchObject({ rank: 'stranger' });
  });

  test('by strangers from everywhere is refused in the end, but not where its owner has signed in before', async () => {
    const limit = newLimit();
    await limit.enter('besieged', '10.0.2.200');
    await limit.succeeded('besieged', '10.0.2.200');
    const entered = await Promise.allSettled(
      Array.from({ length: 300 }, (_, guess) => limit.enter('besieged', `10.0.2.${guess % 150}`)),
    );
    expect(entered.filter(({ status }) => status === 'fulfilled')).toHaveLength(100);
    await expect(limit.enter('besieged', '10.0.3.1')).rejects.toMatchObject({ status: 429 });
    const known = limit.enter('besieged', '10.0.2.200');
    await expect(known).resolves.toMatchObject({ rank: 'acquainted' });
    await expect(limit.enter('another', '10.0.3.1')).resolves.toMatchObject({ rank: 'stranger' });
  });

  test('lets no more than ten guesses at one login through when they come side by side from one address', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 24 }, () =>
        sessions
          .signIn('besieged', 'wrong', '10.0.2.1')
          .catch(({ code }: { code: string }) => code),
      ),
    );
    expect(guesses.filter((code) => code === 'sign-in-failed')).toHaveLength(10);
    expect(guesses.filter((code) => code === 'too-many-attempts')).toHaveLength(14);
  }, 30_000);

  test('compares no password once nobody waits for the answer', async () => {
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(sessions.signIn('wang', 'correct horse', '10.0.0.9', gone)).rejects.toThrow(
      'gone',
    );
  });

  test('counts no attempt as a failure whose password was not compared', async () => {
    for (let attempt = 1; attempt <= 12; attempt++) {
      const gone = AbortSignal.abort(new Error('gone'));
      await expect(sessions.signIn('wang', 'x', '10.0.0.10', gone)).rejects.toThrow('gone');
    }
    await expect(sessions.signIn('wang', 'correct horse', '10.0.0.10')).resolves.toBeDefined();
  });

  test('by strangers, and in vain, does not keep its owner from changing the password', async () => {
    const limit = newLimit();
    for (let failure = 1; failure <= 10; failure++) await limit.enter('wang', '10.0.0.7');
    await expect(limit.enter('wang', '10.0.0.7')).rejects.toMatchObject({ status: 429 });
    for (let own = 1; own <= 10; own++) await limit.confirm('wang');
    await expect(limit.confirm('wang')).rejects.toMatchObject({ status: 429 });
  });

  test('forgets the failures of a login at the address where it succeeds', async () => {
    const limit = newLimit();
    for (let failure = 1; failure <= 10; failure++) await limit.enter('wang', '10.0.0.6');
    await limit.succeeded('wang', '10.0.0.6');
    await expect(limit.enter('wang', '10.0.0.6')).resolves.toMatchObject({ rank: 'acquainted' });
  });

  test('is refused for a while after sixty attempts from one address', async () => {
    const limit = newLimit();
    for (let attempt = 1; attempt <= 60; attempt++)
      await limit.enter(`login${attempt}`, '10.0.0.5');
    await expect(limit.enter('one-more', '10.0.0.5')).rejects.toMatchObject({ status: 429 });
  });
});

describe('a password', () => {
  test('is kept as a scrypt hash in PHC form, with a salt of its own', async () => {
    const one = await costly.hash('空调');
    const other = await costly.hash('空调');
    expect(one).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(other);
    await expect(costly.isOf(one, '空调')).resolves.toBe(true);
    await expect(costly.isOf(one, '空週')).resolves.toBe(false);
  });

  test("is nobody's when it is compared with the hash of no user", async () => {
    await expect(costly.isOf(costly.nobodys, '')).resolves.toBe(false);
  });
});
