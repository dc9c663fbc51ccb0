import { INTAKE_FIELDS, pick, type Intake } from '../domain/ticket/intake.js';
import type { CustomerLinked, IntakeCorrected } from '../contract.js';

/** What the ticket says of the call from an event on that sets it right or links it to a customer's file. */
export function intakeShown({
  type,
  data,
}: Pick<IntakeCorrected, 'type' | 'data'> | Pick<CustomerLinked, 'type' | 'data'>): Partial<
  Intake & { customer: string | null; site: string | null }
> {
  const said: Partial<Intake> = pick(data as Partial<Intake>, INTAKE_FIELDS);
  return type === 'CustomerLinked'
    ? { ...said, customer: data.customer, site: data.site ?? null }
    : said;
}
