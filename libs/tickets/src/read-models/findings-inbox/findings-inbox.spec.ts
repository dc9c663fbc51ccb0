import { describe, expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import type { TicketEvent } from '../../contract.js';
import { excused, found, opened, scheduled } from '../../testing/past.js';
import { at, event, SUPERVISOR, TICKET } from '../../testing/ticket.builders.js';
import { findingsInbox } from './findings-inbox.projection.js';

const given = (...events: TicketEvent[]) =>
  rowsOf(findingsInbox, recorded(`ticket-${TICKET}`, events));

describe('the findings inbox', () => {
  test('holds a finding with its article, visit and person', () => {
    const rows = given(
      opened(),
      scheduled(),
      found(1, 'V21', 'site-not-cleaned', { remark: '油污' }),
    );
    expect(rows.get(`${TICKET}/1`)).toEqual({
      id: `${TICKET}/1`,
      ticket: TICKET,
      finding: 1,
      article: 'V21',
      code: 'site-not-cleaned',
      visit: 1,
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
      given(found(1, 'V21', 'site-not-cleaned'), excused(1, 'V21')).get(`${TICKET}/1`),
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
    expect(given(found(1, 'V21', 'site-not-cleaned'), upheld).get(`${TICKET}/1`)).toMatchObject({
      status: 'upheld',
      verdict: null,
    });
  });

  test('leaves the other findings of the ticket alone', () => {
    const rows = given(
      found(1, 'V21', 'site-not-cleaned'),
      found(2, 'V8', 'not-greeted'),
      excused(1, 'V21'),
    );
    expect(rows.get(`${TICKET}/2`)).toMatchObject({ status: 'open' });
  });
});
