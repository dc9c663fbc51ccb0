import { customerStreams } from '@app/customers';
import type { Contexts } from '@app/event-store';
import { stockStreams, type MaterialSold } from '@app/inventory';
import { ERASED } from '@app/kernel';
import type { ReportSaleWithoutFile } from '../domain/standing.commands.js';
import { knownOfCase } from './known.js';

/** As of any case, and whether there is a file of the customer of a sale (D25); of one who was erased there was. */
export async function knownOfSale(
  { data }: Pick<ReportSaleWithoutFile, 'data'>,
  contexts: Contexts,
): Promise<ReportSaleWithoutFile['known']> {
  const { sku, place, slip, at } = data;
  const { employee, year } = data;
  const known = await knownOfCase(
    { data: { employee, year, happenedAt: at }, occurredAt: at },
    contexts,
  );
  const events = await contexts.recordedSince(stockStreams, { sku, place }, at);
  const sold = events.find(
    (event) => event.type === 'MaterialSold' && (event.data as MaterialSold['data']).slip === slip,
  );
  const customer = (sold?.data as MaterialSold['data'] | undefined)?.customer ?? ERASED;
  const { status } = await contexts.read(customerStreams, customer);
  return { ...known, file: status === 'none' && customer !== ERASED ? 'none' : 'on-file' };
}
