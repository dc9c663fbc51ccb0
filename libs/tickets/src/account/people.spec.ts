import { describe, expect, test } from '@jest/globals';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import { collected } from '../testing/on-site.past.js';
import { departed, found, opened, rescheduled, scheduled } from '../testing/past.js';
import { span } from '../testing/ticket.builders.js';
import { employeesOf, ticketAccount } from './account.js';

const told = (
  events: readonly TicketEvent[],
  names: Readonly<Record<string, string>>,
  language: 'zh' | 'en' = 'zh',
) => {
  const records = events.map((each, index) => ({
    ...each,
    version: index + 1,
    recordedAt: each.occurredAt,
  }));
  const lines = ticketAccount(records, language, new Map(Object.entries(names)));
  return lines.map(({ text }) => text).join('\n');
};

const forAnother = { ...departed(), actor: { ...scheduled().actor, onBehalfOf: 'li-wei' } };

describe('the people of an account', () => {
  test('are all who acted, in whose place, and who is named, each once', () => {
    const events = [opened(), scheduled(), forAnother, collected()];
    expect(employeesOf([...events, found(1, 'V4', 'badge-missing', { person: 'wu-di' })])).toEqual([
      'liu-yang',
      'zhao-min',
      'li-wei',
      'wu-di',
    ]);
  });

  test('are called by their names wherever they stand', () => {
    const names = { 'li-wei': '李伟', 'zhao-min': '赵敏', 'liu-yang': '刘洋', 'wu-di': '吴迪' };
    const moved = rescheduled(span('10:00', '11:00'), { technician: 'wu-di' });
    const account = told(
      [opened(), scheduled(), moved, forAnother, found(1, 'V4', 'badge-missing'), collected()],
      names,
    );
    for (const words of [
      '由接线员刘洋受理',
      '（技术员吴迪，约定',
      '约定由技术员李伟于',
      '改派技术员吴迪',
      '员工李伟（调度员赵敏代录）出发',
      '（技术员李伟），见',
      '技术员李伟收取费用',
    ])
      expect(account).toContain(words);
    expect(account).not.toMatch(/li-wei|zhao-min|liu-yang|wu-di/);
  });

  test('of one name are told apart by their ids, and whoever has no name keeps the id', () => {
    const names = { 'li-wei': '李伟', 'zhao-min': '李伟' };
    const events = [opened(), scheduled()];
    expect(told(events, names)).toContain(
      '调度员李伟（zhao-min）约定由技术员李伟（li-wei）于 09:00–11:00 上门。',
    );
    expect(told(events, names, 'en')).toContain('Dispatcher 李伟 (zhao-min) arranged');
    expect(told(events, names)).toContain('由接线员 liu-yang 受理。');
  });
});
