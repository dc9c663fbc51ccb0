import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment, type Environment } from './environment.js';
import { httpSettingsOf } from './http-settings.js';
import { eventStoreDbOf } from './store/event-store-db-settings.js';

const ONLY_THERE = /EVENTSTOREDB_URL.* EVENT_STORE=eventstoredb/;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'service-centre-environment-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the settings', () => {
  test('have a default each, which nobody else can reach', () => {
    expect(readEnvironment({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      ROLES: 'api,worker',
      DATA_DIR: '.data',
      LOG_LEVEL: 'log',
    });
    expect(readEnvironment({}).DATABASE_URL).toBeUndefined();
  });

  test('take a port as text', () => {
    expect(readEnvironment({ PORT: '8080' }).PORT).toBe(8080);
  });

  test('take a time with its zone', () => {
    const { CLOCK } = readEnvironment({ CLOCK: '2026-03-02T07:00:00+08:00' });
    expect(CLOCK).toBe('2026-03-01T23:00:00.000Z');
    expect(readEnvironment({ NODE_ENV: 'production' }).CLOCK).toBeUndefined();
  });

  test('take a mail server, of whatever name, with a user', () => {
    for (const SMTP_URL of ['smtp://mail:2525', 'smtps://user:secret@mail.example.com'])
      expect(readEnvironment({ SMTP_URL, MAIL_FROM: 'a@mail' })).toMatchObject({ SMTP_URL });
  });

  test('read a secret from the file that is named, without its line break', () => {
    const file = join(folder, 'url');
    writeFileSync(file, 'postgres://somewhere/db\n');
    expect(readEnvironment({ DATABASE_URL_FILE: file }).DATABASE_URL).toBe(
      'postgres://somewhere/db',
    );
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a port that is none', { PORT: 'http' }, /PORT/],
    ['a port that is too large', { PORT: '70000' }, /PORT/],
    ['another kind of database', { DATABASE_URL: 'mysql://x' }, /postgres:\/\//],
    ['an unknown store', { EVENT_STORE: 'files' }, /EVENT_STORE must be postgres or eventstoredb/],
    ['EventStoreDB without its address', { EVENT_STORE: 'eventstoredb' }, /EVENTSTOREDB_URL/],
    ['an address of EventStoreDB without that store', { EVENTSTOREDB_URL: 'esdb://a' }, ONLY_THERE],
    [
      'an address of EventStoreDB beside the other store',
      { EVENT_STORE: 'postgres', EVENTSTOREDB_URL: 'esdb://a' },
      ONLY_THERE,
    ],
    ['a mail server that is none', { SMTP_URL: 'https://mail' }, /SMTP_URL must be/],
    ['a sender without an address', { MAIL_FROM: 'centre' }, /MAIL_FROM must be/],
    ['a short password', { OPERATOR_PASSWORD: 'short' }, /OPERATOR_PASSWORD/],
    [
      'a secret file that is not there',
      { OPERATOR_PASSWORD_FILE: '/nowhere/at/all' },
      /OPERATOR_PASSWORD_FILE/,
    ],
    ['an unknown role', { ROLES: 'api,clerk' }, /ROLES must be api, worker, or api,worker/],
    ['a time that is none', { CLOCK: '2026-02-30T07:00:00Z' }, /CLOCK must be an instant/],
    [
      'a clock to be set, in production',
      { CLOCK: '2026-03-02T07:00:00+08:00', NODE_ENV: 'production' },
      /CLOCK 用于演示和试用.* \/ CLOCK is for trying out, and refused in production/,
    ],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
  ])('refuse %s', (_, variables, message) => {
    expect(() => readEnvironment(variables)).toThrow(message);
  });

  test.each<[string, string, Record<string, string>]>([
    ['DATABASE_URL', 'postgres://hunter2', {}],
    ['OPERATOR_PASSWORD', 'hunter2-hunter2', {}],
    ['EVENTSTOREDB_URL', 'esdb://hunter2', { EVENT_STORE: 'eventstoredb' }],
  ])('refuse %s beside its file, and take an empty one for none', (name, value, others) => {
    const file = join(folder, 'secret');
    writeFileSync(file, value);
    const read = (beside: string) =>
      readEnvironment({ ...others, [name]: beside, [`${name}_FILE`]: file });
    expect(() => read(value)).toThrow(`${name} and ${name}_FILE are both set`);
    expect(() => read(value)).toThrow(/^(?!.*hunter2)/);
    expect(read('')).toMatchObject({ [name]: value });
    expect(readEnvironment({ ...others, [name]: value, [`${name}_FILE`]: '' })).toMatchObject({
      [name]: value,
    });
  });

  test.each<[string, string]>([
    ['DATABASE_URL_FILE', ''],
    ['OPERATOR_PASSWORD_FILE', ' \n'],
    ['EVENTSTOREDB_URL_FILE', '\n'],
  ])('refuse a %s that holds nothing, which is not the same as none', (name, content) => {
    const file = join(folder, 'empty');
    writeFileSync(file, content);
    expect(() => readEnvironment({ [name]: file })).toThrow(`${name}: ${file} is empty`);
  });

  test.each<[string, (environment: Environment) => unknown]>([
    ['TOKEN_SECRET_FILE', httpSettingsOf],
    ['EVENTSTOREDB_CA_FILE', eventStoreDbOf],
    ['EVENTSTOREDB_CREDENTIALS_FILE', eventStoreDbOf],
  ])('refuse a %s that holds nothing when it is used', (name, settingsOf) => {
    const file = join(folder, 'empty');
    writeFileSync(file, '\n');
    const store = { EVENT_STORE: 'eventstoredb', EVENTSTOREDB_URL: 'esdb://a' };
    const environment = readEnvironment({ ...store, [name]: file });
    expect(() => settingsOf(environment)).toThrow(`${name}: ${file} is empty`);
  });

  test.each<[Record<string, string>, string]>([
    [{ PORT: 'abc' }, 'PORT must be an integer number'],
    [{ PORT: '70000' }, 'PORT must not be greater than 65535'],
    [{ PORT: '-1', LOG_LEVEL: 'loud' }, 'PORT must not be less than 0; LOG_LEVEL must be one of'],
    [{ EVENT_STORE: 'eventstoredb' }, 'EVENTSTOREDB_URL is missing: '],
  ])('say of %j only what is wrong with it', (variables, message) => {
    const said = messageOf(variables);
    expect(said.startsWith(message)).toBe(true);
    expect(said.split('; ')).toHaveLength(Object.keys(variables).length);
  });

  test('never quote a secret that they refuse', () => {
    expect(() => readEnvironment({ OPERATOR_PASSWORD: 'hunter2' })).toThrow(/^(?!.*hunter2)/);
  });
});

function messageOf(variables: Record<string, string>): string {
  try {
    readEnvironment(variables);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the settings were taken');
}
