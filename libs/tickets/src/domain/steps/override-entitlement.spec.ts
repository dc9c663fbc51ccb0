import { test } from '@jest/globals';
import { CHARGEABLE, IN_WARRANTY, onSite } from '../../testing/on-site.past.js';
import { arrived, departed, opened, scheduled } from '../../testing/past.js';
import { command, event, givenFor, LI_WEI, SUPERVISOR } from '../../testing/ticket.builders.js';
import type { CheckEntitlement } from '../ticket/ticket.commands.js';
import { checkEntitlement } from './check-entitlement.js';

const given = givenFor(checkEntitlement);
const check = (
  data: Omit<CheckEntitlement['data'], 'visit'>,
  known: CheckEntitlement['known'] = { entitlement: IN_WARRANTY },
  by = LI_WEI,
) => command('CheckEntitlement', { visit: 1, ...data }, '09:36', { by, known });
const override = { entitlement: CHARGEABLE, reason: '凭证系伪造' };
const decided = event('EntitlementChecked', {
  visit: 1,
  by: 'override',
  entitlement: CHARGEABLE,
  overrideReason: override.reason,
});

test('[V11] what a supervisor decided stands, whatever document is shown afterwards', () => {
  given(...onSite, decided)
    .when(check({ document: 'W-100' }))
    .thenRefusedUnder('V11', 'override-stands');
  const again = { ...override, entitlement: IN_WARRANTY };
  given(...onSite, decided)
    .when(check({ override: again }, { entitlement: undefined }, SUPERVISOR))
    .then(
      event('EntitlementChecked', {
        visit: 1,
        by: 'override',
        entitlement: IN_WARRANTY,
        overrideReason: override.reason,
      }),
    );
});

test('[V11] nobody overrides for a visit of their own, nor has it done in their place', () => {
  const theirs = scheduled({ technician: SUPERVISOR.id });
  for (const by of [SUPERVISOR, { ...SUPERVISOR, id: 'ma-li', onBehalfOf: SUPERVISOR.id }]) {
    given(opened(), theirs, departed(), arrived())
      .when(check({ override }, { entitlement: undefined }, by))
      .thenRefusedUnder('V11', 'override-of-own-visit');
  }
});

test('[V11] what belongs to another customer entitles nobody else', () => {
  const theirs = { entitlement: IN_WARRANTY, owner: 'renji' };
  const visit = [scheduled(), departed(), arrived()];
  for (const call of [opened({ customer: 'lanting', site: 'gate' }), opened()]) {
    given(call, ...visit)
      .when(check({ document: 'W-100' }, theirs))
      .thenRefusedUnder('V11', 'entitlement-of-another');
  }
  given(opened({ customer: 'renji', site: 'ward' }), ...visit)
    .when(check({ document: 'W-100' }, theirs))
    .then(
      event('EntitlementChecked', {
        visit: 1,
        by: 'document',
        reference: 'W-100',
        entitlement: IN_WARRANTY,
      }),
    );
});
