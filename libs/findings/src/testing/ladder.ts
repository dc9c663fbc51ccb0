import {
  findingEvents,
  findingsAfter,
  isOfFinding,
  mayBeFound,
  recordDeeds,
  reopenVerdict,
  reviewFinding,
  type FindingEvent,
  type ReopenVerdict,
  type ReviewFinding,
  type WithFindings,
} from '@app/findings';
import {
  broken,
  eventTable,
  none,
  streams,
  type Command,
  type Decider,
  type DomainEvent,
} from '@app/kernel';
import { happened, rule } from '@app/policy';

/* What a stranger to tickets needs for findings of its own: a ladder, which may be stood on unsecured. */

export type LadderUsed = DomainEvent<'LadderUsed', { employee: string; secured: boolean }>;
export type LadderEvent = LadderUsed | FindingEvent;

export type UseLadder = Command<
  'UseLadder',
  { ladder: string; employee: string; secured: boolean }
>;
export type LadderCommand = UseLadder | ReviewFinding | ReopenVerdict;

export type Ladder = WithFindings & { readonly uses: number };

export const ladderStreams = streams<Ladder>('ladder');

export const ladderEvents = {
  ...eventTable<LadderUsed>(
    { LadderUsed: { employee: 'li-wei', secured: false } },
    none('LadderUsed'),
  ),
  ...findingEvents(),
};

const ladderIsSecured = rule<{ secured: boolean }>(
  'V5',
  'ladder-not-secured',
  { zh: '梯子未固定', en: 'the ladder was not secured' },
  ({ secured }) => !secured,
);

export const found = mayBeFound({ ladderIsSecured });

export const ladderDecider: Decider<LadderCommand, Ladder, LadderEvent> = {
  initialState: () => ({ uses: 0, findings: [] }),
  evolve: (ladder, event) =>
    isOfFinding(event)
      ? { ...ladder, findings: findingsAfter(ladder.findings, event) }
      : { ...ladder, uses: ladder.uses + 1 },
  decide(command, ladder) {
    if (command.type === 'ReviewFinding') return reviewFinding(command, ladder);
    if (command.type === 'ReopenVerdict') return reopenVerdict(command, ladder);
    const { employee, secured } = command.data;
    return [
      happened(command, 'LadderUsed', { employee, secured }),
      ...recordDeeds(command, ladder, broken([found.ladderIsSecured], { secured }), {
        person: employee,
      }),
    ];
  },
};
