import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import type { ContractEvent } from '../../domain/contract.events.js';
import { DRAFT, TERMS, UNREADY } from '../../testing/contracts.js';
import { contractListModel } from './contract-list.read-model.js';
import { EndingContractsHandler, EndingContractsQuery } from './ending-contracts.query.js';

const event = eventOf<ContractEvent>(SUPERVISOR);
const idsOf = (contract: string) => ({ contract, customer: DRAFT.customer });
const of = (contract: string, until: string, ...more: readonly ContractEvent[]) => {
  const ids = idsOf(contract);
  const { from } = DRAFT;
  return [
    event('ContractDrafted', { ...DRAFT, ...ids, until, terms: UNREADY }),
    event('DraftRevised', { ...ids, terms: TERMS, reason: '补条款' }),
    event('ContractConcluded', { ...ids, from, until }),
    ...more,
  ];
};
const renewed = event('ContractRenewed', {
  ...idsOf('HT-renewed'),
  ...{ from: '2026-06-01', until: '2027-05-31', terms: TERMS, by: '孙建平' },
});
const over = (contract: string) => ({ ...idsOf(contract), on: '2026-04-30' });

let readSide: ReadSide;

beforeAll(async () => {
  readSide = await ReadSide.start(contractListModel);
  const happened = [
    of('HT-late', '2026-12-31'),
    of('HT-soon', '2026-05-31'),
    of('HT-first', '2026-05-31'),
    of(
      'HT-renewed',
      '2026-05-31',
      event('ContractEnded', { ...idsOf('HT-renewed'), on: '2026-05-31' }),
      renewed,
    ),
    of(
      'HT-over',
      '2026-12-31',
      event('ContractTerminated', { ...over('HT-over'), reason: '拆除' }),
    ),
    of('HT-ended', '2026-04-30', event('ContractEnded', over('HT-ended'))),
    of('HT-draft', '2026-05-31').slice(0, 1),
  ];
  for (const events of happened) {
    const { contract } = events[0]!.data as { contract: string };
    await readSide.happenedIn(`contract-${contract}`, ...events);
  }
});

afterAll(() => readSide.stop());

const ids = (rows: readonly { readonly contract: string }[]) =>
  rows.map(({ contract }) => contract);
const ending = async (by: string, page: object = {}) =>
  new EndingContractsHandler(readSide.asOf, readSide.dataSource).execute(
    new EndingContractsQuery({ by, ...page }, await readSide.store.head()),
  );

describe('the contracts', () => {
  test('[B2, B3] say when they end, and what was agreed on last', async () => {
    const { items } = await readSide.page(contractListModel, {});
    expect(items.find(({ contract }) => contract === 'HT-renewed')).toEqual({
      ...idsOf('HT-renewed'),
      ...{ kind: 'maintenance', status: 'in-force', firstDay: '2026-01-01' },
      ...{ lastDay: '2027-05-31', terminated: false, renewals: 1 },
      ...{ price: '36000.00', sparesPriority: true, emergency: true },
    });
    const stateOf = (id: string) => {
      const { status, emergency, terminated } = items.find(({ contract }) => contract === id)!;
      return [status, emergency, terminated];
    };
    expect(stateOf('HT-draft')).toEqual(['drafted', false, false]);
    expect(stateOf('HT-over')).toEqual(['in-force', true, true]);
    const ended = await readSide.page(contractListModel, { status: ['ended'] });
    expect(ids(ended.items)).toEqual(['HT-ended']);
  });

  test('[B2] that end by a date come with the first to end first, in pages', async () => {
    const { items } = await ending('2026-05-31');
    expect(ids(items)).toEqual(['HT-over', 'HT-first', 'HT-soon']);
    expect(items[0]).toMatchObject({ lastDay: '2026-04-30', sparesPriority: true });
    expect(ids((await ending('2026-05-30')).items)).toEqual(['HT-over']);
    const first = await ending('2026-05-31', { limit: 2 });
    const second = await ending('2026-05-31', { limit: 2, after: first.next! });
    expect([ids(first.items), ids(second.items), second.next]).toEqual([
      ['HT-over', 'HT-first'],
      ['HT-soon'],
      null,
    ]);
  });
});
