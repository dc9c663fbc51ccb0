import { Invalid } from '@app/kernel';
import { policy, type PolicySettings, type ServiceSettings } from '@app/policy';
import { approved, SERVICE_SETTINGS, type Edition, type EditionLine } from './edition-line.js';

const { version: edition, inForceFrom, ...text } = policy;

/** Edition 1 of the service settings: nobody has drafted it, it comes with the program. */
const shipped: Edition<ServiceSettings> = {
  edition,
  text,
  draftedAt: inForceFrom,
  draftedBy: 'service-centre',
  inForceFrom,
};

/** A line with what ships in force: of document 2 nothing does, it ships as a draft (D42). */
export function withShipped<Text>(
  line: string,
  { editions }: EditionLine<Text>,
): EditionLine<Text | ServiceSettings> {
  return { editions: line === SERVICE_SETTINGS ? [shipped, ...editions] : editions };
}

/** The settings that were approved here, as `knowEditions` takes them. */
export function approvedSettings(line: EditionLine<ServiceSettings>): readonly PolicySettings[] {
  return approved(line).map(({ edition: version, inForceFrom: from, text: settings }) => ({
    ...settings,
    version,
    inForceFrom: from,
  }));
}

/** Of what is counted by kind and name: `location:main`, `tools:meter`. */
const COUNTED = /^(location|tools):[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
const MOST_DAYS = 3_660;

/**
 * Settings must make sense together before they are drafted.
 *
 * @throws Invalid naming the field
 */
export function checkSettings({ materials, stocktake, quietHours }: ServiceSettings): void {
  const { a, b } = materials.classes;
  if (a >= b)
    throw new Invalid(
      'classes-out-of-order',
      { zh: 'A 类的占比须小于 B 类的', en: 'class A ends before class B does' },
      '/settings/materials/classes/a',
    );
  const empty = quietHours.findIndex(({ from, until }) => from === until);
  if (empty >= 0)
    throw new Invalid(
      'empty-span',
      { zh: '时段的起止不得相同', en: 'a span does not end when it begins' },
      `/settings/quietHours/${empty}/until`,
    );
  const { others } = stocktake.everyDays;
  const wrong = Object.entries(others).find(
    ([of, days]) => !COUNTED.test(of) || !Number.isInteger(days) || days < 1 || days > MOST_DAYS,
  );
  if (wrong)
    throw new Invalid(
      'not-a-counting-period',
      {
        zh: `须为 location:地点 或 tools:类别，1 至 ${MOST_DAYS} 天`,
        en: `name location:<place> or tools:<class>, and 1 to ${MOST_DAYS} days`,
      },
      `/settings/stocktake/everyDays/others/${wrong[0].replaceAll('~', '~0').replaceAll('/', '~1')}`,
    );
}
