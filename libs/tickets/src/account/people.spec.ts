import { describe, expect, test } from '@jest/globals';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import {
  collected,
  consented,
  labourLogged,
  partConsumed,
  quoteSigned,
} from '../testing/on-site.past.js';
import {
  arrived,
  departed,
  found,
  opened,
  rescheduled,
  scheduled,
  workStarted,
} from '../testing/past.js';
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
      '技术员李伟（调度员赵敏代录）出发',
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

/** As though somebody of the office had written it down, in Li Wei's place or as what they saw of others. */
const byOffice = <E extends TicketEvent>(each: E, onBehalfOf?: string): E => ({
  ...each,
  actor: { id: 'zhao-min', role: 'dispatcher', ...(onBehalfOf && { onBehalfOf }) },
});

describe('what the office writes down', () => {
  const before = [opened(), scheduled(), departed(), arrived()];
  const last = (each: TicketEvent, language: 'zh' | 'en') =>
    told([...before, each], {}, language)
      .split('\n')
      .find((line) => /代录|entered by/.test(line));

  test('of the technician is told as theirs, with who entered it', () => {
    const labour = byOffice(labourLogged('09:50', '10:20'), 'li-wei');
    expect(last(labour, 'zh')).toContain('30 分钟（维修）（调度员 zhao-min 代录）。');
    expect(last(labour, 'en')).toContain('30 minutes (维修) (entered by dispatcher zhao-min).');
    const part = byOffice(partConsumed(), 'li-wei');
    expect(last(part, 'en')).toContain('quantity 2 (entry 1) (entered by dispatcher zhao-min).');
    const work = byOffice(workStarted(), 'li-wei');
    expect(last(work, 'zh')).toContain('技术员 li-wei（调度员 zhao-min 代录）开始维修。');
  });

  test('of the customer is told with who entered it, in whosever place', () => {
    for (const each of [byOffice(consented(), 'li-wei'), byOffice(quoteSigned())]) {
      expect(last(each, 'zh')).toContain('（调度员 zhao-min 代录）。');
      expect(last(each, 'en')).toContain(' (entered by dispatcher zhao-min).');
    }
    expect(last(consented(), 'zh')).toBeUndefined();
  });

  test('of somebody who makes the visit themself is their own', () => {
    const supervisor = { id: 'chen-gang', role: 'supervisor' };
    const own = { ...consented(), actor: supervisor };
    const along = [opened(), scheduled({ technician: 'chen-gang' }), departed(), arrived(), own];
    expect(told(along, {})).not.toContain('代录');
  });
});
