import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { at, Centre, png } from './centre/centre.js';
import { equip, plan, take, untilWork, warrant } from './centre/good-day.js';

const MIB = 1024 * 1024;

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre);
  await warrant(centre);
}, 60_000);

afterAll(() => centre?.close());

const store = (bytes: Buffer, type = 'image/png') =>
  centre.tell<{ hash: string; code: string; detail: string }>('li-wei', 'files', bytes, {
    'Content-Type': type,
  });
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

test('a step that is signed with an image that nobody has stored is refused', async () => {
  await plan(centre, 'T-signed');
  await take(centre, 'T-signed', untilWork());
  await centre.until(at('10:00'));
  const signature = {
    name: '孙丽',
    role: 'customer',
    signedAt: at('10:00'),
    image: 'ab'.repeat(32),
  };
  const sign = (image: string) =>
    centre.tell('li-wei', 'tickets/T-signed/sign-service-record', {
      visit: 1,
      signature: { ...signature, image },
      satisfaction: 5,
    });
  const log = centre.service.store;
  const before = await log.head();
  const unknown = await sign(signature.image);
  expect(unknown).toMatchObject({
    status: 400,
    body: { code: 'unknown-file', errors: [{ pointer: '/signature/image' }] },
  });
  expect(await log.head()).toBe(before);
  const photo = await centre.tell('li-wei', 'tickets/T-signed/complete-repair', {
    visit: 1,
    cause: 'no-fault',
    testResult: '正常',
    restored: true,
    photos: ['cd'.repeat(32)],
  });
  expect(photo).toMatchObject({ status: 400, body: { errors: [{ pointer: '/photos' }] } });
  expect((await sign(await centre.image('li-wei', 'strokes'))).status).toBe(200);
});

test('five MiB are taken, and a byte more is refused', async () => {
  const largest = png(Buffer.alloc(5 * MIB - 8, 1));
  expect(await store(largest)).toMatchObject({ status: 201, body: { hash: hashOf(largest) } });
  const larger = await store(Buffer.alloc(5 * MIB + 1, 1));
  expect([larger.status, larger.body.code]).toEqual([413, 'body-too-large']);
});

test.each([
  ['text/html', Buffer.from('<script>alert(1)</script>')],
  ['image/svg+xml', Buffer.from('<svg/>')],
  ['application/json', Buffer.from('{}')],
])('%s is no image', async (type, bytes) => {
  expect([(await store(bytes, type)).status]).toEqual([415]);
});

const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex');
const webp = Buffer.from('524946461a000000574542505650384c', 'hex');
const strokes = Buffer.from('{"strokes":[[[0,1]]]}');

test.each<[string, Buffer]>([
  ['image/png', png('any')],
  ['image/jpeg', jpeg],
  ['image/webp', webp],
  ['application/vnd.strokes+json', strokes],
  ['application/vnd.strokes+json', Buffer.from('[[0,1]]\n[[2,3]]\n')],
])('a file that is what it is declared as is taken: %s', async (type, bytes) => {
  expect((await store(bytes, type)).status).toBe(201);
});

test.each<[string, Buffer, string]>([
  ['image/png', jpeg, 'image/jpeg'],
  ['image/jpeg', webp, 'image/webp'],
  ['image/webp', png('any'), 'image/png'],
  ['application/vnd.strokes+json', png('any'), 'image/png'],
  ['image/png', strokes, 'application/vnd.strokes+json'],
  ['image/png', Buffer.from('<script>alert(1)</script>'), '其他格式'],
  ['application/vnd.strokes+json', Buffer.from('"words"'), '其他格式'],
  ['application/vnd.strokes+json', Buffer.from([0x7b, 0xff, 0x7d]), '其他格式'],
])('declared as %s but something else: both are named', async (type, bytes, found) => {
  const { status, body } = await store(bytes, type);
  expect([status, body.code]).toEqual([415, 'media-type-mismatch']);
  expect(body.detail).toContain(type);
  expect(body.detail).toContain(found);
});

test('nothing at all is no image', async () => {
  expect(await store(Buffer.alloc(0))).toMatchObject({
    status: 400,
    body: { code: 'empty-file', detail: '文件为空' },
  });
});

test('the same image stored twice, and by another, is one file, and comes back as it was', async () => {
  const bytes = png(Buffer.of(0, 255, 13, 10));
  const first = await store(bytes);
  const again = await centre.tell<{ hash: string }>('hotline', 'files', bytes, {
    'Content-Type': 'image/png',
  });
  expect(again.body.hash).toBe(first.body.hash);
  const back = await fetch(`${centre.url}/api/v1/files/${first.body.hash}`, {
    headers: { Authorization: `Bearer ${await centre.service.token('hotline')}` },
  });
  expect(back.headers.get('content-type')).toBe('image/png');
  expect(back.headers.get('content-disposition')).toBe('attachment');
  expect(back.headers.get('x-content-type-options')).toBe('nosniff');
  expect(Buffer.from(await back.arrayBuffer())).toEqual(bytes);
});

test('no content can be put in the place of another, not even in the database', async () => {
  const [signed, other] = [await store(png('what was signed')), await store(png('what was not'))];
  const client = new pg.Client({ connectionString: centre.service.databaseUrl });
  await client.connect();
  try {
    const inTheClear = client.query(
      'UPDATE files.file SET sealed = false, bytes = $1 WHERE hash = $2',
      [Buffer.from('what was not'), signed.body.hash],
    );
    await expect(inTheClear).rejects.toMatchObject({ code: '23514' });
    await client.query(
      'UPDATE files.file SET bytes = (SELECT bytes FROM files.file WHERE hash = $1) WHERE hash = $2',
      [other.body.hash, signed.body.hash],
    );
  } finally {
    await client.end();
  }
  const shown = await fetch(`${centre.url}/api/v1/files/${signed.body.hash}`, {
    headers: { Authorization: `Bearer ${await centre.service.token('hotline')}` },
  });
  expect(shown.status).toBe(500);
  expect(await shown.text()).not.toContain('what was not');
});
