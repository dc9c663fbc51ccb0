import { Invalid } from '@app/kernel';
import { test } from '@jest/globals';
import { CHARGEABLE, IN_WARRANTY, onSite, working } from '../../testing/on-site.past.js';
import {
  at,
  command,
  event,
  givenFor,
  inBatch,
  LI_WEI,
  SUPERVISOR,
} from '../../testing/ticket.builders.js';
import { found, reopened, resolved } from '../../testing/past.js';
import type { CheckEntitlement } from '../ticket/ticket.commands.js';
import { checkEntitlement } from './check-entitlement.js';

const given = givenFor(checkEntitlement);
const check = (
  by: Omit<CheckEntitlement['data'], 'visit'>,
  entitlement: CheckEntitlement['known']['entitlement'],
  actor = LI_WEI,
) =>
  command('CheckEntitlement', { visit: 1, ...by }, '09:35', { by: actor, known: { entitlement } });
const override = { entitlement: CHARGEABLE, reason: '凭证系伪造' };
const checked = (by: 'document' | 'barcode' | 'override', reference?: string, more = {}) =>
  event('EntitlementChecked', { visit: 1, by, reference, entitlement: IN_WARRANTY, ...more });

test('[V11] the document says what the customer is entitled to', () => {
  given(...onSite)
    .when(check({ document: 'W-100' }, IN_WARRANTY))
    .then(checked('document', 'W-100'));
});

test('[V12] without a document, the barcode of a component says it', () => {
  given(...onSite)
    .when(check({ barcode: 'B-7', documentNotFound: true }, IN_WARRANTY))
    .then(checked('barcode', 'B-7', { documentNotFound: true }));
  given(...onSite)
    .when(check({ barcode: 'B-7' }, IN_WARRANTY))
    .thenRefusedUnder('V12', 'document-not-asked-for');
});

test('[V11] where both are given, the document counts', () => {
  given(...onSite)
    .when(check({ document: 'W-100', barcode: 'B-7' }, IN_WARRANTY))
    .then(checked('document', 'W-100'));
});

test('[V11] refuses a document that the installed base does not know', () => {
  given(...onSite)
    .when(check({ document: 'W-999', barcode: 'B-7' }, undefined))
    .thenRefusedUnder('V11', 'document-unknown');
});

test('[V12] refuses a barcode that the installed base does not know', () => {
  given(...onSite)
    .when(check({ barcode: 'B-9', documentNotFound: true }, undefined))
    .thenRefusedUnder('V12', 'barcode-unknown');
});

/** The call came at 08:00, the check is made at 09:35. */
test.each([
  ['ended after the call', { until: at('09:00') }, { asOf: at('08:00') }],
  ['ends with the very moment of the call', { until: at('08:00') }, { asOf: at('08:00') }],
  ['began with the call', { from: at('08:00') }, {}],
  ['still holds', { from: at('07:00'), until: at('23:00') }, {}],
])('[V12] cover that %s covers', (_, terms, more) => {
  const entitlement = { ...IN_WARRANTY, ...terms };
  given(...onSite)
    .when(check({ document: 'W-100' }, entitlement))
    .then(checked('document', 'W-100', { entitlement, ...more }));
});

test.each([
  ['had ended by the call', { until: at('07:59') }, { ended: 'in-warranty' }],
  ['begins after the call', { from: at('09:00') }, { notYet: 'in-warranty', asOf: at('08:00') }],
  ['begins after the check', { from: at('12:00') }, { notYet: 'in-warranty' }],
])('[V12] cover that %s covers nothing', (_, terms, more) => {
  const entitlement = { ...IN_WARRANTY, ...terms };
  given(...onSite)
    .when(check({ document: 'W-100' }, entitlement))
    .then(
      checked('document', 'W-100', {
        entitlement: { ...entitlement, kind: 'chargeable' },
        ...more,
      }),
    );
});

test('[V12] a ticket that is entered late has the cover of its call, and so has one that is reopened', () => {
  const [call, ...visit] = onSite;
  const entitlement = { ...IN_WARRANTY, until: at('23:00', -1) };
  const yesterday = { ...call!, occurredAt: at('17:00', -1) };
  const answer = checked('document', 'W-100', { entitlement, asOf: at('17:00', -1) });
  given(yesterday, ...visit)
    .when(check({ document: 'W-100' }, entitlement))
    .then(answer);
  given(yesterday, resolved('08:00'), reopened('08:05'), ...visit)
    .when(check({ document: 'W-100' }, entitlement))
    .then(answer);
});

test('[V11] a supervisor may decide otherwise, and says why', () => {
  given(...onSite)
    .when(check({ document: 'W-999', override }, undefined, SUPERVISOR))
    .then(checked('override', 'W-999', { entitlement: CHARGEABLE, overrideReason: '凭证系伪造' }));
});

test('[V11] a supervisor may decide where there is nothing to look at', () => {
  given(...onSite)
    .when(check({ override }, undefined, { id: 'boss', role: 'general-manager' }))
    .then(
      checked('override', undefined, { entitlement: CHARGEABLE, overrideReason: '凭证系伪造' }),
    );
});

test('[V11] refuses a technician’s own decision', () => {
  given(...onSite)
    .when(check({ document: 'W-999', override }, undefined))
    .thenRefusedUnder('V11', 'override-without-supervisor');
});

test('[V11] refuses a decision without a reason', () => {
  given(...onSite)
    .when(check({ override: { ...override, reason: ' ' } }, undefined, SUPERVISOR))
    .thenRefusedUnder('V11', 'override-without-reason');
});

test('something must be looked at', () => {
  given(...onSite)
    .when(check({}, IN_WARRANTY))
    .thenThrows(Invalid, 'no-evidence');
});

test('[V11] once work has started, no document or barcode changes the entitlement', () => {
  given(...working)
    .when(check({ document: 'W-100' }, IN_WARRANTY))
    .thenRefusedUnder('V11', 'entitlement-after-work-started');
  given(...working)
    .when(check({ barcode: 'B-7' }, CHARGEABLE))
    .thenRefusedUnder('V11', 'entitlement-after-work-started');
});

test('[V11] once work has started, a supervisor may still decide otherwise', () => {
  given(...working)
    .when(check({ override }, undefined, SUPERVISOR))
    .then(
      checked('override', undefined, { entitlement: CHARGEABLE, overrideReason: '凭证系伪造' }),
    );
});

test('[V11] a warranty that has run out covers nothing, and says until when it did', () => {
  const until = at('07:59');
  given(...onSite)
    .when(check({ document: 'W-100' }, { ...IN_WARRANTY, until }))
    .then(
      checked('document', 'W-100', {
        entitlement: { kind: 'chargeable', reference: 'W-100', until },
        ended: 'in-warranty',
      }),
    );
});

test('[V11] a warranty covers its last instant', () => {
  const entitlement = { ...IN_WARRANTY, until: at('09:35') };
  given(...onSite)
    .when(check({ document: 'W-100' }, entitlement))
    .then(checked('document', 'W-100', { entitlement }));
});

test('[V11] what was chargeable before it ran out did not end as anything', () => {
  const entitlement = { kind: 'chargeable' as const, until: at('07:59') };
  given(...onSite)
    .when(check({ document: 'W-100' }, entitlement))
    .then(checked('document', 'W-100', { entitlement }));
});

test('[V12] a complaint of others: what the file of the unit said then is kept with what was found', () => {
  const unit = {
    unit: 'U-1',
    product: '挂机空调 KFR-35',
    warranty: { countedFrom: 'purchase', from: '2024-03-02', until: '2026-03-02' },
  } as const;
  const asked = command('CheckEntitlement', { visit: 1, document: 'W-100' }, '09:35', {
    known: { entitlement: IN_WARRANTY, product: unit.product, unit },
  });
  given(...onSite)
    .when(asked)
    .then(checked('document', 'W-100', { unit }));
});

test('[V12] what is registered for another product entitles this one to nothing', () => {
  const about = (product: string, late = false) => {
    const asked = command('CheckEntitlement', { visit: 1, document: 'W-100', product }, '09:35', {
      known: { entitlement: IN_WARRANTY, product: '挂机空调 KFR-35' },
    });
    return late ? inBatch(asked) : asked;
  };
  given(...onSite)
    .when(about('滚筒洗衣机 XQG80'))
    .thenRefusedUnder('V12', 'entitlement-of-another-product');
  given(...onSite)
    .when(about('滚筒洗衣机 XQG80', true))
    .then(
      checked('document', 'W-100', {
        product: '滚筒洗衣机 XQG80',
        entitlement: { kind: 'chargeable', reference: 'W-100' },
      }),
      found(1, 'V12', 'entitlement-of-another-product'),
    );
  given(...onSite)
    .when(about('挂机空调ＫＦＲ-35'))
    .then(checked('document', 'W-100', { product: '挂机空调ＫＦＲ-35' }));
});
