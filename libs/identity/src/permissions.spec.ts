import { describe, expect, test } from '@jest/globals';
import { actions, mayDo, permissions } from './permissions.js';
import { roles } from './roles.js';

const reads = (action: string) => action.startsWith('read-') || action === 'replay-stream';

describe('the table of permissions', () => {
  test('denies whatever it does not name', () => {
    expect(mayDo('operator', 'drop-everything')).toBe(false);
    expect(mayDo('intern', 'read-board')).toBe(false);
    expect(mayDo('toString', 'constructor')).toBe(false);
  });

  test('gives every action to somebody, and no role twice', () => {
    for (const action of actions) {
      expect(permissions[action].length).toBeGreaterThan(0);
      expect(new Set(permissions[action]).size).toBe(permissions[action].length);
    }
  });

  test('lets the auditor read everything and change nothing but their own password', () => {
    const audited = actions.filter((action) => mayDo('auditor', action));
    expect(audited).toEqual(
      actions.filter((action) => reads(action) || action === 'change-password'),
    );
  });

  test('keeps the operator out of tickets', () => {
    const ofTickets = actions.slice(0, actions.indexOf('send-steps') + 1);
    expect(ofTickets).toHaveLength(46);
    expect(ofTickets.filter((action) => mayDo('operator', action))).toEqual([]);
    expect(mayDo('operator', 'read-log')).toBe(false);
  });

  test('lets an integrator change nothing but its own password', () => {
    const changes = actions.filter((action) => mayDo('integrator', action) && !reads(action));
    expect(changes).toEqual(['change-password']);
  });

  test('knows every role', () => {
    for (const role of roles) expect(actions.some((action) => mayDo(role, action))).toBe(true);
  });
});
