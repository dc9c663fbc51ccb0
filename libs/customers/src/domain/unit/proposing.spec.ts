import { expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import type { CoverContract } from './cover.js';
import { unitDecider } from './unit.decider.js';
import type { UnitEvent, Warranty } from './unit.events.js';

const { given, ask, event } = specify(unitDecider, SUPERVISOR, ['B2']);

const unit = 'U-1';
const until = '2026-04-01';
const warranty: Warranty = { countedFrom: 'final-acceptance', from: '2024-04-01', until };
const said = { unit, product: '门禁', documents: [], components: [], warranty };
const owner = { customer: 'lanting', site: 'gate' };
const registered = event('UnitRegistered', { ...said, kind: 'system', ...owner });
const propose = (...contracts: CoverContract[]) => ({
  ...ask('ProposeContract', { until }),
  known: { contracts },
});
const proposed = event('ContractProposed', { unit, product: '门禁', ...owner, until });
const contract = (from: string, last: string): CoverContract => ({
  ...{ document: 'HT-1', kind: 'under-contract' },
  ...{ from, until: last },
});
const corrected = (last: string) =>
  event('UnitCorrected', {
    ...{ unit, product: '门禁', documents: [], reason: '抄错' },
    warranty: { ...warranty, until: last },
  });

test('[B2] a warranty that is about to end proposes a contract to the owner, once', () => {
  given(registered).when(propose()).then(proposed);
  given(registered, proposed).when(propose()).thenNothing();
  given(registered, proposed, corrected(until)).when(propose()).thenNothing();
});

test('[B2] nothing where a contract covers it from the day after', () => {
  const nothing = (...contracts: CoverContract[]) =>
    given(registered)
      .when(propose(...contracts))
      .thenNothing();
  nothing(contract('2026-01-01', '2026-04-02'));
  nothing(contract('2026-04-02', '2027-04-01'));
  given(registered)
    .when(propose(contract('2026-01-01', '2026-04-01'), contract('2026-04-03', '2027-04-02')))
    .then(proposed);
});

test('[B2] nothing where the warranty is another by now, or the unit is nobody’s or there no more', () => {
  const nothing = (...past: UnitEvent[]) =>
    given(...past)
      .when(propose())
      .thenNothing();
  nothing(registered, corrected('2026-05-01'));
  nothing(event('UnitRegistered', { ...said, kind: 'system' }));
  nothing(registered, event('UnitRetired', { unit, how: 'scrapped' }));
});

test('[B2] whoever gets the unit is asked as well, and the office’s next step may be told of an earlier time', () => {
  const moved = event('UnitMoved', { unit, customer: 'wenhui', before: owner });
  given(registered, proposed, moved)
    .when(propose())
    .then(event('ContractProposed', { unit, product: '门禁', customer: 'wenhui', until }));
  const within = event('UnitMoved', { unit, customer: 'lanting', before: owner });
  given(registered, proposed, within).when(propose()).thenNothing();
  const later = { ...proposed, occurredAt: '2026-03-05T00:00:00.000Z' };
  const state = fold(unitDecider, [registered, later]);
  expect(state).toMatchObject({ since: registered.occurredAt, proposedFor: until });
});
