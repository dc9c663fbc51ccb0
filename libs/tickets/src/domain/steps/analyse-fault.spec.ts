import { Forbidden, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import {
  cancelled,
  departed,
  faultAnalysed,
  found,
  left,
  opened,
  prepared,
  reopened,
  resolved,
  scheduled,
} from '../../testing/past.js';
import {
  at,
  command,
  event,
  givenFor,
  HOTLINE,
  LI_WEI,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { analyseFault } from './analyse-fault.js';

const given = givenFor(analyseFault);
/** Li Wei's, for the visit that he is to make. */
const own = { visit: 1, technician: LI_WEI.id };
const analysis = {
  symptom: '外机不启动',
  suspectedCause: '电容失效',
  parts: ['CAP-35'],
  tools: ['T-100'],
};

test('[V6] symptom, suspected cause, parts and tools are thought through', () => {
  given(opened(), scheduled())
    .when(command('AnalyseFault', analysis))
    .then(event('FaultAnalysed', { ...own, ...analysis }));
});

test('[V6] a later analysis replaces the one before', () => {
  const later = { ...analysis, parts: [], tools: ['T-200'] };
  given(opened(), scheduled(), faultAnalysed())
    .when(command('AnalyseFault', later))
    .then(event('FaultAnalysed', { ...own, ...later }));
  expect(
    ticketAfter(opened(), faultAnalysed(), event('FaultAnalysed', later, '08:20')).analysis,
  ).toEqual({
    at: at('08:20'),
    parts: [],
    tools: ['T-200'],
  });
});

test('[V6] a technician analyses only where a visit is or was theirs; the office analyses any fault', () => {
  const analyse = (by = WANG_FANG) => command('AnalyseFault', analysis, '09:00', { by });
  const second = scheduled({ visit: 2, technician: WANG_FANG.id });
  given(opened()).when(analyse()).thenThrows(Forbidden, 'not-your-ticket');
  given(opened(), scheduled()).when(analyse()).thenThrows(Forbidden, 'not-your-ticket');
  given(opened(), scheduled(), left(), second)
    .when(analyse())
    .then(event('FaultAnalysed', { visit: 2, technician: WANG_FANG.id, ...analysis }));
  given(opened(), scheduled(), left(), second)
    .when(command('AnalyseFault', analysis))
    .then(event('FaultAnalysed', { ...own, ...analysis }));
  given(opened()).when(analyse(HOTLINE)).then(event('FaultAnalysed', analysis));
});

test('a cancelled ticket is not analysed', () => {
  given(opened(), cancelled())
    .when(command('AnalyseFault', analysis))
    .thenThrows(NotPossible, 'ticket-cancelled');
});

test('[V3] [V5] an analysis that needs nothing withdraws that no lists were made of it', () => {
  const unlisted = [found(1, 'V3', 'parts-not-listed'), found(2, 'V5', 'tools-not-listed')];
  const before: TicketEvent[] = [
    opened(),
    scheduled(),
    prepared({ parts: [], tools: [] }, '08:30'),
    ...unlisted,
  ];
  const codes = (parts: string[], past = before) =>
    given(...past)
      .when(command('AnalyseFault', { ...analysis, parts, tools: [] }, '10:30'))
      .events()
      .map(({ type, data }) => ('finding' in data ? `${type} ${data.finding}` : type));
  const both = ['FindingWithdrawn 1', 'FindingWithdrawn 2'];
  expect(codes([])).toEqual(['FaultAnalysed', ...both]);
  expect(codes(['CAP-35'])).toEqual(['FaultAnalysed', 'FindingWithdrawn 2']);
  expect(codes([], [...before, departed()])).toEqual(['FaultAnalysed']);
});

test('[R10] after a reopening the fault is thought through anew', () => {
  const reopenedAfter = ticketAfter(opened(), faultAnalysed(), resolved(), reopened());
  expect(reopenedAfter.analysis).toBeUndefined();
  expect(ticketAfter(opened(), faultAnalysed(), cancelled(), reopened()).analysis).toBeDefined();
});
