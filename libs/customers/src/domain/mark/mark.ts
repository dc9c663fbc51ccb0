import {
  eventTable,
  none,
  NotPossible,
  streamsOf,
  type Command,
  type Decider,
  type DomainEvent,
  type Streams,
} from '@app/kernel';
import { happened } from '@app/policy';

/** What a unit is found by: the barcode of a component, or a service document (V11, V12). */
export type MarkKind = 'barcode' | 'document';

export interface MarkId {
  readonly kind: MarkKind;
  /** In capitals, since who reads `w-1` and `W-1` aloud means the same. */
  readonly number: string;
}

export type MarkPut = DomainEvent<'MarkPut', MarkId & { unit: string }>;
/** The file of the unit was corrected: it has no such document. */
export type MarkTakenOff = DomainEvent<'MarkTakenOff', MarkId & { unit: string }>;
export type MarkEvent = MarkPut | MarkTakenOff;

export type PutMark = Command<'PutMark', MarkId & { unit: string }>;
export type TakeMarkOff = Command<'TakeMarkOff', MarkId & { unit: string }>;
export type MarkCommand = PutMark | TakeMarkOff;

/** The units that a number stands on, the first one first. Of a component it is one; a document may name several. */
export type Mark = readonly string[];

/** Units that one document names at most: whoever looks it up reads them all. */
const MOST_UNITS = 200;

const byParts = streamsOf<Mark, MarkId>('mark', ['kind', 'number']);

/** Of one number: stream `mark-<kind>:<number>`. It is written along with units, and guards that a barcode is on one of them. */
export const markStreams: Streams<Mark, MarkId> = {
  ...byParts,
  named: ({ kind, number }) => byParts.named({ kind, number: number.toUpperCase() }),
};

/* These names and shapes are stored for ever; a change of shape is a new schema version. */
export const markEvents = eventTable<MarkEvent>(
  {
    MarkPut: { kind: 'barcode', number: 'BC-7711-0420', unit: 'U-1' },
    MarkTakenOff: { kind: 'document', number: 'W-2024-118', unit: 'U-1' },
  },
  none('MarkPut', 'MarkTakenOff'),
);

export const markDecider: Decider<MarkCommand, Mark, MarkEvent> = {
  initialState: () => [],
  evolve: (units, { type, data: { unit } }) => {
    const others = units.filter((each) => each !== unit);
    return type === 'MarkPut' ? [...others, unit] : others;
  },
  decide(command, units) {
    const { kind, number, unit } = command.data;
    const isThere = units.includes(unit);
    if (command.type === 'TakeMarkOff')
      return isThere ? [happened(command, 'MarkTakenOff', { kind, number, unit }, ['R8'])] : [];
    if (isThere) return [];
    if (kind === 'barcode' && units.length > 0) throw barcodeOfAnother(number, units[0]!);
    if (units.length >= MOST_UNITS) throw tooManyUnits(number);
    const article = kind === 'barcode' ? 'V12' : 'V11';
    return [happened(command, 'MarkPut', { kind, number, unit }, [article])];
  },
};

function barcodeOfAnother(number: string, unit: string): NotPossible {
  return new NotPossible('barcode-of-another-unit', {
    zh: `条码 ${number} 属于设备 ${unit}`,
    en: `barcode ${number} is on unit ${unit}`,
  });
}

function tooManyUnits(number: string): NotPossible {
  return new NotPossible('too-many-units', {
    zh: `一份凭证最多 ${MOST_UNITS} 台设备：${number}`,
    en: `one document names ${MOST_UNITS} units at most: ${number}`,
  });
}
