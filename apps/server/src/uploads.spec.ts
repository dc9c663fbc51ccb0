import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Problem } from '@app/http';
import { send, startTestServer, type Answer, type TestServer } from './testing/test-client.js';

const MIB = 1024 * 1024;

const DEPART = '/api/v1/tickets/T-1/depart';

/** What a PNG begins with; the service looks no further. */
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const LARGEST = Buffer.concat([PNG, Buffer.alloc(5 * MIB - PNG.length, 1)]);

let service: TestServer;
let technician: string;
const sockets = new Set<Socket>();

beforeAll(async () => {
  service = await startTestServer();
  technician = await service.token('technician');
}, 60_000);

afterEach(hangUp);
afterAll(() => service?.stop());

function dial(): Socket {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
  sockets.add(socket);
  return socket;
}

/** Ends every connection, and waits until the server has ended it too. */
async function hangUp(): Promise<void> {
  const ended = [...sockets].map(async (socket) => {
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.resume().end();
    if (!socket.closed) await closed;
  });
  sockets.clear();
  await Promise.all(ended);
}

/** The head of a request whose body is still to come. */
function headOf(path: string, ...headers: string[]): string {
  return [`POST ${path} HTTP/1.1`, 'Host: x', ...headers, '', ''].join('\r\n');
}

const png = (...headers: string[]) =>
  headOf('/api/v1/files', 'Content-Type: image/png', ...headers);
const signed = () => `Authorization: Bearer ${technician}`;
const ofLength = (bytes: number) => `Content-Length: ${bytes}`;

/** What comes back, once it ends as is expected. */
async function hear(socket: Socket, expected: RegExp): Promise<string> {
  let heard = '';
  for await (const piece of socket.iterator({ destroyOnReturn: false })) {
    heard += String(piece);
    if (expected.test(heard)) return heard;
  }
  throw new Error(`the server hung up after ${JSON.stringify(heard)}`);
}

function say(socket: Socket, bytes: string | Buffer, expected = /\}$/): Promise<string> {
  socket.write(bytes);
  return hear(socket, expected);
}

/** Senders who hold back what comes behind `sent` of their bodies, once the server has heard of them all. */
async function holdBack(count: number, head: string, sent: Buffer[] = []): Promise<Socket[]> {
  const senders = Array.from({ length: count }, dial);
  const waiting = head.replace('\r\n', '\r\nExpect: 100-continue\r\n');
  await Promise.all(
    senders.map(async (socket) => {
      await say(socket, waiting, /100 Continue\r\n\r\n/);
      for (const piece of sent) await new Promise((done) => socket.write(piece, done));
    }),
  );
  return senders;
}

const upload = (body = LARGEST, headers = {}) =>
  send(`${service.url}/api/v1/files`, {
    token: technician,
    body,
    headers: { 'Content-Type': 'image/png', ...headers },
  });

/** The first answer of that status: the server may still be finding out who the others are, or that they are gone. */
async function until<Body>(
  status: number,
  ask: () => Promise<Answer<Body>>,
): Promise<Answer<Body>> {
  for (;;) {
    const answer = await ask();
    if (answer.status === status) return answer;
  }
}

describe('who may not store a file is told so before the body comes', () => {
  test('without a token, and the connection can be used on', async () => {
    const socket = dial();
    const refusal = await say(socket, png(ofLength(LARGEST.length)));
    expect(refusal).toContain('HTTP/1.1 401 ');
    expect(refusal).toContain('"code":"token-missing"');
    socket.write(LARGEST);
    const next = 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n';
    expect(await say(socket, next)).toContain('HTTP/1.1 200 ');
  });

  test('in a role that stores none', async () => {
    const socket = dial();
    const auditor = `Authorization: Bearer ${await service.token('auditor')}`;
    const refusal = await say(socket, png(auditor, ofLength(LARGEST.length)));
    expect(refusal).toContain('HTTP/1.1 403 ');
  });
});

/** All but the last byte of the largest file, as it comes in each of the three ways. */
const almost = LARGEST.subarray(0, -1);
const inChunk = [Buffer.from(`${LARGEST.length.toString(16)}\r\n`), almost];
const stored = gzipSync(LARGEST, { level: 0 });

/**
 * Files that come in until there is no room for another. One that is stored meanwhile may have been
 * in the place of a sender's, who was refused for it.
 */
async function noMoreRoom(head: string, sent: Buffer[]): Promise<Answer<Problem>> {
  await holdBack(11, head, sent);
  for (;;) {
    await holdBack(1, head, sent);
    const answer = await upload(LARGEST, { 'Accept-Language': 'en' });
    if (answer.status !== 201) return answer;
  }
}

describe('while as many files come in as the server has room for, another is told to come again', () => {
  test.each<[string, () => string[], Buffer[]]>([
    ['of a declared length', () => [ofLength(5 * MIB)], [almost]],
    ['in chunks', () => ['Transfer-Encoding: chunked'], inChunk],
    [
      'compressed',
      () => ['Content-Encoding: gzip', ofLength(stored.length)],
      [stored.subarray(0, -100)],
    ],
  ])('%s', async (_, headers, sent) => {
    const { status, headers: answered, body } = await noMoreRoom(png(signed(), ...headers()), sent);
    expect([status, body.code, answered.get('retry-after')]).toEqual([503, 'intake-full', '1']);
    expect(body.detail).toMatch(/^too much is being received at once/);
    expect((await upload(PNG)).status).toBe(201);
    await hangUp();
    await until(201, upload);
  });

  test('and there is room again once one has been stored', async () => {
    const head = png(signed(), ofLength(5 * MIB));
    const [sender] = await holdBack(1, head, [almost]);
    expect((await upload(PNG)).status).toBe(201);
    expect((await noMoreRoom(head, [almost])).status).toBe(503);
    expect(await say(sender!, LARGEST.subarray(-1))).toContain('HTTP/1.1 201 ');
    await until(201, upload);
  });
});

describe('whoever announces much and sends little takes no room', () => {
  test('of files, though signed in', async () => {
    await holdBack(40, png(signed(), ofLength(5 * MIB)), [PNG]);
    expect((await upload()).status).toBe(201);
  });

  test('of large JSON bodies', async () => {
    const json = headOf(DEPART, 'Content-Type: application/json', signed(), ofLength(MIB));
    await holdBack(80, json, [Buffer.from('{')]);
    expect((await large()).status).toBe(400);
  });
});

/** A JSON body of half a mebibyte from somebody who is signed in. */
const large = () =>
  send(service.url + DEPART, { token: technician, body: { name: 'x'.repeat(MIB / 2) } });

describe('somebody who is not signed in', () => {
  const sessions = '/api/v1/sessions';
  const signIn = (login: string, password = 'a wrong one') =>
    send(service.url + sessions, { body: { login, password } });

  test('may send as much as it takes to sign in, however it is escaped', async () => {
    const escaped = (length: number) => '\\ud83d\\ude00'.repeat(length);
    const body = `{"login":"${escaped(64)}","password":"${escaped(200)}"}`;
    expect((await send(service.url + sessions, { body })).status).toBe(401);
  });

  test('and no more: the rest is not read', async () => {
    const { status, body } = await signIn('x'.repeat(4096));
    expect([status, body.code]).toEqual([413, 'body-too-large']);
    const announced = headOf(sessions, 'Content-Type: application/json', ofLength(MIB));
    expect(await say(dial(), announced)).toContain('HTTP/1.1 413 ');
    const inChunks = headOf(
      sessions,
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
    );
    const tooMuch = `1001\r\n${'x'.repeat(4097)}\r\n`;
    expect(await say(dial(), inChunks + tooMuch)).toContain('HTTP/1.1 413 ');
  });

  test('has no body read on a route that demands a token', async () => {
    const announced = headOf(DEPART, 'Content-Type: application/json', ofLength(MIB));
    expect(await say(dial(), announced)).toContain('HTTP/1.1 401 ');
  });

  test('takes no room from those who are', async () => {
    const json = headOf(sessions, 'Content-Type: application/json', 'Transfer-Encoding: chunked');
    await holdBack(100, json, [Buffer.from(`1000\r\n{"login":"${'x'.repeat(4000)}`)]);
    expect((await large()).status).toBe(400);
  });
});

test('large JSON bodies have room of their own, and small ones always get through', async () => {
  const json = headOf(DEPART, 'Content-Type: application/json', signed(), ofLength(MIB));
  await holdBack(67, json, [Buffer.alloc(MIB - 1, ' ')]);
  const refused = await until(503, large);
  expect([refused.body.code, refused.headers.get('retry-after')]).toEqual(['intake-full', '1']);
  expect(refused.body.detail).toMatch(/\p{Script=Han}/u);
  const small = await send(service.url + DEPART, { token: technician, body: {} });
  expect(small.status).toBe(400);
  expect((await upload()).status).toBe(201);
  await hangUp();
  await until(400, large);
});

describe('senders who are gone before it is known who they are', () => {
  /** Does it while the server cannot find out whose token it is, and all who came meanwhile hang up. */
  async function unheard(come: () => Promise<unknown>): Promise<void> {
    const database = new pg.Client({ connectionString: service.databaseUrl });
    await database.connect();
    await database.query('BEGIN; LOCK TABLE identity.users');
    await come();
    await hangUp();
    await database.query('COMMIT');
    await database.end();
  }

  test('take no room', async () => {
    const unseen = `Bearer ${await service.token('technician', 'sales')}`;
    await unheard(() => holdBack(12, png(`Authorization: ${unseen}`, ofLength(5 * MIB))));
    expect((await upload(PNG, { Authorization: unseen })).status).toBe(201);
    await until(201, upload);
  });

  test('have nothing done for them, though all of it had come', async () => {
    const token = await service.token('hotline', 'sales');
    const body = Buffer.from('{"customer":"C-gone","name":"王芳","phone":"13800138000"}');
    const json = ['Content-Type: application/json', ofLength(body.length)];
    const customers = headOf('/api/v1/customers', `Authorization: Bearer ${token}`, ...json);
    await unheard(() => holdBack(3, customers, [body]));
    const ask = { token, method: 'GET' };
    expect((await send(`${service.url}/api/v1/customers/C-gone`, ask)).status).toBe(404);
  });
});

describe('a file is taken', () => {
  test('compressed', async () => {
    const { status } = await upload(gzipSync(LARGEST), { 'Content-Encoding': 'gzip' });
    expect(status).toBe(201);
  });

  test('but not one that is too large when it is inflated, nor one that cannot be', async () => {
    const headers = { 'Content-Encoding': 'gzip' };
    const larger = await upload(gzipSync(Buffer.alloc(5 * MIB + 1, PNG)), headers);
    expect([larger.status, larger.body.code]).toEqual([413, 'body-too-large']);
    const broken = await upload(PNG, headers);
    expect([broken.status, broken.body.code]).toEqual([400, 'malformed-compression']);
    const unknown = await upload(PNG, { 'Content-Encoding': 'lzw' });
    expect([unknown.status, unknown.body.code]).toEqual([415, 'unsupported-encoding']);
  });
});

describe('a body in chunks of one byte', () => {
  const body = '{"login":"nobody","password":"a wrong one"}';
  const chunks = [...body].map((byte) => `1\r\n${byte}\r\n`).join('');
  const spaces = '1\r\n \r\n'.repeat(6000);
  const json = (path: string, ...headers: string[]) =>
    headOf(path, 'Content-Type: application/json', 'Transfer-Encoding: chunked', ...headers);

  test('is read', async () => {
    const signIn = `${json('/api/v1/sessions')}${chunks}0\r\n\r\n`;
    expect(await say(dial(), signIn)).toContain('HTTP/1.1 401 ');
  });

  test('ends the connection when they are thousands, which would take hundreds of times their bytes', async () => {
    await expect(say(dial(), json(DEPART, signed()) + spaces)).rejects.toThrow(
      /hung up|ECONNRESET/,
    );
  });
});

test('a request has a minute to come in whole, and its headers have less', () => {
  const { requestTimeout, headersTimeout } = service.server.app.getHttpServer();
  expect([requestTimeout, headersTimeout]).toEqual([60_000, 20_000]);
});
