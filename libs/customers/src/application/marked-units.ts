import { contractStreams } from '@app/contracts';
import type { Contexts } from '@app/event-store';
import { isSame } from '../domain/unit/components.js';
import { markStreams, type MarkId, type MarkKind } from '../domain/mark/mark.js';
import {
  unitStreams,
  type InstalledComponent,
  type KnownUnit,
  type Unit,
} from '../domain/unit/unit.state.js';

/** The units that a number stands on, as their files are now; none where nobody has registered it. */
export async function markedUnits(mark: MarkId, contexts: Contexts): Promise<readonly KnownUnit[]> {
  return knownOf(await contexts.readMany(unitStreams, await contexts.read(markStreams, mark)));
}

/** A unit by its own id, or by any number that stands on it, a document before a barcode; else those that a contract of that number names. */
export async function unitsCalled(name: string, contexts: Contexts): Promise<readonly KnownUnit[]> {
  const unit = await contexts.read(unitStreams, name);
  if (unit.status !== 'none') return [unit];
  for (const kind of ['document', 'barcode'] satisfies MarkKind[]) {
    const units = await markedUnits({ kind, number: name }, contexts);
    if (units.length > 0) return units;
  }
  const contract = await contexts.read(contractStreams, name);
  if (contract.status === 'none') return [];
  return knownOf(await contexts.readMany(unitStreams, contract.systems));
}

/** Those that are on file. */
export function knownOf(units: readonly Unit[]): readonly KnownUnit[] {
  return units.filter((unit): unit is KnownUnit => unit.status !== 'none');
}

/** The component of a unit that has this barcode, or had it until it was replaced; undefined where none did. */
export function componentOf(
  { components }: KnownUnit,
  barcode: string,
): InstalledComponent | undefined {
  return components.find((each) => isSame(each.barcode, barcode));
}
