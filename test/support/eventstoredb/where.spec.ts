import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';

/** What `npm run test:esdb` says before its tests. */
function said(url?: string) {
  const env = { PATH: process.env['PATH'], ...(url !== undefined && { ESDB_URL: url }) };
  const where = 'test/support/eventstoredb/where.mjs';
  const { status, stdout, stderr } = spawnSync(process.execPath, [where], { env });
  return { status, out: stdout.toString(), errors: stderr.toString() };
}

describe('where the tests for EventStoreDB run', () => {
  test('is the double where no server is named, and else the server, without its password', async () => {
    expect(said()).toMatchObject({ status: 0, out: expect.stringMatching(/the protocol double/) });
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { status, out } = said(`esdb://o:hunter2@127.0.0.1:1,${host}?tls=false`);
    server.close();
    expect([status, out]).toEqual([0, expect.stringContaining(`127.0.0.1:1,${host}`)]);
    expect(out).not.toContain('hunter2');
  });

  test.each([
    ['esdb://o:hunter2@127.0.0.1:1', /^nobody answers at ESDB_URL \(connect ECONNREFUSED.*\)\n$/],
    ['esdb://o:hunter2@no.invalid', /^nobody answers at ESDB_URL \(.*no\.invalid\)\n$/],
    ['http://o:hunter2@localhost', /^ESDB_URL must look like esdb:.*\n$/],
  ])('is nowhere at %s', (url, words) => {
    const { status, errors } = said(url);
    expect([status, errors]).toEqual([1, expect.stringMatching(words)]);
    expect(errors).not.toContain('hunter2');
  });
});
