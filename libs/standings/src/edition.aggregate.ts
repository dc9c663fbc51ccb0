import { aggregate, changes, edits } from '@app/aggregates';
import { chinese, plainAccount, when, who } from '@app/audit/src/words/index.js';
import { managers } from '@app/identity';
import { editionDecider, unknownLine } from './domain/edition/edition.decider.js';
import { editionEvents, type EditionEvent } from './domain/edition/edition.events.js';
import { lineStreams, SERVICE_SETTINGS } from './domain/edition/edition-line.js';
import {
  ApproveEditionDto,
  DraftEditionDto,
  DraftSettingsDto,
  EditionLineBody,
} from './http/edition.dto.js';
import { editionLineBody } from './http/edition-line.body.js';
import { readEdition } from './permissions.js';

export const editions = aggregate({
  streams: lineStreams,
  decider: editionDecider,
  events: editionEvents,
  path: 'editions',
  id: 'line',
  commands: {
    DraftEdition: changes(DraftEditionDto, managers),
    DraftSettings: changes(DraftSettingsDto, managers),
    ApproveEdition: edits(ApproveEditionDto, ['general-manager']),
  },
  shows: {
    as: EditionLineBody,
    summary:
      'The editions of document 2 (`document-2`) or of the service settings (`service-settings`), and what each changes (D41–D44).',
    to: readEdition,
    operation: 'readEditions',
    unknown: unknownLine,
    body: editionLineBody,
    ships: ({ line }) => line === SERVICE_SETTINGS,
  },
  account: plainAccount<EditionEvent>({
    EditionDrafted: ({ data: { edition, text }, actor }) => ({
      zh: chinese`${who(actor).zh}拟订版本${edition}，共${text.clauses.length}款。`,
      en: `${who(actor).en} drafted edition ${edition} of ${text.clauses.length} clauses.`,
    }),
    SettingsDrafted: ({ data: { edition }, actor }) => ({
      zh: chinese`${who(actor).zh}拟订服务设置版本${edition}。`,
      en: `${who(actor).en} drafted edition ${edition} of the service settings.`,
    }),
    EditionApproved: ({ data: { edition, inForceFrom }, actor }) => ({
      zh: chinese`${who(actor).zh}批准版本${edition}，自${when(inForceFrom).zh}起施行。`,
      en: `${who(actor).en} approved edition ${edition}, in force from ${when(inForceFrom).en}.`,
    }),
  }),
});
