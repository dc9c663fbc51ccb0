import { enforce, fen, Invalid, localDate, NotPossible, type Bilingual } from '@app/kernel';
import { happened } from '@app/policy';
import { kindOf, lastMomentOf } from '../case/figures.js';
import { nameOf, targetOf } from '../edition/clause.js';
import type { EditionInForce } from '../edition/edition-line.js';
import type { ApproveOpeningFigures, EnterOpeningFigures } from '../figures/figures.commands.js';
import type { Result, Target } from '../figures/figures.values.js';
import type { Figures } from '../figures/figures.state.js';
import { anEditionIsApproved } from '../rules/an-edition-is-approved.js';
import { paperPrecedesThePromulgation } from '../rules/paper-precedes-the-promulgation.js';
import type {
  OpeningFiguresApproved,
  OpeningFiguresEntered,
  PaperFigure,
} from './opening.events.js';
import { approvalOf, mayBeApproved, mayBeEntered, nextEntry, waiting } from './opening.js';

/**
 * What months and years from before document 2 was in force here came to, as paper says: a draft. No
 * period is evaluated by them; they are what a streak goes back to (D14, D19, D32, D34), and what the year
 * of taking over had before. A correction without figures takes back what it corrects.
 *
 * @throws Refused R2: one's own; D8: the paper was entered; D42: no edition was approved; D44: the period
 *   ended since
 * @throws Invalid naming the field @throws NotFound `unknown-opening-entry`
 */
export function enterOpeningFigures(
  command: EnterOpeningFigures,
  figures: Figures,
): OpeningFiguresEntered {
  mayBeEntered(command, figures.openings);
  checkFigures(command, figures, command.data);
  const data = { ...command.data, entry: nextEntry(figures.openings) };
  return happened(command, 'OpeningFiguresEntered', data, ['R13', 'D44']);
}

/**
 * The general manager approves an entry, once.
 *
 * @throws Refused R2: by who entered it
 * @throws NotPossible `opening-entry-approved`, `opening-entry-replaced`
 */
export function approveOpeningFigures(
  command: ApproveOpeningFigures,
  figures: Figures,
): OpeningFiguresApproved {
  const opening = mayBeApproved(command, figures.openings);
  checkFigures(command, figures, { ...opening, figures: opening.said });
  return happened(command, 'OpeningFiguresApproved', approvalOf(command, opening), ['R13', 'D44']);
}

interface Said {
  readonly figures: readonly PaperFigure[];
  readonly dated: string;
  readonly corrects?: number;
  readonly entry?: number;
}

function checkFigures(
  command: EnterOpeningFigures | ApproveOpeningFigures,
  figures: Figures,
  said: Said,
): void {
  const { edition } = command.known;
  enforce([anEditionIsApproved], { edition });
  const first = edition as EditionInForce;
  if (said.figures.length === 0 && said.corrects === undefined)
    throw invalid('no-figures', '/figures', { zh: '没有数字', en: 'there are no figures' });
  if (said.dated > localDate(command.receivedAt ?? command.occurredAt))
    throw invalid('paper-of-the-future', '/dated', {
      zh: '纸面日期在今天之后',
      en: 'the paper bears a date to come',
    });
  const others = figuresBeside(figures, said);
  said.figures.forEach((figure, index) => {
    const place = `/figures/${index}`;
    checkPeriod(figure, place, { year: command.data.year, first });
    checkCounted(figure, place, first);
    checkOnce(figure, place, [...others, ...said.figures.slice(0, index)]);
    if (isKeptHere(figure, figures)) throw keptHere(`${place}/period`);
  });
}

function checkPeriod(
  { period, target }: PaperFigure,
  place: string,
  { year, first }: { readonly year: string; readonly first: EditionInForce },
): void {
  if (kindOf(period) === 'half-year')
    throw invalid('month-or-year', `${place}/period`, {
      zh: '只录入月份或全年',
      en: 'months and whole years are taken over',
    });
  if (period.slice(0, 4) !== year)
    throw invalid('day-of-another-year', `${place}/period`, {
      zh: `${period} 不在 ${year} 年`,
      en: `${period} does not lie in ${year}`,
    });
  if (fen(target) <= 0n)
    throw invalid('target-of-zero', `${place}/target`, {
      zh: '没有指标的期间不予考核',
      en: 'a period without a target is not evaluated',
    });
  enforce([paperPrecedesThePromulgation], {
    at: lastMomentOf(period),
    inForceFrom: first.inForceFrom,
  });
}

/** Only a clause of several periods, of their kind and held against the same target, counts streaks. */
function checkCounted(
  { of, period, counted = [] }: PaperFigure,
  place: string,
  { text }: EditionInForce,
): void {
  const streaks = text.clauses.filter(
    (each) =>
      (each.thresholds?.periods ?? 1) > 1 &&
      each.period === kindOf(period) &&
      targetOf(each) === of,
  );
  counted.forEach((name, index) => {
    if (streaks.some((each) => nameOf(each) === name)) return;
    throw invalid('no-streak', `${place}/counted/${index}`, {
      zh: `${name} 不是该指标和期间的连续考核条款`,
      en: `${name} is no clause of several such periods one after another`,
    });
  });
}

function checkOnce(
  { of, period }: PaperFigure,
  place: string,
  others: readonly PaperFigure[],
): void {
  if (!others.some((each) => each.of === of && each.period === period)) return;
  throw invalid('figure-twice', `${place}/period`, {
    zh: `${period} 列了两次`,
    en: `${period} is named twice`,
  });
}

function figuresBeside({ openings, paper }: Figures, { corrects, entry }: Said) {
  const replaced = openings.find((each) => each.entry === corrects)?.said ?? [];
  return [
    ...paper.filter((each) => !replaced.includes(each)),
    ...waiting(openings)
      .filter((each) => ![entry, corrects].includes(each.entry))
      .flatMap(({ said }) => said),
  ];
}

/** What was kept here is put right here: there would be two numbers of one month. */
function isKeptHere({ of, period }: PaperFigure, { targets, results }: Figures): boolean {
  const reached = results[of === 'sales' ? 'sales' : 'hours'];
  return [targets[of], reached].some((kept) =>
    Object.keys(kept).some((month) => month.startsWith(period)),
  );
}

function keptHere(pointer: string): Invalid {
  return invalid('figures-kept-here', pointer, {
    zh: '该期间的指标或业绩已在系统中登记，请在系统中更正',
    en: 'target or result of that period are kept here already, and are put right here',
  });
}

/** @throws NotPossible `figures-from-paper`: a month that stands on paper is put right by a correction of the entry */
export function notFromPaper(
  { paper }: Figures,
  of: Target | Result,
  months: readonly string[],
): void {
  const said = paper.filter((each) => each.of === of || (of === 'hours' && each.of !== 'sales'));
  const month = months.find((each) =>
    said.some(({ period }) => period === each || period === each.slice(0, 4)),
  );
  if (month === undefined) return;
  throw new NotPossible('figures-from-paper', {
    zh: `${month} 的数字录自纸面；如有错误，请录入更正并注明所更正的期初录入`,
    en: `the figures of ${month} were taken over from paper; an error is put right by an entry that names the one it corrects`,
  });
}

function invalid(code: string, pointer: string, says: Bilingual): Invalid {
  return new Invalid(code, says, pointer);
}
