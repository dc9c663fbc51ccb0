import {
  enforce,
  instantOf,
  Invalid,
  localDate,
  noSuch,
  plusMinutes,
  plusMonths,
  type Actor,
  type Command,
  type Decider,
  type Instant,
  type LocalDate,
} from '@app/kernel';
import { cameToLight, happened, type ServiceSettings } from '@app/policy';
import { approvedEditionIsNotChanged } from '../rules/approved-edition-is-not-changed.js';
import { editionIsApprovedByTheManager } from '../rules/edition-is-approved-by-the-manager.js';
import { editionIsDraftedByTheCentre } from '../rules/edition-is-drafted-by-the-centre.js';
import { editionStartsAfterTheOneBefore } from '../rules/edition-starts-after-the-one-before.js';
import { editionStartsAtItsPromulgation } from '../rules/edition-starts-at-its-promulgation.js';
import { checkEdition } from './check-edition.js';
import { document2 } from './document-2.js';
import type { EditionText } from './edition.js';
import type { EditionEvent } from './edition.events.js';
import {
  approved,
  DOCUMENT_2,
  SERVICE_SETTINGS,
  type Edition,
  type EditionLine,
} from './edition-line.js';
import { checkSettings, withShipped } from './settings.js';

export type DraftEdition = Command<
  'DraftEdition',
  { readonly line: string; readonly edition: string; readonly text?: EditionText }
>;
export type DraftSettings = Command<
  'DraftSettings',
  { readonly line: string; readonly edition: string; readonly settings: Partial<ServiceSettings> }
>;
export type ApproveEdition = Command<
  'ApproveEdition',
  { readonly line: string; readonly edition: string; readonly from?: LocalDate }
>;
export type EditionCommand = DraftEdition | DraftSettings | ApproveEdition;

type Text = EditionText | ServiceSettings;

/** Minutes between an approval and its force: by then every process that serves knows of the settings. */
const AHEAD: Readonly<Record<string, number>> = { [DOCUMENT_2]: 0, [SERVICE_SETTINGS]: 1 };

/** Months from its approval within which an edition is in force: a wrong year would stop all later ones (D43). */
const MOST_MONTHS_AHEAD = 24;

/** Editions of document 2, and of the service settings; see `EditionLine`. */
export const editionDecider: Decider<EditionCommand, EditionLine<Text>, EditionEvent> = {
  initialState: () => ({ editions: [] }),
  evolve,
  decide(command, stored) {
    const { line } = command.data;
    const editions = withShipped(line, stored);
    switch (command.type) {
      case 'DraftEdition':
        if (line !== DOCUMENT_2) throw unknownLine('/line');
        return [draftEdition(command, editions)];
      case 'DraftSettings':
        if (line !== SERVICE_SETTINGS) throw unknownLine('/line');
        return [draftSettings(command, editions as EditionLine<ServiceSettings>)];
      case 'ApproveEdition':
        if (AHEAD[line] === undefined) throw unknownLine('/line');
        return [approveEdition(command, editions)];
    }
  },
};

/**
 * What is to be approved (D41). The same edition may be drafted anew until it is. Without a text of
 * its own it says what the published document says.
 *
 * @throws Refused D41: by somebody else; D42: it was approved
 * @throws Invalid it makes no sense, pointing at the field
 */
function draftEdition(command: DraftEdition, line: EditionLine<Text>): EditionEvent {
  const { edition, text = document2 } = command.data;
  enforce([editionIsDraftedByTheCentre], command.actor);
  enforce([approvedEditionIsNotChanged], named(edition, line));
  checkEdition(text);
  return happened(command, 'EditionDrafted', { edition, text }, ['D41']);
}

/**
 * The same of the service settings. What a draft leaves out is as in the edition approved last.
 *
 * @throws Refused D41: by somebody else; D42: it was approved
 * @throws Invalid it makes no sense, pointing at the field
 */
function draftSettings(command: DraftSettings, line: EditionLine<ServiceSettings>): EditionEvent {
  const { edition, settings: said } = command.data;
  enforce([editionIsDraftedByTheCentre], command.actor);
  enforce([approvedEditionIsNotChanged], named(edition, line));
  const parts = Object.entries(said).filter(([, value]) => value !== undefined);
  const settings = { ...approved(line).at(-1)!.text, ...Object.fromEntries(parts) };
  checkSettings(settings);
  return happened(command, 'SettingsDrafted', { edition, settings }, ['D41']);
}

/**
 * It judges what happens from the first moment of `from`, by default of the day of the approval; and
 * on that very day from the approval on, service settings from a minute after it: no fact before it was
 * known is judged by it (D44).
 *
 * @throws Refused D42: by somebody else, or approved before; D43: not later than the edition before;
 *   D44: from a day before the approval
 * @throws Invalid `too-far-ahead`: from a day more than two years after the approval
 */
function approveEdition(command: ApproveEdition, line: EditionLine<Text>): EditionEvent {
  const { edition } = command.data;
  const draft = named(edition, line);
  if (!draft) throw unknownEdition('/edition');
  enforce([editionIsApprovedByTheManager], command.actor);
  enforce([approvedEditionIsNotChanged], draft);
  const approvedAt = cameToLight(command, draft.draftedAt);
  const { from = localDate(approvedAt) } = command.data;
  enforce([editionStartsAtItsPromulgation], { from, approvedOn: localDate(approvedAt) });
  if (from > plusMonths(localDate(approvedAt), MOST_MONTHS_AHEAD)) throw tooFarAhead();
  const known = plusMinutes(approvedAt, AHEAD[command.data.line]!);
  const inForceFrom = later(instantOf(from, '00:00'), known);
  const before = approved(line).at(-1)?.inForceFrom;
  enforce([editionStartsAfterTheOneBefore], { inForceFrom, ...(before && { before }) });
  return happened(command, 'EditionApproved', { edition, inForceFrom }, ['D42', 'D43', 'D44']);
}

function named<T>(edition: string, { editions }: EditionLine<T>): Edition<T> | undefined {
  return editions.find((each) => each.edition === edition);
}

function evolve({ editions }: EditionLine<Text>, event: EditionEvent): EditionLine<Text> {
  const { edition } = event.data;
  const known = named(edition, { editions });
  const now = after(known, event);
  if (!now || (known?.inForceFrom !== undefined && event.type !== 'EditionApproved'))
    return { editions };
  return {
    editions: known ? editions.map((each) => (each === known ? now : each)) : [...editions, now],
  };
}

/** Of one that nobody drafted nothing is approved. */
function after(known: Edition<Text> | undefined, event: EditionEvent): Edition<Text> | undefined {
  switch (event.type) {
    case 'EditionDrafted':
      return drafted(event.data.edition, event.data.text, event);
    case 'SettingsDrafted':
      return drafted(event.data.edition, event.data.settings, event);
    case 'EditionApproved': {
      const { inForceFrom } = event.data;
      return known && { ...known, inForceFrom, approvedBy: event.actor.id };
    }
  }
}

function drafted(
  edition: string,
  text: Text,
  { occurredAt, actor }: { readonly occurredAt: Instant; readonly actor: Actor },
): Edition<Text> {
  return { edition, text, draftedAt: occurredAt, draftedBy: actor.id };
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

function tooFarAhead(): Invalid {
  const says = {
    zh: '施行日期不得晚于批准之日起两年',
    en: 'it is in force within two years of its approval',
  };
  return new Invalid('too-far-ahead', says, '/from');
}

export const unknownLine = noSuch('edition-line', { zh: '这份文件的版本', en: 'line of editions' });
export const unknownEdition = noSuch('edition', { zh: '这个版本', en: 'edition' });
