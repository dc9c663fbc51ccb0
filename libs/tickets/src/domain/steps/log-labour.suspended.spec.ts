import { Forbidden } from '@app/kernel';
import { test } from '@jest/globals';
import { suspended, working } from '../../testing/on-site.past.js';
import { left, productTakenIn } from '../../testing/past.js';
import { command, event, givenFor, span, WANG_FANG } from '../../testing/ticket.builders.js';
import { logLabour } from './log-labour.js';

const given = givenFor(logLabour);
const log = (from: string, until: string) =>
  command('LogLabour', { visit: 1, workType: '维修', span: span(from, until) }, '18:00', {
    known: { logged: [] },
  });
const logged = (from: string, until: string, hours: string) =>
  event('LabourLogged', {
    visit: 1,
    entry: 1,
    technician: 'li-wei',
    workType: '维修',
    span: span(from, until),
    hours,
  });
const broken = [...working, suspended({}, '10:00'), event('WorkResumed', { visit: 1 }, '14:00')];

test('[V19] refuses hours in which the work was interrupted', () => {
  given(...broken)
    .when(log('09:50', '10:01'))
    .thenRefusedUnder('V19', 'labour-while-suspended');
  given(...broken)
    .when(log('13:59', '14:30'))
    .thenRefusedUnder('V19', 'labour-while-suspended');
});

test('[V19] hours up to the interruption and from the resumption on are logged', () => {
  given(...broken)
    .when(log('09:50', '10:00'))
    .then(logged('09:50', '10:00', '0.17'));
  given(...broken)
    .when(log('14:00', '14:30'))
    .then(logged('14:00', '14:30', '0.50'));
});

test('[V19] work that was never taken up again takes no hours after it stopped', () => {
  given(...working, suspended({}, '10:00'), left('10:30'))
    .when(log('10:00', '10:30'))
    .thenRefusedUnder('V19', 'labour-while-suspended');
});

test('[V18] meanwhile the workshop works on what was taken along', () => {
  given(...working, suspended({}, '10:00'), productTakenIn(), left('10:30'))
    .when(log('11:00', '12:00'))
    .then(logged('11:00', '12:00', '1.00'));
});

const byAnother = (from: string, until: string) => ({ ...log(from, until), actor: WANG_FANG });
const broughtIn = [...working, productTakenIn(), left('10:30')];

test('[V18] whoever works in the workshop on what was taken in logs it in their own name', () => {
  const own = { ...logged('11:00', '12:00', '1.00'), actor: WANG_FANG };
  given(...broughtIn)
    .when(byAnother('11:00', '12:00'))
    .then({ ...own, data: { ...own.data, technician: WANG_FANG.id } });
  given(...broughtIn)
    .when(byAnother('09:50', '10:20'))
    .thenThrows(Forbidden, 'not-your-visit');
  given(...working, left('10:30'))
    .when(byAnother('10:00', '10:20'))
    .thenThrows(Forbidden, 'not-your-visit');
});
