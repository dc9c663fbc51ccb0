import { customerStreams, type Customer } from '@app/customers';
import type { Contexts } from '@app/event-store';
import type { OnFile, TechnicianDayRow } from './technician-day.row.js';

/**
 * For each ticket that is not over, what its site's file says now where it says otherwise than the
 * ticket: corrected since the call, or told otherwise in it. The ticket keeps what was said; who is
 * on the way sees both, and asks.
 */
export async function otherwiseOnFile(
  rows: readonly TechnicianDayRow[],
  contexts: Contexts,
): Promise<(row: TechnicianDayRow) => OnFile | null> {
  const named = rows.flatMap((row) => (looksItUp(row) ? [row.customer!] : []));
  const customers = [...new Set(named)];
  const files = await contexts.readMany(customerStreams, customers);
  const byCustomer = new Map(customers.map((customer, index) => [customer, files[index]!]));
  return (row) => (looksItUp(row) ? otherwise(row, byCustomer.get(row.customer!)!) : null);
}

function looksItUp({ status, customer, site }: TechnicianDayRow): boolean {
  return status === 'open' && customer !== null && site !== null;
}

function otherwise(row: TechnicianDayRow, file: Customer): OnFile | null {
  if (file.status !== 'registered') return null;
  const known = file.sites.find(({ site }) => site === row.site);
  if (!known) return null;
  const { address, landmark, phone = file.phone } = known;
  const same = address === row.address && landmark === row.landmark && phone === row.phone;
  return same ? null : { address, landmark, phone };
}
