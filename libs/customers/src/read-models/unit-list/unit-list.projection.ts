import type { Projection } from '@app/projections';
import {
  evolveUnit,
  unitEvents,
  type KnownUnit,
  type UnitEvent,
  type Warranty,
} from '../../contract.js';
import { UnitRow } from './unit-list.row.js';

/** Every unit, whose it is, where it stands, and until when it is covered (R8, B2). */
export const unitList: Projection<UnitRow, UnitEvent> = {
  name: 'unit-list',
  version: 2,
  row: UnitRow,
  derived: {
    search: {
      type: 'tsvector',
      of: ({ unit, product, serial, documents, components }) => [
        unit,
        product,
        serial ?? '',
        ...documents,
        ...components.flatMap(({ barcode, name, serial: own }) => [barcode, name, own ?? '']),
      ],
    },
  },
  handles: unitEvents,
  begins: ['UnitRegistered'],
  keysOf: ({ data }) => [data.unit],
  evolve(row, event) {
    const { version } = event;
    const before = row ? unitIn(row) : ({ status: 'none' } as const);
    const unit = evolveUnit(before, event);
    return unit.status === 'none' ? undefined : rowOf(unit, version);
  },
};

/** What of a unit a row keeps, as far as it is changed by what happens next. */
function unitIn(row: UnitRow): KnownUnit {
  const { unit, kind, status, product, documents, components } = row;
  const { serial, customer, site } = row;
  return {
    ...{ unit, kind, status, product, documents, components, since: '' },
    ...(serial !== null && { serial }),
    ...(customer !== null && { customer }),
    ...(site !== null && { site }),
    ...warrantyIn(row),
  };
}

function warrantyIn({ countedFrom, warrantyFrom, warrantyUntil }: UnitRow): {
  warranty?: Warranty;
} {
  if (countedFrom === null || warrantyFrom === null || warrantyUntil === null) return {};
  return { warranty: { countedFrom, from: warrantyFrom, until: warrantyUntil } };
}

function rowOf(known: KnownUnit, version: number): UnitRow {
  const { unit, kind, status, product, documents, components } = known;
  const { serial = null, customer = null, site = null } = known;
  return {
    ...{ unit, kind, status, product, serial, customer, site },
    ...{ documents, components },
    ...warrantyShown(known),
    version,
  };
}

function warrantyShown({ warranty }: KnownUnit) {
  return {
    countedFrom: warranty?.countedFrom ?? null,
    warrantyFrom: warranty?.from ?? null,
    warrantyUntil: warranty?.until ?? null,
  };
}
