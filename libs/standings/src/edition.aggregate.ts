import { aggregate, changes, edits } from '@app/aggregates';
import { chinese, plainAccount, when, who } from '@app/audit/src/words/index.js';
import { managers } from '@app/identity';
import { editionDecider, unknownLine } from './domain/edition/edition.decider.js';
import { editionEvents, type EditionEvent } from './domain/edition/edition.events.js';
import { editionStreams } from './domain/edition/edition-line.js';
import { ApproveEditionDto, DraftEditionDto, EditionLineBody } from './http/edition.dto.js';
import { editionLineBody } from './http/edition-line.body.js';
import { readEdition } from './permissions.js';

export const editions = aggregate({
  streams: editionStreams,
  decider: editionDecider,
  events: editionEvents,
  path: 'editions',
  id: 'line',
  commands: {
    DraftEdition: changes(DraftEditionDto, managers),
    ApproveEdition: edits(ApproveEditionDto, ['general-manager']),
  },
  shows: {
    as: EditionLineBody,
    summary: 'The editions of a document, and what each changes (D41–D44).',
    to: readEdition,
    operation: 'readEditions',
    unknown: unknownLine,
    body: editionLineBody,
  },
  account: plainAccount<EditionEvent>({
    EditionDrafted: ({ data: { edition, text }, actor }) => ({
      zh: chinese`${who(actor).zh}拟订版本${edition}，共${text.clauses.length}款。`,
      en: `${who(actor).en} drafted edition ${edition} of ${text.clauses.length} clauses.`,
    }),
    EditionApproved: ({ data: { edition, inForceFrom }, actor }) => ({
      zh: chinese`${who(actor).zh}批准版本${edition}，自${when(inForceFrom).zh}起施行。`,
      en: `${who(actor).en} approved edition ${edition}, in force from ${when(inForceFrom).en}.`,
    }),
  }),
});
