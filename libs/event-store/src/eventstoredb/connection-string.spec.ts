import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { StoreUnfit } from '../errors.js';
import { addressOf } from './connection-string.js';
import { Connection } from './connection.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'service-centre-address-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PATIENCE = { appendTimeoutMs: 100, readTimeoutMs: 100 };

describe('a connection string', () => {
  test.each([
    ['esdb://localhost:2113?tls=false', 'esdb://localhost:2113?tls=false', 'localhost:2113'],
    ['esdb://ops:s%3Acret@a:1,b:2,c:3?tls=true', 'esdb://a:1,b:2,c:3?tls=true', 'a:1,b:2,c:3'],
    ['esdb+discover://ops:p@cluster:2113/', 'esdb+discover://cluster:2113', 'cluster:2113'],
  ])('%s names its hosts, and goes to the client without credentials', (given, kept, hosts) => {
    expect(addressOf({ connectionString: given })).toMatchObject({ connectionString: kept, hosts });
  });

  test('has credentials in it, or beside it, which come first', () => {
    const connectionString = 'esdb://ops:s%3Acr%40t@a:1';
    expect(addressOf({ connectionString }).credentials).toEqual({
      username: 'ops',
      password: 's:cr@t',
    });
    const credentials = { username: 'me', password: 'mine' };
    expect(addressOf({ connectionString, credentials }).credentials).toEqual(credentials);
  });

  test('takes the authority of a file, where there is TLS', () => {
    const caFile = join(folder, 'ca.crt');
    writeFileSync(caFile, rootCertificates[0]!);
    const address = addressOf({ connectionString: 'esdb://o:p@a:1', caFile });
    expect(address.connectionString).toBe(`esdb://a:1?tlsCAFile=${encodeURIComponent(caFile)}`);
  });

  test.each<[string, string, string | undefined, RegExp]>([
    ['another scheme', 'http://hunter2@a', undefined, /must look like esdb:/],
    ['two names to discover', 'esdb+discover://o:hunter2@a,b', undefined, /takes one name/],
    ['TLS without credentials', 'esdb://a:2113', undefined, /needs credentials/],
    [
      'a check that cannot be switched off',
      'esdb://o:hunter2@a?tlsVerifyCert=false',
      undefined,
      /CA file/,
    ],
    [
      'answers that hide versions',
      'esdb://a?tls=false&throw_on_append_failure=false',
      undefined,
      /hides/,
    ],
    [
      'seconds for milliseconds',
      'esdb://a?tls=false&keepAliveInterval=10',
      undefined,
      /milliseconds/,
    ],
    [
      'another node than the leader',
      'esdb://a,b?tls=false&nodePreference=read_only_replica',
      undefined,
      /no effect/,
    ],
    ['an authority for no TLS', 'esdb://a?tls=false', '/etc/ca.crt', /says nothing/],
    ['an authority that is not there', 'esdb://o:hunter2@a', '/nowhere/ca.crt', /no CA file/],
    ['an authority that is no PEM', 'esdb://o:hunter2@a', 'LICENSE', /no certificate.* LICENSE/],
    ['such a one in it', 'esdb://o:hunter2@a?tlsCaFile=LICENSE', undefined, /no certificate/],
    ['a port that cannot be', 'esdb://o:hunter2@a:1,b:99999', undefined, /99999 is no port/],
    ['a bare percent sign', 'esdb://o:hunter2%@a', undefined, /percent-encoded/],
    ['port 0', 'esdb://o:hunter2@a:0', undefined, /0 is no port/],
    ['a word for a port', 'esdb://o:hunter2@a:x', undefined, /x is no port/],
  ])('is refused with %s, and not quoted', (_, connectionString, caFile, message) => {
    const made = () => addressOf({ connectionString, ...(caFile !== undefined && { caFile }) });
    expect(made).toThrow(StoreUnfit);
    expect(made).toThrow(message);
    expect(made).toThrow(/^(?!.*hunter2)/);
  });

  test('is not printed with its password, whatever the client makes of it', () => {
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const open = (connectionString: string) =>
      new Connection(addressOf({ connectionString }), PATIENCE);
    open('esdb://ops:hunter2@a:1?tls=false&colour=blue');
    const printed = warned.mock.calls.join('\n');
    warned.mockRestore();
    expect(printed).toMatch(/colour/);
    expect(printed).not.toMatch(/hunter2/);
    const half = 'esdb://ops:hunter2@a:1?userCertFile=LICENSE';
    expect(() => open(half)).toThrow(/^the connection string cannot be used.*go together/);
    const unknown = 'esdb://ops:hunter2@a:1?tls=false&nodePreference=best';
    expect(() => open(unknown)).toThrow(/^the connection string cannot be used/);
    expect(() => open(unknown)).toThrow(/^(?!.*hunter2)/);
  });
});
