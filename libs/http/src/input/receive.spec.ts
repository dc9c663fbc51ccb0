import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { receive } from './receive.js';
import { Room, SMALL } from './room.js';
import { nextEventLoopTurn } from './event-loop-turn.js';

const room = new Room(1024 * 1024);
const server = createServer();
const body = 'x'.repeat(SMALL + 1);

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => void server.close());

/** Sends a large body whole, while so many others wait for their turn. */
async function sent(ahead: number) {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  const [request, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  const waiting = Array.from({ length: ahead }, nextEventLoopTurn);
  const place = room.placeOf(response);
  return { socket, waiting, received: receive(request, response, { limit: 100_000, place }) };
}

test('a large body is handed over in its turn', async () => {
  const { socket, waiting, received } = await sent(10);
  let others = 0;
  for (const other of waiting) void other.then(() => others++);
  expect(String(await received)).toBe(body);
  expect(others).toBe(10);
  socket.destroy();
});

test('and not to anybody when its sender has gone before that', async () => {
  const { socket, received } = await sent(20_000);
  socket.resetAndDestroy();
  await expect(received).rejects.toMatchObject({ code: 'request-aborted' });
});
