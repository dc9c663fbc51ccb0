import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instant, localDate, localTime, meetsDaily } from './business-time.js';
import { BUSINESS_ZONE } from './time.js';

const night = { from: '21:00', until: '08:00' };
const meal = { from: '12:00', until: '14:00' };

const moment = (time: string) => instant(`2026-03-02T${time}+08:00`);
const span = (from: string, until: string) => ({ from: moment(from), until: moment(until) });

describe('[V19] hours that come round every day are met', () => {
  test.each([
    ['from their first moment', span('12:00:00', '12:00:00')],
    ['until just before their last', span('13:59:59.999', '13:59:59.999')],
    ['by what ends in them', span('11:00:00', '12:00:01')],
    ['by what begins in their last second', span('13:59:30', '15:00:00')],
    ['by what goes round them', span('11:59:59', '14:00:30')],
    [
      'by a day and more',
      { from: moment('14:00:30'), until: instant('2026-03-03T14:00:30+08:00') },
    ],
  ])('%s', (_, met) => {
    expect(meetsDaily(met, meal)).toBe(true);
  });

  test.each([
    ['a moment in the second before', span('11:59:59.500', '11:59:59.500')],
    ['a second before them', span('11:59:59', '11:59:59')],
    ['the moment at which they end', span('14:00:00', '14:00:00')],
    ['what begins seconds before and ends as they begin', span('11:58:30', '12:00:00')],
    ['what begins half a minute after', span('14:00:30', '15:00:00')],
  ])('but not by %s', (_, free) => {
    expect(meetsDaily(free, meal)).toBe(false);
  });

  test('over midnight too, to the second', () => {
    expect(meetsDaily(span('20:00:30', '21:00:00'), night)).toBe(false);
    expect(meetsDaily(span('20:00:30', '21:00:30'), night)).toBe(true);
    expect(meetsDaily(span('07:59:59', '07:59:59'), night)).toBe(true);
    expect(meetsDaily(span('08:00:30', '09:00:00'), night)).toBe(false);
    expect(meetsDaily(span('21:00:30', '22:00:00'), { from: '20:00', until: '21:00' })).toBe(false);
  });
});

test('date and time are those of the zone at every instant, with its summers of 1986 to 1991', () => {
  const zone = new Intl.DateTimeFormat('sv-SE', {
    timeZone: BUSINESS_ZONE,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const moments = fc.date({
    min: new Date('1980-01-01T00:00:00Z'),
    max: new Date('2099-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  const changes = ['1986-05-03T17:59:59Z', '1986-05-03T18:00:00Z', '1991-09-14T17:00:00Z'];
  fc.assert(
    fc.property(moments, (moment) => {
      const at = instant(moment);
      expect(`${localDate(at)} ${localTime(at)}`).toBe(zone.format(moment));
    }),
    { examples: changes.map((each): [Date] => [new Date(each)]) },
  );
});
