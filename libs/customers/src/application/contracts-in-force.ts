import { contractStreams, promiseStreams } from '@app/contracts';
import type { Contexts } from '@app/event-store';

/** The contracts of a customer, in whichever of their files, under which service is owed still; of a warranty without maintenance only its dates stay. */
export async function contractsInForce(
  customers: readonly string[],
  contexts: Contexts,
): Promise<readonly string[]> {
  const promises = await contexts.readMany(promiseStreams, customers);
  const ids = promises.flat().map(({ contract }) => contract);
  const contracts = await contexts.readMany(contractStreams, ids);
  return contracts.flatMap((each) => {
    if (each.status !== 'in-force') return [];
    const isMaintained = each.versions.some(({ terms }) => terms.maintenance.length > 0);
    return isMaintained || each.kind !== 'warranty' ? [each.contract] : [];
  });
}
