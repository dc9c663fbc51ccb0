import type { Client } from '@app/scenario';
import type { Output } from '../output.js';
import { announcedYear } from './announced-year.js';

/** The first year that anybody asks for, and the one behind the last that a calendar could be announced for. */
const YEARS = { from: 2020, until: 2100 };

/**
 * Publishes the working calendar of each announced year that the service lacks. A year that it has
 * stays as it is: what was corrected there is not taken back.
 *
 * @throws Error the service refused one
 */
export async function publishYears(
  client: Client,
  operator: { readonly login: string; readonly password: string },
  output: Output,
): Promise<void> {
  await client.signIn(operator.login, operator.password);
  for (let year = YEARS.from; year < YEARS.until; year++) {
    const announced = announcedYear(String(year));
    if (!announced) continue;
    const there = await client.get(operator.login, `/calendar/${year}`);
    if (there.status === 200) continue;
    const { status, body } = await client.post(operator.login, '/calendar', announced);
    if (status >= 300) throw new Error(`${year}: ${status} ${JSON.stringify(body)}`);
    output.remark(
      { zh: `已公布 ${year} 年工作日历`, en: `published the working calendar of ${year}` }[
        output.language
      ],
    );
  }
}
