import { expect, test } from '@jest/globals';
import { specification } from '@app/kernel/src/testing/specification.js';
import { at, event, LI_WEI, TICKET, ticketAfter } from '../../testing/ticket.builders.js';
import {
  onSite,
  quoteSigned,
  receiptIssued,
  SIGNATURE,
  signed,
} from '../../testing/on-site.past.js';
import { found, opened, productTakenIn } from '../../testing/past.js';
import { numberCommands } from './number.commands.js';
import { numberDecider, type TakeNumber } from './number.decider.js';
import type { NumberKind, NumberTaken } from './number.events.js';

const given = specification(numberDecider);
const cause = { occurredAt: at('10:00'), actor: LI_WEI };
const id = '0190d3f0-0000-7000-8000-000000000001';

const data = (kind: NumberKind, ticket = 'T-1') => ({ kind, number: 'BG-1', ticket, visit: 1 });
const take = (kind: NumberKind, ticket = 'T-1'): TakeNumber => ({
  ...cause,
  id,
  type: 'TakeNumber',
  data: data(kind, ticket),
});
const taken = (kind: NumberKind, articles: NumberTaken['articles']): NumberTaken => ({
  ...cause,
  articles,
  type: 'NumberTaken',
  data: data(kind),
});

test.each([
  ['V22', 'signature', 'signature-used-before'],
  ['V23', 'receipt', 'receipt-number-used'],
  ['V18', 'custody-slip', 'custody-slip-used'],
] as const)('[%s] one %s is used once, on whatever ticket', (article, kind, code) => {
  given()
    .when(take(kind))
    .then(taken(kind, [article]));
  for (const ticket of ['T-1', 'T-2']) {
    given(taken(kind, [article]))
      .when(take(kind, ticket))
      .thenRefusedUnder(article, code);
  }
});

const ticket = ticketAfter(...onSite);
const streams = (...events: Parameters<typeof numberCommands>[0]) =>
  numberCommands(events, ticket, { commandId: id }).map(({ stream }) => stream);

test('[V18] [V22] [V23] signatures, receipts and custody slips take their numbers', () => {
  expect(streams(quoteSigned(), signed(), receiptIssued(), productTakenIn())).toEqual([
    `number-signature:${'a'.repeat(64)}`,
    `number-signature:${'a'.repeat(64)}`,
    'number-receipt:R-1',
    'number-custody-slip:CS-1',
  ]);
});

const image = (stamp?: true) => ({ ...data('signature'), ...(stamp && { stamp }) });
const takeImage = (stamp?: true): TakeNumber => ({ ...take('signature'), data: image(stamp) });
const imageTaken = (stamp?: true): NumberTaken => ({
  ...taken('signature', ['V22']),
  data: image(stamp),
});

test('[V22] the image of a stamp is known as one, and may recur', () => {
  given().when(takeImage(true)).then(imageTaken(true));
  given(imageTaken(true)).when(takeImage(true)).then();
});

test('[V22] no signature becomes a stamp, and no stamp a signature', () => {
  for (const [before, now] of [
    [imageTaken(), takeImage(true)],
    [imageTaken(true), takeImage()],
  ] as const) {
    given(before).when(now).thenRefusedUnder('V22', 'signature-used-before');
  }
});

test('[V22] an image that was found to stand under something else takes nothing', () => {
  const repeat = found(1, 'V22', 'signature-used-before');
  expect(streams(signed(), repeat, productTakenIn())).toEqual(['number-custody-slip:CS-1']);
});

test('a number in small letters is the same', () => {
  const small = event('ReceiptIssued', { visit: 1, number: 'sj-7', amount: '8.00' });
  expect(streams(small)).toEqual(['number-receipt:SJ-7']);
});

test('[N12] the signature of a customer who came in person takes its image for the ticket that it opens', () => {
  const call = opened({ source: 'walk-in', signature: SIGNATURE });
  const [{ stream, commands } = {}] = numberCommands([call], { status: 'none' }, { commandId: id });
  expect(stream).toBe(`number-signature:${'a'.repeat(64)}`);
  expect(commands?.[0].data).toEqual({ kind: 'signature', number: 'a'.repeat(64), ticket: TICKET });
});

test('[V18] what is signed as a product changes hands takes the signature too, and a stamp', () => {
  const image = `number-signature:${SIGNATURE.image}`;
  const streams = (...events: ReturnType<typeof productTakenIn>[]) =>
    numberCommands(events, ticketAfter(...onSite), { commandId: id }).map(({ stream }) => stream);
  const given = productTakenIn();
  const signedWith = (stamp: boolean) => ({
    ...given,
    data: { ...given.data, signature: { ...SIGNATURE, stamp } },
  });
  expect(streams(signedWith(false))).toEqual(['number-custody-slip:CS-1', image]);
  expect(streams(signedWith(true))).toEqual(['number-custody-slip:CS-1', image]);
  const back = { product: 'AC-778', receivedBy: '孙丽', signature: SIGNATURE };
  const returned = event('ProductReturned', back);
  const commands = numberCommands([returned], ticketAfter(...onSite), { commandId: id });
  expect(commands.map(({ stream }) => stream)).toEqual([image]);
});

test('[R12] [V22] a picture that somebody signed for goods or a tool with stands under nothing else', () => {
  const under = (use: Partial<NumberTaken['data']>) => ({
    ...{ kind: 'signature' as const, number: 'BG-1' },
    ...use,
  });
  const goods = under({ goods: { sku: 'CAP-35', place: 'main', slip: 'LY-1' } });
  const tool = under({ tool: 'T-100' });
  const takeFor = (use: NumberTaken['data']): TakeNumber => ({ ...take('signature'), data: use });
  const takenFor = (use: NumberTaken['data']): NumberTaken => ({
    ...taken('signature', ['R12']),
    data: use,
  });
  for (const use of [goods, tool]) {
    given().when(takeFor(use)).then(takenFor(use));
    given(takenFor(use)).when(take('signature')).thenRefusedUnder('V22', 'signature-used-before');
    given(taken('signature', ['V22']))
      .when(takeFor(use))
      .thenRefusedUnder('R12', 'receivers-signature-used-before');
  }
  given(takenFor(goods))
    .when(takeFor(tool))
    .thenRefusedUnder('R12', 'receivers-signature-used-before');
});
