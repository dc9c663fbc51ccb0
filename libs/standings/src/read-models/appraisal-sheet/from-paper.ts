import type { Recorded, Seen } from '@app/projections';
import type { FiguresEvent } from '../../contract.js';
import { targets, type Target } from '../../domain/figures/figures.values.js';
import type { PaperFigure } from '../../domain/opening/opening.events.js';
import { subjectOf } from '../../domain/standing.state.js';
import { AppraisalSubjectRow, type AppraisalEntryRow } from './appraisal-sheet.row.js';

/** What was entered of a year's figures from paper, by the number of the entry; approved, it says its number alone. */
export interface PaperSubject {
  readonly entered: Readonly<Record<number, readonly PaperFigure[]>>;
}

type OfPaper = Extract<FiguresEvent, { type: 'OpeningFiguresEntered' | 'OpeningFiguresApproved' }>;

export function isOfPaper(event: Recorded<FiguresEvent>): event is Recorded<OfPaper> {
  return event.type === 'OpeningFiguresEntered' || event.type === 'OpeningFiguresApproved';
}

export function paperKey({ stream }: Recorded<FiguresEvent>): string {
  return `${stream}#paper`;
}

export function paperAfter(
  before: PaperSubject | undefined,
  event: Recorded<OfPaper>,
): PaperSubject {
  const entered = before?.entered ?? {};
  if (event.type === 'OpeningFiguresApproved') return { entered };
  return { entered: { ...entered, [event.data.entry]: event.data.figures } };
}

const SAID = ['target', 'result'] as const;

/** The entries that an approval may make: of each month each target and each result. */
export function paperKeysOf({ type, data, position }: Recorded<OfPaper>): readonly string[] {
  if (type === 'OpeningFiguresEntered') return [];
  const months = Array.from(
    { length: 12 },
    (_, index) => `${data.year}-${String(index + 1).padStart(2, '0')}`,
  );
  return months.flatMap((month) =>
    targets.flatMap((of) => SAID.map((said) => `${position}:${month}/${of}/${said}`)),
  );
}

/**
 * What paper says of a month, beside what is kept here. An entry that is corrected stands no more, also
 * where the one in its place says nothing of the month.
 */
export function ofPaper(
  event: Recorded<OfPaper>,
  id: string,
  seen: Seen,
):
  | Pick<AppraisalEntryRow, 'subject' | 'employee' | 'month' | 'kind' | 'what' | 'amount' | 'shown'>
  | undefined {
  if (event.type === 'OpeningFiguresEntered') return undefined;
  const [month, of, said] = id.slice(id.indexOf(':') + 1).split('/') as [
    string,
    Target,
    (typeof SAID)[number],
  ];
  const { entered } = seen(AppraisalSubjectRow, paperKey(event))!.state as PaperSubject;
  const { entry, corrects = 0 } = event.data;
  const sayOf = (number: number) =>
    entered[number]?.find((each) => each.of === of && each.period === month);
  const now = sayOf(entry);
  const figure = now ?? sayOf(corrects);
  if (!figure) return undefined;
  return {
    subject: `${paperKey(event)}-${of}-${said}-${month}`,
    employee: subjectOf(event.stream).employee,
    month,
    kind: `paper-${said}`,
    what: of,
    amount: figure[said],
    shown: now !== undefined,
  };
}
