import type { Projection, TableFold } from '@app/projections';
import { AppraisalEntryRow, AppraisalSubjectRow } from './appraisal-sheet.row.js';
import { appraisedTypes, type Appraised } from './appraised-events.js';
import { entryKeysOf, entryOf } from './entries.js';
import { remembered, subjectsOf } from './subjects.js';

/** The entries of all sheets, as they came and went. */
export const appraisalEntries: TableFold<AppraisalEntryRow, Appraised> = {
  row: AppraisalEntryRow,
  begins: 'always',
  keysOf: entryKeysOf,
  evolve: (_, event, id, seen) => entryOf(event, id, seen),
};

/** Everything that a month's appraisal of an employee counts (R13), each entry with the event that made it. */
export const appraisalSheet: Projection<AppraisalSubjectRow, Appraised> = {
  name: 'appraisal-sheet',
  version: 3,
  row: AppraisalSubjectRow,
  handles: appraisedTypes,
  keysOf: subjectsOf,
  evolve(row, event, id) {
    const state = remembered(row?.state, event);
    return state && { id, state };
  },
  beside: [appraisalEntries],
};
