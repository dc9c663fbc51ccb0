import { describe, expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import type { TicketEvent } from '@app/tickets';
import { excused, found, opened, scheduled } from '@app/tickets/src/testing/past.js';
import { at, event, SUPERVISOR, TICKET } from '@app/tickets/src/testing/ticket.builders.js';
import { FOUND_AT, LADDER, past, review, use } from '../../testing/ladder.builders.js';
import { findingsInbox } from './findings-inbox.projection.js';

const STREAM = `ticket-${TICKET}`;
const given = (...events: TicketEvent[]) => rowsOf(findingsInbox, recorded(STREAM, events));

describe('the findings inbox', () => {
  test('holds a finding with its article, visit and person', () => {
    const rows = given(
      opened(),
      scheduled(),
      found(1, 'V21', 'site-not-cleaned', { remark: '油污' }),
    );
    expect(rows.get(`${STREAM}/1`)).toEqual({
      id: `${STREAM}/1`,
      kind: 'ticket',
      entity: TICKET,
      finding: 1,
      article: 'V21',
      code: 'site-not-cleaned',
      place: { visit: 1 },
      person: 'li-wei',
      remark: '油污',
      status: 'open',
      occurredAt: at('10:00'),
      reviewedAt: null,
      reviewedBy: null,
      verdict: null,
      recorded: '3',
    });
  });

  test('shows who excused it, when and why', () => {
    expect(
      given(found(1, 'V21', 'site-not-cleaned'), excused(1, 'V21')).get(`${STREAM}/1`),
    ).toMatchObject({
      status: 'excused',
      reviewedAt: at('14:00'),
      reviewedBy: SUPERVISOR.id,
      verdict: '客户要求',
      recorded: '1',
    });
  });

  test('shows that it was upheld, with or without a remark', () => {
    const upheld = event('FindingUpheld', { finding: 1, article: 'V21' }, '14:00', SUPERVISOR);
    expect(given(found(1, 'V21', 'site-not-cleaned'), upheld).get(`${STREAM}/1`)).toMatchObject({
      status: 'upheld',
      verdict: null,
    });
  });

  test('shows what disproved it, and that one whose verdict was reopened waits again', () => {
    const disprovedBy = { type: 'SiteCleaned', occurredAt: at('09:50') };
    const withdrawn = event(
      'FindingWithdrawn',
      { finding: 1, article: 'V21', disprovedBy },
      '14:30',
    );
    const reopened = event(
      'VerdictReopened',
      { finding: 1, article: 'V21', reason: '申诉' },
      '15:00',
    );
    const past = [found(1, 'V21', 'site-not-cleaned'), excused(1, 'V21')];
    expect(given(...past, withdrawn).get(`${STREAM}/1`)).toMatchObject({
      status: 'withdrawn',
      verdict: 'SiteCleaned',
    });
    expect(given(...past, reopened).get(`${STREAM}/1`)).toMatchObject({
      status: 'open',
      reviewedBy: null,
      verdict: null,
    });
  });

  test('holds what was found in another kind of stream beside it', () => {
    const upheld = review({ finding: 1, verdict: 'upheld', reason: '属实' });
    const rows = rowsOf(findingsInbox, [
      ...recorded(STREAM, [found(1, 'V21', 'site-not-cleaned')]),
      ...recorded(`ladder-${LADDER}`, past(use(), upheld), 1n),
    ]);
    expect([...rows.keys()]).toEqual([`${STREAM}/1`, `ladder-${LADDER}/1`]);
    expect(rows.get(`${STREAM}/1`)).toMatchObject({ kind: 'ticket', status: 'open' });
    expect(rows.get(`ladder-${LADDER}/1`)).toMatchObject({
      kind: 'ladder',
      entity: LADDER,
      finding: 1,
      article: 'V5',
      code: 'ladder-not-secured',
      place: null,
      person: 'li-wei',
      occurredAt: FOUND_AT,
      status: 'upheld',
      reviewedBy: SUPERVISOR.id,
      verdict: '属实',
    });
  });

  test('leaves the other findings of the ticket alone', () => {
    const rows = given(
      found(1, 'V21', 'site-not-cleaned'),
      found(2, 'V8', 'not-greeted'),
      excused(1, 'V21'),
    );
    expect(rows.get(`${STREAM}/2`)).toMatchObject({ status: 'open' });
  });
});
