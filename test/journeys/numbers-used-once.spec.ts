import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Replay } from '@app/audit';
import { at, Centre, span } from './centre/centre.js';
import { call, equip, take, untilWork, visitIn, warrant } from './centre/good-day.js';

const TICKETS = ['N-1', 'N-2'] as const;
const visit = 1;

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre, 'li-wei', 2);
  await warrant(centre);
  for (const ticket of TICKETS) await centre.done('hotline', 'tickets', call(ticket));
  await take(centre, 'N-1', [visitIn(span('09:00', '10:00'))]);
  await take(centre, 'N-2', [visitIn(span('10:00', '11:00'))]);
  for (const step of untilWork()) for (const ticket of TICKETS) await take(centre, ticket, [step]);
  await centre.until(at('10:00'));
}, 60_000);

afterAll(() => centre?.close());

/** The same step of both tickets at the same moment: who won, and what the other was told. */
async function race(command: string, data: object) {
  const answers = await Promise.all(
    TICKETS.map((ticket) => centre.tell('li-wei', `tickets/${ticket}/${command}`, data)),
  );
  const winner = answers.findIndex(({ status }) => status === 200);
  const { status, body } = answers[1 - winner]!;
  return { won: TICKETS[winner], lost: { status, article: body.article, code: body.code } };
}

const useOf = async (number: string) =>
  (await centre.read<Replay>('supervisor', `streams/number-${number}/replay`)).state;

test('[V18] one custody slip is given out once, however many are at it, and in small letters too', async () => {
  const image = await centre.image('li-wei', 'the stamp of the shop');
  const signature = { name: '孙丽', role: 'customer', signedAt: at('10:00'), image, stamp: true };
  const given = { visit, agreedBy: '孙丽', photos: [], signature };
  for (const slip of ['BG-1', 'BG-2', 'BG-3']) {
    const data = { ...given, product: `AC-${slip}`, custodySlip: slip };
    const { won, lost } = await race('take-product-in', data);
    expect(lost).toEqual({ status: 422, article: 'V18', code: 'custody-slip-used' });
    expect(await useOf(`custody-slip:${slip}`)).toEqual({ ticket: won, visit });
  }
  const small = { ...given, product: 'AC-4', custodySlip: 'bg-1' };
  const again = await centre.tell('li-wei', 'tickets/N-1/take-product-in', small);
  expect(again.body).toMatchObject({ article: 'V18', code: 'custody-slip-used' });
});

test('[V22] one image of a signature stands under one thing, a stamp under as many as it is put', async () => {
  const image = await centre.image('li-wei', 'strokes of Mrs Sun');
  const signature = { name: '孙丽', role: 'customer', signedAt: at('10:00'), image };
  const record = { visit, satisfaction: 5 };
  const { won, lost } = await race('sign-service-record', { ...record, signature });
  expect(lost).toEqual({ status: 422, article: 'V22', code: 'signature-used-before' });
  expect(await useOf(`signature:${image}`)).toEqual({ ticket: won, visit });

  const loser = TICKETS.find((ticket) => ticket !== won)!;
  const stamp = { ...signature, stamp: true, image: await centre.image('li-wei', 'the stamp') };
  const consume = { visit, sku: 'CAP-35', quantity: 1 };
  for (const ticket of [loser, won!]) {
    await centre.done('li-wei', `tickets/${ticket}/consume-part`, consume);
    const stamped = { ...record, signature: stamp };
    await centre.done('li-wei', `tickets/${ticket}/sign-service-record`, stamped);
  }
  expect(await useOf(`signature:${stamp.image}`)).toEqual({ ticket: loser, visit, stamp: true });
});

test('[R11] of a class one serial number is that of one tool, however many register it at once', async () => {
  const clamp = { name: '钳形表', class: 'clamp', serial: 'UT-210-7' };
  const tools = Array.from({ length: 12 }, (_, n) => `T-30${n}`);
  const register = (tool: string, more: object = {}) =>
    centre.tell('storekeeper', 'tools', { tool, ...clamp, ...more });
  const answers = await Promise.all(
    tools.map((tool, n) => register(tool, n % 2 === 0 ? {} : { serial: 'ut-210-7' })),
  );
  const won = tools[answers.findIndex(({ status }) => status === 201)]!;
  const others = answers.filter(({ status }) => status !== 201);
  expect(others).toHaveLength(11);
  for (const { status, body } of others) {
    expect({ status, body }).toMatchObject({
      ...{ status: 422, body: { article: 'R11', code: 'tool-serial-of-another' } },
    });
    expect(body.detail).toContain(won);
    expect(body.errors).toMatchObject([{ pointer: '/serial' }]);
  }
  const loser = tools.find((tool) => tool !== won)!;
  expect(
    (await centre.tell('supervisor', `tools/${loser}/retire-tool`, { reason: 'x' })).status,
  ).toBe(404);

  // Of another class it is free; a retired tool keeps it; what is corrected frees what was wrong.
  expect((await register('T-320', { class: 'pump' })).status).toBe(201);
  await centre.done('supervisor', 'tools/T-320/retire-tool', { reason: '无法修复' });
  expect(await register('T-321', { class: 'pump' })).toMatchObject({
    body: { code: 'tool-serial-of-another' },
  });
  const correct = (serial: string) =>
    centre.tell('storekeeper', `tools/${won}/correct-tool-serial`, { serial, reason: '抄写颠倒' });
  expect((await register(loser, { serial: 'UT-210-8' })).status).toBe(201);
  expect(await correct('ut-210-8')).toMatchObject({
    ...{ status: 422, body: { code: 'tool-serial-of-another' } },
  });
  expect((await correct('UT-210-9')).status).toBe(200);
  expect(await centre.read('storekeeper', `tools/${won}`)).toMatchObject({ serial: 'UT-210-9' });
  expect((await register('T-322')).status).toBe(201);
  expect(await register('T-323', { serial: 'UT-210-9' })).toMatchObject({ status: 422 });
});
