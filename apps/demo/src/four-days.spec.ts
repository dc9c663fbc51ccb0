import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditorOf, Checks, Client, Player, type Tally } from '@app/scenario';
import { ticketEventTypes } from '@app/tickets';
import { SCENARIO } from './places.js';
import { Report } from './report.js';
import { played, passwordOf, type Played } from './testing/played.js';

/**
 * What time brings is stored by whoever notices it first: a step, or the clock; money is demanded after these days.
 * That a part was in hand after all is told by its stock; of a share of the closed tickets, none before an edition
 * says so, a follow-up is asked.
 */
const BY_TIME = [
  'FollowUpAsked',
  'PartUseExplained',
  'SlaWarned',
  'SlaBreached',
  'SlaResumed',
  'MoneyDemanded',
  'MoneyDemandWithdrawn',
  'MoneyKept',
];

let { scenario, server, client, tally, close } = {} as Played;

beforeAll(async () => {
  ({ scenario, server, client, tally, close } = await played(SCENARIO));
}, 120_000);

afterAll(() => close());

const checks = (of: Tally) => new Checks(client, scenario, of);

describe('four days, played through the public API', () => {
  test('meet every expectation', async () => {
    await checks(tally).all();
    expect(tally.failures).toEqual([]);
    expect(tally.refusalsMet).toBe(tally.refusalsExpected);
    expect(tally.replayChecks).toBeGreaterThan(scenario.replays.length);
  });

  test('store every type of event that a ticket has', () => {
    const met = new Set([...tally.eventTypes, ...BY_TIME]);
    const ofTickets = [...met].filter((type) => type in ticketEventTypes);
    expect(ofTickets.toSorted()).toEqual(Object.keys(ticketEventTypes).toSorted());
  });

  test('are told as README shows', async () => {
    const english = new Client(server.url, 'en');
    const auditor = auditorOf(scenario);
    await english.signIn(auditor, passwordOf(auditor));
    const { ticket } = scenario.tickets[0]!;
    const account = await english.text(auditor, `/tickets/${ticket}/account`);
    const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
    const shown = /```text\n([^]*?)\n```/.exec(readme)?.[1]?.split('\n') ?? [];
    expect(shown).toHaveLength(10);
    for (const line of shown) expect(account).toContain(`${line}\n`);
  });

  test('are told in the language that is asked for', async () => {
    const english = new Client(server.url, 'en');
    const auditor = auditorOf(scenario);
    await english.signIn(auditor, passwordOf(auditor));
    const told: string[] = [];
    await new Report(english, scenario, (text) => void told.push(text)).all();
    const text = told.join('\n');
    for (const words of ['== The call ==', '══ The board', 'closed', '══ Findings: ', 'upheld'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/工单看板|偏差记录|undefined/);
  }, 30_000);

  test('are told as they went: recorded late is what was told late', async () => {
    const late: string[] = [];
    for (const { ticket } of scenario.tickets)
      if ((await client.text(auditorOf(scenario), `/tickets/${ticket}/account`)).includes('补记'))
        late.push(ticket);
    const toldLate = scenario.tickets.filter(({ steps }) =>
      steps.some((step) => step.late ?? step.told),
    );
    expect(late).toEqual(toldLate.map(({ ticket }) => ticket));
    expect(late).toHaveLength(4);
  });

  test('change nothing when they are played again', async () => {
    const head = await checks(tally).head();
    const again = await new Player(client, scenario).play();
    expect(again.failures).toEqual([]);
    expect(again.events).toBe(tally.events);
    expect(again.findings).toBe(tally.findings);
    expect(await checks(again).head()).toBe(head);
  }, 120_000);

  test('are found wanting where something is not as expected', async () => {
    const [first, ...others] = scenario.tickets;
    const wrong = {
      ...scenario,
      tickets: [{ ...first!, ends: 'cancelled' as const }, ...others],
      replays: [{ ticket: first!.ticket, version: 3, holds: { '/status': 'closed' } }],
    };
    const looked = { ...tally, findings: tally.findings + 1, failures: [] as string[] };
    await new Checks(client, wrong, looked).all();
    expect(looked.failures).toHaveLength(3);
  });
});
