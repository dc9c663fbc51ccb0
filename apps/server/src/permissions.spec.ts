import { describe, expect, test } from '@jest/globals';
import { roles, type Role } from '@app/identity';
import { tickets } from '@app/tickets/src/ticket.aggregate.js';
import { permissions } from './declared.js';

const actions = permissions.map(({ action }) => action);
/** What stores nothing and does not bear the name of reading: a history, a table as a file, a trial of a draft. */
const ALSO_READING = ['replay-stream', 'take-tables', 'try-edition'];
const reads = (action: string) => action.startsWith('read-') || ALSO_READING.includes(action);
const doneBy = (role: Role) =>
  permissions.filter((each) => each.roles.includes(role)).map(({ action }) => action);

describe('the whole table of permissions', () => {
  test('names every action once', () => {
    expect(new Set(actions).size).toBe(actions.length);
    expect(actions.length).toBeGreaterThan(75);
  });

  test('gives every action to somebody, and no role twice', () => {
    for (const { action, roles: allowed } of permissions) {
      expect([action, allowed.length]).not.toEqual([action, 0]);
      expect([action, new Set(allowed).size]).toEqual([action, allowed.length]);
    }
  });

  test('lets the auditor read everything and change nothing but their own password', () => {
    expect(doneBy('auditor')).toEqual(
      actions.filter((action) => reads(action) || action === 'change-password'),
    );
  });

  test('keeps the operator out of tickets', () => {
    const ofTickets = tickets.permissions.map(({ action }) => action);
    expect(ofTickets.length).toBeGreaterThan(40);
    expect(doneBy('operator')).not.toEqual(expect.arrayContaining(['send-steps']));
    expect(doneBy('operator').filter((action) => ofTickets.includes(action))).toEqual([]);
    expect(doneBy('operator')).not.toContain('read-log');
  });

  test('lets an integrator change nothing but its own password', () => {
    expect(doneBy('integrator').filter((action) => !reads(action))).toEqual(['change-password']);
  });

  test('knows every role', () => {
    for (const role of roles) expect(doneBy(role)).not.toEqual([]);
  });
});
