import { Forbidden, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { cancelled, faultAnalysed, left, opened, scheduled } from '../../testing/past.js';
import {
  command,
  event,
  givenFor,
  HOTLINE,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import { analyseFault } from './analyse-fault.js';

const given = givenFor(analyseFault);
const analysis = {
  symptom: '外机不启动',
  suspectedCause: '电容失效',
  parts: ['CAP-35'],
  tools: ['T-100'],
};

test('[V6] symptom, suspected cause, parts and tools are thought through', () => {
  given(opened(), scheduled())
    .when(command('AnalyseFault', analysis))
    .then(event('FaultAnalysed', analysis));
});

test('[V6] a later analysis replaces the one before', () => {
  const later = { ...analysis, parts: [], tools: ['T-200'] };
  given(opened(), scheduled(), faultAnalysed())
    .when(command('AnalyseFault', later))
    .then(event('FaultAnalysed', later));
  expect(ticketAfter(opened(), faultAnalysed(), event('FaultAnalysed', later)).analysis).toEqual({
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
    .then(event('FaultAnalysed', analysis));
  given(opened(), scheduled(), left(), second)
    .when(command('AnalyseFault', analysis))
    .then(event('FaultAnalysed', analysis));
  given(opened()).when(analyse(HOTLINE)).then(event('FaultAnalysed', analysis));
});

test('a cancelled ticket is not analysed', () => {
  given(opened(), cancelled())
    .when(command('AnalyseFault', analysis))
    .thenThrows(NotPossible, 'ticket-cancelled');
});
