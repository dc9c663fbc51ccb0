import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { oneAtATime, WAITING } from './one-at-a-time.js';

let server: Server;

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A connection to a server that works so. */
async function connected(work: RequestListener) {
  server = createServer(oneAtATime(work)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

const asking = (count: number, more = '') =>
  Array.from({ length: count }, (_, i) => `GET /${i} HTTP/1.1\r\nHost: x\r\n${more}\r\n`).join('');

const rounds = (count: number) =>
  Array.from({ length: count }).reduce<Promise<unknown>>(
    (before) => before.then(() => new Promise((resolve) => setImmediate(resolve))),
    Promise.resolve(),
  );

/** The bodies of answers, which name the path that was asked for. */
const answered = (answers: string) => [...answers.matchAll(/^<(.*?)>/gm)].map(([, path]) => path);

const paths = (count: number) => Array.from({ length: count }, (_, i) => `/${i}`);

describe('requests that are sent ahead on one connection', () => {
  test('are worked on one after the other, each in a round of its own', async () => {
    let [now, most, round] = [0, 0, 0];
    const begunIn: number[] = [];
    const socket = await connected((request, response) => {
      most = Math.max(most, ++now);
      begunIn.push(round);
      response.once('close', () => now--);
      response.end(`<${request.url}>\n`);
    });
    const tick = () => {
      round++;
      if (socket.readable) setImmediate(tick);
    };
    setImmediate(tick);
    socket.write(asking(WAITING + 1));
    expect(answered(await text(socket))).toEqual(paths(WAITING + 1));
    expect(most).toBe(1);
    expect(new Set(begunIn).size).toBe(begunIn.length);
  });

  test('are answered in their order on a connection that stays, as long as they are few', async () => {
    const socket = await connected((request, response) => {
      setImmediate(() => response.end(`<${request.url}>\n`));
    });
    let got = '';
    socket.setEncoding('utf8').on('data', (piece: string) => (got += piece));
    for (const _ of [1, 2, 3]) {
      got = '';
      socket.write(asking(WAITING - 1));
      while (answered(got).length < WAITING - 1) await once(socket, 'data');
      expect(answered(got)).toEqual(paths(WAITING - 1));
      expect(got).not.toContain('Connection: close');
    }
    socket.destroy();
  });

  test('are not begun beyond the ninth, whose answer says so and ends the connection', async () => {
    const begun: string[] = [];
    const socket = await connected((request, response) => {
      begun.push(request.url!);
      response.end(`<${request.url}>\n`);
    });
    socket.write(asking(1000));
    const answers = await text(socket);
    expect(answered(answers)).toEqual(paths(WAITING + 1));
    expect(answers.match(/Connection: close/g)).toHaveLength(1);
    expect(answers.indexOf('Connection: close')).toBeGreaterThan(
      answers.indexOf(`</${WAITING - 1}>`),
    );
    expect(begun).toEqual(paths(WAITING + 1));
  });

  test('are not read on and on while the first is worked on', async () => {
    let read = 0;
    const socket = await connected(() => undefined);
    server.on('request', () => read++);
    const ahead = asking(1000, `X: ${'x'.repeat(1000)}\r\n`);
    for (let sent = 0; sent < 40; sent++) socket.write(ahead);
    while (read === 0) await rounds(1);
    await rounds(200);
    expect(read).toBeLessThan(2000);
    socket.destroy();
  });

  test('wait while the client reads no answer, and for nobody once it has gone', async () => {
    const begun: string[] = [];
    const large = Buffer.alloc(32 * 1024 * 1024, 'x');
    const socket = await connected((request, response) => {
      begun.push(request.url!);
      response.end(large);
    });
    socket.pause().write(asking(WAITING));
    while (begun.length === 0) await rounds(1);
    await rounds(200);
    expect(begun).toEqual(['/0']);
    const [served] = await new Promise<[number]>((resolve) => {
      socket.once('close', () => server.getConnections((_, count) => resolve([count])));
      socket.destroy();
    });
    expect(served).toBeLessThanOrEqual(1);
    await rounds(200);
    expect(begun).toEqual(['/0']);
  });
});
