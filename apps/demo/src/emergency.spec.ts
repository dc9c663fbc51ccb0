import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Checks, Player } from '@app/scenario';
import { EMERGENCY } from './places.js';
import { played, type Played } from './testing/played.js';

let { scenario, client, tally, close } = {} as Played;

beforeAll(async () => {
  ({ scenario, client, tally, close } = await played(EMERGENCY));
}, 120_000);

afterAll(() => close());

test('[B3] an emergency at two in the morning climbs two rungs, and is taken on the third', async () => {
  await new Checks(client, scenario, tally).all();
  expect(tally.failures).toEqual([]);
  expect([tally.refusalsMet, tally.refusalsExpected]).toEqual([3, 3]);
  const { body } = await client.get('xu-jing', '/streams/emergency-T-0309-01/events');
  const events = body['items'] as { type: string; data: { employee?: string; first?: string } }[];
  expect(events.map(({ type }) => type)).toEqual([
    'EmergencyRaised',
    ...Array.from({ length: 3 }, () => 'EscalationRungCalled'),
    ...Array.from({ length: 2 }, () => 'EmergencyAcknowledged'),
    'EmergencyResolved',
    // Reopened, it is raised again, and somebody of the first rung takes it.
    ...['EmergencyRaised', 'EscalationRungCalled', 'EmergencyAcknowledged', 'EmergencyResolved'],
  ]);
  expect(events[5]!.data).toMatchObject({ employee: 'wang-lei', first: 'sun-hong' });
});

test('[B3] the night is told in words, people by their names', async () => {
  const told = await client.text('xu-jing', '/streams/emergency-T-0309-01/account');
  for (const words of [
    '呼叫第 1 级“值班技术员”：王磊',
    '孙红接手紧急情况',
    '孙红已先接手',
    '工单已解决',
  ])
    expect(told).toContain(words);
});

test('the night changes nothing when it is played again', async () => {
  const checks = new Checks(client, scenario, tally);
  const head = await checks.head();
  const again = await new Player(client, scenario).play();
  expect(again.failures).toEqual([]);
  expect(await checks.head()).toBe(head);
});
