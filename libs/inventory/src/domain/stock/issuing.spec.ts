import { describe, expect, test } from '@jest/globals';
import {
  fold,
  Forbidden,
  Invalid,
  NotFound,
  NotPossible,
  plusMinutes,
  type Actor,
} from '@app/kernel';
import { LI_WEI, STOREKEEPER, SUPERVISOR, WANG_FANG } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import { policy } from '@app/policy';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { expireRequestInTime } from '../../processes/expire-request-in-time.js';
import { ask, carried, event, given, hands, main, pieces, received } from '../../testing/stock.js';
import { waitsUntil } from './requests.js';
import { stockDecider } from './stock.decider.js';
import type { StockEvent } from './stock.events.js';

const to = hands.place;
const slip = 'I-1';
const until = waitsUntil(at('08:30'));
const issue = (quantity: number, more = {}, time: '09:00' | '07:59' = '09:00') =>
  ask('IssueMaterial', { ...main, quantity, to, slip, ...more }, time, pieces);
const issued = (quantity: number, value: string, more = {}) =>
  event('MaterialIssued', { ...main, quantity, value, to, slip, ...more }, '09:00');
const onItsWay = [received(5), issued(2, '24.00')];

describe('领用', () => {
  test('[R12] what is issued leaves the store with its value, and is on its way', () => {
    given(received(5)).when(issue(2)).then(issued(2, '24.00'));
    expect(fold(stockDecider, onItsWay)).toMatchObject({
      thousandths: 3000,
      value: '36.00',
      ways: [{ slip, to, thousandths: 2000, value: '24.00', issuedAt: at('09:00') }],
    });
  });

  test('[R12] no more is issued than there is, than there was, or than there has been since', () => {
    const refused = (past: Parameters<typeof given>, command: ReturnType<typeof issue>) =>
      given(...past)
        .when(command)
        .thenRefusedUnder('R12', 'not-in-stock');
    refused([received(5)], issue(6));
    refused([], issue(1));
    refused([received(5)], issue(1, {}, '07:59'));
    const gone = event(
      'MaterialScrapped',
      { ...main, quantity: 4, value: '48.00', reason: 'x' },
      '10:00',
    );
    const more = { ...received(9, '12.00', 'R-2'), occurredAt: at('11:00') };
    refused([received(5), gone, more], issue(2));
    given(received(5), gone, more).when(issue(1)).then(issued(1, '12.00'));
  });

  test('[R12] a late receipt of the same moment counts with what it came before', () => {
    const used = event(
      'MaterialScrapped',
      { ...main, quantity: 5, value: '60.00', reason: 'x' },
      '09:30',
    );
    const refill = { ...received(3, '12.00', 'R-2'), occurredAt: at('09:30') };
    given(received(5), used, refill).when(issue(3)).then(issued(3, '36.00'));
    given(received(5), used, refill).when(issue(4)).thenRefusedUnder('R12', 'not-in-stock');
  });

  test('[R12] who asks in the wrong numbers is told which field is wrong', () => {
    for (const quantity of [0, -1, 0.5, 1_000_001])
      given(received(5)).when(issue(quantity)).thenThrows(Invalid, 'not-a-quantity');
    given(received(5))
      .when(issue(1, { to: 'main' }))
      .thenThrows(Invalid, 'same-place');
    given(...onItsWay)
      .when(issue(1))
      .thenThrows(NotPossible, 'slip-taken');
  });
});

test('[R12] what is in somebody’s hands they give on themselves, and what is in a store the storekeeper', () => {
  const inHand = event(
    'MaterialTakenIn',
    { ...hands, quantity: 2, value: '24.00', from: 'main', why: 'issued' },
    '08:00',
  );
  const handOn = (by: typeof LI_WEI) =>
    ask('IssueMaterial', { ...hands, quantity: 1, to: 'hands-wang-fang', slip }, '09:00', {
      ...pieces,
      by,
    });
  given(inHand)
    .when(handOn(LI_WEI))
    .then(
      event('MaterialIssued', {
        ...hands,
        quantity: 1,
        value: '12.00',
        to: 'hands-wang-fang',
        slip,
      }),
    );
  given(inHand).when(handOn(STOREKEEPER)).thenThrows(Forbidden, 'not-the-giver');
  const helpsHimself = ask('IssueMaterial', { ...main, quantity: 1, to, slip }, '09:00', {
    ...pieces,
    by: LI_WEI,
  });
  given(received(5)).when(helpsHimself).thenThrows(Forbidden, 'not-the-giver');
});

describe('beyond what the policy leaves to the storekeeper', () => {
  const limit = policy.materials.approvalAbove;
  const dear = received(10, limit);
  const request = event(
    'MaterialRequested',
    { ...main, quantity: 2, to, slip, until },
    '08:30',
    LI_WEI,
  );
  const approval = event('MaterialRequestApproved', { ...main, slip }, '08:40');

  test('[R12] an issue has its request and its approval', () => {
    given(dear).when(issue(1)).then(issued(1, limit));
    given(dear).when(issue(2)).thenRefusedUnder('R12', 'issue-not-approved');
    given(dear, request).when(issue(2)).thenRefusedUnder('R12', 'issue-not-approved');
    given(dear, request, approval).when(issue(2)).then(issued(2, '1000.00'));
    expect(fold(stockDecider, [dear, request, approval, issued(2, '1000.00')])?.requests).toEqual(
      [],
    );
  });

  test('[R12] what one person, or one ticket, gets in a day is one issue, however many papers it has', () => {
    const before = (more = {}, time = '08:45') => {
      const first = { ...main, quantity: 1, value: limit, to, slip: 'I-0', ...more };
      return event('MaterialIssued', first, time as '08:45');
    };
    const refused = (past: readonly StockEvent[], more = {}) =>
      given(dear, ...past)
        .when(issue(1, more))
        .thenRefusedUnder('R12', 'issue-not-approved');
    refused([before()]);
    refused([before({ ticket: 'T-1' })]);
    refused([before({ ticket: 'T-1', to: 'hands-wang-fang' })], { ticket: 'T-1' });
    refused([before({}, '23:59')]);
    const taken = (past: readonly StockEvent[], more = {}) =>
      given(dear, ...past)
        .when(issue(1, more))
        .then(issued(1, limit, more));
    taken([before({ to: 'hands-wang-fang' })], { ticket: 'T-1' });
    taken([before({ to: 'van-2' })]);
    taken([before({}, plusMinutes(at('00:00'), -1))]);
    const declined = { ...main, quantity: 1, value: limit, slip: 'I-0', to, reason: 'x' };
    taken([before(), event('MaterialDeclined', declined, '08:50')]);
    const backFrom = (from: string, value = limit) => {
      const back = { ...main, quantity: 1, value, from, why: 'returned' as const };
      return event('MaterialTakenIn', back, '08:50');
    };
    taken([before(), backFrom(to)]);
    refused([before(), backFrom('hands-wang-fang')]);
    refused([before(), backFrom(to, '1.00')]);
    const [asked, yes] = [request, approval].map((each) => ({
      ...each,
      data: { ...each.data, slip: 'I-0' },
    }));
    taken([asked!, yes!, before()] as StockEvent[]);
  });

  test('[R12] nothing is approved before it was asked for', () => {
    const early = { ...main, slip };
    given(dear, request)
      .when(ask('ApproveMaterialRequest', early, '08:29', { by: SUPERVISOR }))
      .thenThrows(Invalid, 'occurred-too-early');
  });

  test('[R12] told late it was issued all the same, and whoever did it answers for it', () => {
    const finding = { finding: 1, article: 'R12', code: 'issue-not-approved' } as const;
    const recorded = event(
      'FindingRecorded',
      { ...finding, person: STOREKEEPER.id, remark: slip },
      '09:00',
    );
    const { data } = issued(2, '1000.00');
    const late = event('MaterialIssued', { ...data, enteredLateBy: STOREKEEPER.id });
    given(dear)
      .when(inBatch(issue(2)))
      .then(late, recorded);
    given(dear, request, approval)
      .when(inBatch(issue(2)))
      .then(late);
    given(dear)
      .when(inBatch(issue(11)))
      .thenRefusedUnder('R12', 'not-in-stock');
    const review = { ...main, finding: 1, verdict: 'upheld' } as const;
    const upheld = event('FindingUpheld', { finding: 1, article: 'R12' }, '10:00');
    given(dear, issued(2, '1000.00'), recorded)
      .when(ask('ReviewFinding', review, '10:00', { by: SUPERVISOR }))
      .then({ ...upheld, articles: ['R12', 'R13'] });
    given(dear)
      .when(ask('ReviewFinding', review, '10:00', { by: SUPERVISOR }))
      .thenThrows(NotFound, 'finding-not-found');
  });

  test('[R12] it goes to whom it was asked for, and no more of it', () => {
    given(dear, request, approval).when(issue(3)).thenThrows(Invalid, 'not-as-requested');
    const other = issue(1, { to: 'hands-wang-fang' });
    given(dear, request, approval).when(other).thenThrows(Invalid, 'not-as-requested');
  });

  test('[R12] between stores and vans nobody has to approve', () => {
    given(dear)
      .when(issue(2, { to: 'van-1' }))
      .then(issued(2, '1000.00', { to: 'van-1' }));
  });

  test('[R12] nobody approves their own request, nor one that there is not', () => {
    const approve = (actor = SUPERVISOR) =>
      ask('ApproveMaterialRequest', { ...main, slip }, '08:40', { by: actor });
    given(dear, request).when(approve()).then(approval);
    given(dear, request, approval).when(approve()).thenNothing();
    given(dear, request).when(approve(LI_WEI)).thenThrows(Forbidden, 'own-request');
    const forLiWei = { ...request, actor: WANG_FANG };
    given(dear, forLiWei).when(approve(LI_WEI)).thenThrows(Forbidden, 'own-request');
    given(dear).when(approve()).thenThrows(NotFound, 'unknown-slip');
  });

  test('[R12] what is asked for is a quantity of something that was there', () => {
    const wish = (quantity: number, more = {}) =>
      ask('RequestMaterial', { ...main, quantity, to, slip, ...more }, '08:30', {
        ...pieces,
        by: LI_WEI,
      });
    given(dear).when(wish(2)).then(request);
    given(dear).when(wish(0)).thenThrows(Invalid, 'not-a-quantity');
    given(dear)
      .when(wish(1, { to: 'main' }))
      .thenThrows(Invalid, 'same-place');
    given(dear, request).when(wish(2)).thenThrows(NotPossible, 'slip-taken');
    given().when(wish(2)).thenThrows(NotFound, 'never-stocked');
  });
});

describe('on its way', () => {
  const way = { ...main, quantity: 2, value: '24.00', slip, to };
  const accept = (actor = LI_WEI, time: '09:10' | '08:59' = '09:10') =>
    ask('AcceptMaterial', { ...main, slip }, time, { by: actor });
  const accepted = event('MaterialAccepted', { ...way, issuedAt: at('09:00') });

  test('[R12] it arrives by the receiver’s own word, once', () => {
    given(...onItsWay)
      .when(accept())
      .then(accepted);
    given(...onItsWay)
      .when(accept(STOREKEEPER))
      .thenThrows(Forbidden, 'not-the-receiver');
    given(...onItsWay, accepted)
      .when(accept())
      .thenThrows(NotFound, 'unknown-slip');
    given(...onItsWay)
      .when(accept(LI_WEI, '08:59'))
      .thenThrows(Invalid, 'occurred-too-early');
  });

  test('[R12] at a location whoever keeps stores says so', () => {
    const toVan = [received(5), issued(2, '24.00', { to: 'van-1' })];
    given(...toVan)
      .when(accept(LI_WEI))
      .thenThrows(Forbidden, 'not-the-receiver');
    given(...toVan)
      .when(accept(STOREKEEPER))
      .then(event('MaterialAccepted', { ...way, to: 'van-1', issuedAt: at('09:00') }));
  });

  test('[R12] what is not taken is back with the value with which it went', () => {
    const decline = (actor: typeof LI_WEI) =>
      ask('DeclineMaterial', { ...main, slip, reason: '型号不符' }, '09:10', { by: actor });
    const back = event('MaterialDeclined', { ...way, reason: '型号不符' });
    for (const actor of [LI_WEI, STOREKEEPER])
      given(...onItsWay)
        .when(decline(actor))
        .then(back);
    given(...onItsWay)
      .when(decline(WANG_FANG))
      .thenThrows(Forbidden, 'not-the-receiver');
    expect(fold(stockDecider, [...onItsWay, back])).toMatchObject({
      thousandths: 5000,
      value: '60.00',
      ways: [],
    });
  });
});

describe('nobody acts for two', () => {
  const PRETENDS = { ...SUPERVISOR, onBehalfOf: WANG_FANG.id };
  const ofLiWei = { ...main, slip, quantity: 2, to, until };
  const approve = (by: typeof SUPERVISOR) =>
    ask('ApproveMaterialRequest', { ...main, slip }, '08:40', { by });

  test('[R12] whoever asked approves in nobody’s place, and not what they entered for another', () => {
    const own = event('MaterialRequested', ofLiWei, '08:30', SUPERVISOR);
    given(received(5), own).when(approve(PRETENDS)).thenThrows(Forbidden, 'own-request');
    const entered = event('MaterialRequested', ofLiWei, '08:30', PRETENDS);
    given(received(5), entered).when(approve(SUPERVISOR)).thenThrows(Forbidden, 'own-request');
    const another = { ...SUPERVISOR, id: 'sun-hong' };
    given(received(5), entered)
      .when(approve(another))
      .then(event('MaterialRequestApproved', { ...main, slip }));
  });

  test('[R12] a paper is booked once, also when its goods have arrived', () => {
    const arrived = event('MaterialAccepted', {
      ...{ ...issued(2, '24.00').data, issuedAt: at('09:00') },
    });
    for (const past of [onItsWay, [...onItsWay, arrived]])
      given(...past)
        .when(issue(2))
        .thenThrows(NotPossible, 'slip-taken');
    given(...carried(...onItsWay, arrived))
      .when(issue(2))
      .thenThrows(NotPossible, 'slip-taken');
  });

  test('[R12] what arrives is confirmed under one’s own sign-in, or signed for', () => {
    const accept = (more = {}) =>
      ask('AcceptMaterial', { ...main, slip, ...more }, '09:30', {
        by: { ...SUPERVISOR, onBehalfOf: LI_WEI.id },
      });
    given(...onItsWay)
      .when(accept())
      .thenThrows(Forbidden, 'not-the-receiver');
    const signature = 'a'.repeat(64);
    const accepted = { ...issued(2, '24.00').data, issuedAt: at('09:00'), signature };
    given(...onItsWay)
      .when(accept({ signature }))
      .then(event('MaterialAccepted', accepted));
    // The storekeeper who hands it over enters what was signed on the pad, and nobody else does.
    const entered = (by: Actor, more = {}) =>
      ask('AcceptMaterial', { ...main, slip, ...more }, '09:30', { by });
    given(...onItsWay)
      .when(entered(STOREKEEPER, { signature }))
      .then(event('MaterialAccepted', accepted));
    for (const other of [entered(STOREKEEPER), entered(WANG_FANG, { signature })])
      given(...onItsWay)
        .when(other)
        .thenThrows(Forbidden, 'not-the-receiver');
  });
});

describe('requests', () => {
  const asked = (nth: number, by = LI_WEI) =>
    event('MaterialRequested', { ...main, slip: `Q-${nth}`, quantity: 2, to, until }, '08:30', by);
  const ask20 = Array.from({ length: 20 }, (_, nth) => asked(nth));
  const request = (by = LI_WEI) =>
    ask('RequestMaterial', { ...main, quantity: 1, to, slip: 'Q-N' }, '08:40', { ...pieces, by });
  const monthLater = <Told extends object>(told: Told) => ({
    ...told,
    occurredAt: plusMinutes(at('08:30'), 30 * 24 * 60),
  });

  test('[R12] of one person for one material wait so many at a time, and no more', () => {
    given(received(5), ...ask20)
      .when(request())
      .thenThrows(NotPossible, 'too-many-requests');
    given(received(5), ...ask20.slice(1))
      .when(request())
      .events();
    given(received(5), ...ask20)
      .when(request(WANG_FANG))
      .events();
    const inPlaceOf = { ...WANG_FANG, onBehalfOf: LI_WEI.id };
    given(received(5), ...ask20)
      .when(request(inPlaceOf))
      .thenThrows(NotPossible, 'too-many-requests');
  });

  test('[R12] are withdrawn by whoever is concerned, or by the stores, and wait no more', () => {
    const withdraw = (by: typeof LI_WEI) =>
      ask('WithdrawMaterialRequest', { ...main, slip: 'Q-0', reason: '改用旧件' }, '08:50', { by });
    const withdrawn = event('MaterialRequestWithdrawn', {
      ...{ ...main, slip: 'Q-0', reason: '改用旧件' },
    });
    for (const by of [LI_WEI, STOREKEEPER, { ...WANG_FANG, onBehalfOf: LI_WEI.id }])
      given(received(5), asked(0)).when(withdraw(by)).then(withdrawn);
    given(received(5), asked(0, STOREKEEPER)).when(withdraw(LI_WEI)).then(withdrawn);
    given(received(5), asked(0))
      .when(withdraw(WANG_FANG))
      .thenThrows(Forbidden, 'not-your-request');
    given(received(5), asked(0), withdrawn)
      .when(withdraw(LI_WEI))
      .thenThrows(NotFound, 'unknown-slip');
    expect(fold(stockDecider, [received(5), asked(0), withdrawn])?.requests).toEqual([]);
  });

  test('[R12] expire by themselves, unless they were issued or withdrawn before', () => {
    const expire = ask('ExpireMaterialRequest', { ...main, slip: 'Q-0' }, '08:50');
    const expired = event('MaterialRequestExpired', { ...main, slip: 'Q-0' });
    given(received(5), asked(0)).when(expire).thenNothing();
    given(received(5), asked(0)).when(monthLater(expire)).then(expired);
    const issuedSince = event('MaterialIssued', {
      ...{ ...main, quantity: 2, value: '24.00', slip: 'Q-0', to },
    });
    for (const over of [issuedSince, expired])
      given(received(5), asked(0), over).when(monthLater(expire)).thenNothing();
    const { given: told } = processOf(expireRequestInTime);
    const stored = (...events: readonly StockEvent[]) => recorded('stock-CAP-35:main', events);
    const send = { category: 'stock', id: main.sku, type: 'ExpireMaterialRequest' };
    const deadline = {
      ...{ deadline: 'Q-0', at: until },
      send: { ...send, data: { ...main, slip: 'Q-0' } },
    };
    told(...stored(asked(0), issuedSince)).thenCommands(deadline, { withdraw: 'Q-0' });
  });

  test('[R12] that were not issued in their term wait no more', () => {
    const later = monthLater(request());
    given(received(5), ...ask20)
      .when(later)
      .events();
    const again = monthLater(asked(99));
    expect(fold(stockDecider, [received(5), ...ask20, again])?.requests).toHaveLength(1);
    const approve = ask('ApproveMaterialRequest', { ...main, slip: 'Q-0' }, '08:40', {
      by: SUPERVISOR,
    });
    given(received(5), asked(0)).when(approve).events();
    given(received(5), asked(0)).when(monthLater(approve)).thenThrows(NotFound, 'unknown-slip');
  });
});
