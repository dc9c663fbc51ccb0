import {
  enforce,
  instantOf,
  localDate,
  noSuch,
  type Actor,
  type Command,
  type Decider,
  type Instant,
  type LocalDate,
} from '@app/kernel';
import { cameToLight, happened } from '@app/policy';
import { approvedEditionIsNotChanged } from '../rules/approved-edition-is-not-changed.js';
import { editionIsApprovedByTheManager } from '../rules/edition-is-approved-by-the-manager.js';
import { editionStartsAfterTheOneBefore } from '../rules/edition-starts-after-the-one-before.js';
import { editionStartsAtItsPromulgation } from '../rules/edition-starts-at-its-promulgation.js';
import { checkEdition } from './check-edition.js';
import { document2 } from './document-2.js';
import type { EditionText } from './edition.js';
import type { EditionEvent } from './edition.events.js';
import { approved, DOCUMENT_2, type Edition, type EditionLine } from './edition-line.js';

export type DraftEdition = Command<
  'DraftEdition',
  { readonly line: string; readonly edition: string; readonly text?: EditionText }
>;
export type ApproveEdition = Command<
  'ApproveEdition',
  { readonly line: string; readonly edition: string; readonly from?: LocalDate }
>;
export type EditionCommand = DraftEdition | ApproveEdition;

/** Editions of a document; see `EditionLine`. */
export const editionDecider: Decider<EditionCommand, EditionLine, EditionEvent> = {
  initialState: () => ({ editions: [] }),
  evolve,
  decide(command, line) {
    if (command.data.line !== DOCUMENT_2) throw unknownLine('/line');
    return [
      command.type === 'DraftEdition' ? draftEdition(command, line) : approveEdition(command, line),
    ];
  },
};

/**
 * What is to be approved (D41). The same edition may be drafted anew until it is. Without a text of
 * its own it says what the published document says.
 *
 * @throws Refused D42: it was approved
 * @throws Invalid it makes no sense, pointing at the field
 */
function draftEdition(command: DraftEdition, { editions }: EditionLine): EditionEvent {
  const { edition, text = document2 } = command.data;
  enforce(
    [approvedEditionIsNotChanged],
    editions.find((each) => each.edition === edition),
  );
  checkEdition(text);
  return happened(command, 'EditionDrafted', { edition, text }, ['D41']);
}

/**
 * It judges what happens from the first moment of `from`, by default of the day of the approval; and
 * on that very day from the approval on: no fact before it was known is judged by it (D44).
 *
 * @throws Refused D42: by somebody else, or approved before; D43: not later than the edition before;
 *   D44: from a day before the approval
 */
function approveEdition(command: ApproveEdition, line: EditionLine): EditionEvent {
  const { edition } = command.data;
  const draft = line.editions.find((each) => each.edition === edition);
  if (!draft) throw unknownEdition('/edition');
  enforce([editionIsApprovedByTheManager], command.actor);
  enforce([approvedEditionIsNotChanged], draft);
  const approvedAt = cameToLight(command, draft.draftedAt);
  const { from = localDate(approvedAt) } = command.data;
  enforce([editionStartsAtItsPromulgation], { from, approvedOn: localDate(approvedAt) });
  const inForceFrom = later(instantOf(from, '00:00'), approvedAt);
  const before = approved(line).at(-1)?.inForceFrom;
  enforce([editionStartsAfterTheOneBefore], { inForceFrom, ...(before && { before }) });
  return happened(command, 'EditionApproved', { edition, inForceFrom }, ['D42', 'D43', 'D44']);
}

function evolve({ editions }: EditionLine, event: EditionEvent): EditionLine {
  const { edition } = event.data;
  const known = editions.find((each) => each.edition === edition);
  const now =
    event.type === 'EditionDrafted'
      ? drafted(event.data, event)
      : known && {
          ...known,
          inForceFrom: event.data.inForceFrom,
          approvedBy: event.actor.id,
        };
  if (!now || (known?.inForceFrom !== undefined && event.type === 'EditionDrafted'))
    return { editions };
  return {
    editions: known ? editions.map((each) => (each === known ? now : each)) : [...editions, now],
  };
}

function drafted(
  { edition, text }: { readonly edition: string; readonly text: EditionText },
  { occurredAt, actor }: { readonly occurredAt: Instant; readonly actor: Actor },
): Edition {
  return { edition, text, draftedAt: occurredAt, draftedBy: actor.id };
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

export const unknownLine = noSuch('edition-line', { zh: '这份文件的版本', en: 'line of editions' });
export const unknownEdition = noSuch('edition', { zh: '这个版本', en: 'edition' });
