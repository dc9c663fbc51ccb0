import { test } from '@jest/globals';
import { specification } from '@app/kernel/src/testing/specification.js';
import { clauseOf, edition, openedCase, person, report } from '../../testing/cases.js';
import { document2 } from '../edition/document-2.js';
import { standingDecider } from '../standing.decider.js';

const given = specification(standingDecider);

test.each([
  ['D20', 'D20.idle'],
  ['D35', 'D35.idle'],
])('[%s] %s: not of a supervisor who did it with those whom they lead', (article, name) => {
  const { department } = clauseOf(name);
  const subject = { ...person, department, supervisor: true };
  const together = ['li-wei'];
  const beside = { subject, subordinates: together };
  given()
    .when(report(name, { together }, beside))
    .thenRefusedUnder(article, 'removal-in-its-place');
  given()
    .when(report(name, { together }, { ...beside, subordinates: [] }))
    .then(openedCase(1, name, { together, supervisor: true }));
  given()
    .when(report(name, { together }, { subject: { ...subject, supervisor: false } }))
    .then(openedCase(1, name, { together }));
  const clauses = document2.clauses.filter(({ clause }) => clause !== 'with-subordinates');
  const text = { ...document2, clauses };
  given()
    .when(report(name, { together }, { ...beside, edition: { ...edition, text } }))
    .then(openedCase(1, name, { together, supervisor: true }, { text }));
});
