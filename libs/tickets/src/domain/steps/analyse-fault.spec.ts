import { NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { cancelled, faultAnalysed, opened } from '../../testing/past.js';
import { command, event, givenFor, ticketAfter } from '../../testing/ticket.builders.js';
import { analyseFault } from './analyse-fault.js';

const given = givenFor(analyseFault);
const analysis = {
  symptom: '外机不启动',
  suspectedCause: '电容失效',
  parts: ['CAP-35'],
  tools: ['T-100'],
};

test('[V6] symptom, suspected cause, parts and tools are thought through', () => {
  given(opened()).when(command('AnalyseFault', analysis)).then(event('FaultAnalysed', analysis));
});

test('[V6] a later analysis replaces the one before', () => {
  const later = { ...analysis, parts: [], tools: ['T-200'] };
  given(opened(), faultAnalysed())
    .when(command('AnalyseFault', later))
    .then(event('FaultAnalysed', later));
  expect(ticketAfter(opened(), faultAnalysed(), event('FaultAnalysed', later)).analysis).toEqual({
    parts: [],
    tools: ['T-200'],
  });
});

test('a cancelled ticket is not analysed', () => {
  given(opened(), cancelled())
    .when(command('AnalyseFault', analysis))
    .thenThrows(NotPossible, 'ticket-cancelled');
});
