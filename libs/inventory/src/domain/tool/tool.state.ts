import { findingsAfter, isOfFinding, type WithFindings } from '@app/findings';
import { streams, type Instant } from '@app/kernel';
import type {
  ToolCondition,
  ToolDeed,
  ToolEntry,
  ToolEvent,
  ToolLoanExtended,
} from './tool.events.js';

/** With whom a tool is that is not in the store, since when and until when. */
export interface Loan {
  readonly employee: string;
  readonly since: Instant;
  /** The receiver has said that they have it; until then it is on its way, and in nobody's hands. */
  readonly accepted: boolean;
  readonly ticket?: string;
  readonly due?: Instant;
  /** To whom the holder hands it on, who has not said so yet. */
  readonly offeredTo?: string;
  /** That it did not come back in time was found. */
  readonly overdue?: true;
  /** The holder has left, and was asked for it. */
  readonly askedBack?: true;
}

/** In whose hands it was from when on; without a holder in nobody's. */
export interface Hands {
  readonly since: Instant;
  readonly holder?: string;
  /** It was on its way to them. */
  readonly receiver?: string;
  /** It was lost, or out of the register; absent, and without holder and receiver: it was in the store. */
  readonly away?: true;
  /** It came back to the store, as the receiver did not take it. */
  readonly declined?: true;
  /** Until when, of a loan that was told between others; how long the one that runs may last, that itself says. */
  readonly due?: Instant;
}

export interface KeptTool extends ToolEntry, WithFindings {
  readonly status: 'kept' | 'lost' | 'retired';
  readonly condition: ToolCondition;
  readonly calibratedUntil?: Instant;
  /** Absent while it is in the store, or lost. */
  readonly loan?: Loan;
  /** When it was registered or last changed hands: what changes them next cannot have happened before. */
  readonly since: Instant;
  /** When its condition last changed, in the same way. */
  readonly conditionSince: Instant;
  /** The last times at which it changed hands, by when that happened. */
  readonly hands: readonly Hands[];
}

/** One tool (R11), and in whose hands it is. Stream `tool-<id>`. */
export type Tool = (WithFindings & { readonly status: 'none' }) | KeptTool;

export const toolStreams = streams<Tool>('tool');

/** Further back than so many changes of hands, who had it is no longer known. */
const REMEMBERED = 100;

/** In whose hands the tool was at an instant, by what is known of it now; undefined: in nobody's, or unknown. */
export function holderAt(tool: Tool, at: Instant): string | undefined {
  if (tool.status === 'none') return undefined;
  return tool.hands
    .filter(({ since }) => since <= at)
    .reduce<Hands | undefined>(
      (latest, each) => (latest === undefined || each.since >= latest.since ? each : latest),
      undefined,
    )?.holder;
}

/** With whom it was at an instant, and when that loan ended, from hand to hand as it may have gone; absent: it has not. */
export function loanAt(
  { hands }: KeptTool,
  at: Instant,
): { readonly employee: string; readonly endedAt?: Instant } | undefined {
  const then = hands.findLast(({ since }) => since <= at);
  const employee = then?.holder ?? then?.receiver;
  if (employee === undefined) return undefined;
  const end = hands.find(({ since, holder }) => since > at && holder === undefined);
  return { employee, ...(end && { endedAt: end.since }) };
}

/** Until when a loan was that had been told between others, by any instant of it; undefined: of no such loan, or none with a time. */
export function dueBetween({ hands }: KeptTool, at: Instant): Instant | undefined {
  return hands.findLast(({ since, receiver }) => since <= at && receiver !== undefined)?.due;
}

/** How it stood at an instant before it last changed hands, and how next. Undefined: it has not changed hands since, or that is not known any more. */
export function handsAround(
  { hands, since }: KeptTool,
  at: Instant,
): { readonly then: Hands; readonly next: Hands } | undefined {
  if (at >= since) return undefined;
  const index = hands.findIndex((each) => each.since > at);
  const [then, next] = [hands[index - 1], hands[index]];
  return then && next && { then, next };
}

export function evolveTool(tool: Tool, event: ToolEvent): Tool {
  if (isOfFinding(event)) return withFinding(tool, event);
  if (event.type === 'ToolRegistered') {
    const { findings } = tool;
    const { data, occurredAt: since } = event;
    const begun = { since, conditionSince: since, hands: [{ since }], findings };
    return { ...data, status: 'kept', condition: 'good', ...begun };
  }
  return tool.status === 'none' ? tool : keptAfter(tool, event);
}

function withFinding(tool: Tool, event: Extract<ToolEvent, { data: { finding: number } }>): Tool {
  const findings = findingsAfter(tool.findings, event);
  const overdue = event.type === 'FindingRecorded' && event.data.code === 'tool-overdue';
  if (tool.status === 'none') return { ...tool, findings };
  const { due } = tool.loan ?? {};
  // What is found of a loan that was over before this one lies before this one's time.
  const ofThis = overdue && due !== undefined && due <= event.occurredAt;
  return withLoan({ ...tool, findings }, ofThis ? { overdue: true } : {});
}

function keptAfter(tool: KeptTool, event: Exclude<ToolDeed, { type: 'ToolRegistered' }>): KeptTool {
  const { occurredAt: at } = event;
  if ('followedAt' in event.data)
    return event.type === 'ToolLoanExtended'
      ? extendedBetween(tool, event)
      : toldBetween(tool, event as ToldBetween);
  switch (event.type) {
    case 'ToolCheckedOut': {
      const { employee, ticket, due } = event.data;
      const loan = { employee, since: at, accepted: false, ...(ticket && { ticket }) };
      return inHandsOf(tool, at, { ...loan, ...(due && { due }) });
    }
    case 'ToolAccepted':
      return tool.loan ? inHandsOf(tool, at, { ...tool.loan, since: at, accepted: true }) : tool;
    case 'ToolOffered':
      return withLoan(tool, { offeredTo: event.data.employee });
    case 'ToolDeclined':
      return tool.loan?.offeredTo
        ? withoutOffer(tool)
        : inNoHands(tool, { since: at, declined: true });
    case 'ToolTransferred':
      return transferred(tool, event.data.employee, at);
    case 'ToolLoanExtended':
      return extended(tool, event.data.due);
    case 'ToolAskedBack':
      return withLoan(tool, { askedBack: true });
    case 'ToolReturned':
      return inHandsOf(inCondition(tool, event.data.condition, at), at);
    case 'ToolReportedLost':
      return { ...inNoHands(tool, { since: at, away: true }), status: 'lost' };
    case 'ToolFound':
      return { ...inHandsOf(inCondition(tool, event.data.condition, at), at), status: 'kept' };
    case 'ToolRetired':
      return { ...inNoHands(tool, { since: at, away: true }), status: 'retired' };
    case 'ToolDamaged':
      return inCondition(tool, 'damaged', at);
    case 'ToolRepaired':
      return inCondition(tool, 'good', at);
    case 'ToolSerialCorrected':
      return { ...tool, serial: event.data.serial };
    case 'ToolCalibrated':
      return calibrated(tool, event.data.validUntil);
  }
}

/** @param loan default: it is in nobody's hands, and not on its way either */
function inHandsOf({ loan: _, ...tool }: KeptTool, since: Instant, loan?: Loan): KeptTool {
  const whose = loan && (loan.accepted ? { holder: loan.employee } : { receiver: loan.employee });
  const hands = [...tool.hands, { since, ...whose }].slice(-REMEMBERED);
  return { ...tool, since, hands, ...(loan && { loan }) };
}

function inNoHands({ loan: _, ...tool }: KeptTool, now: Hands): KeptTool {
  return { ...tool, since: now.since, hands: [...tool.hands, now].slice(-REMEMBERED) };
}

/** Seen as good as it was by the books; that it broke before that may still be told. */
function inCondition(tool: KeptTool, condition: ToolCondition, conditionSince: Instant): KeptTool {
  if (condition === 'good' && tool.condition === 'good') return tool;
  return { ...tool, condition, conditionSince };
}

/** An older calibration that is told later takes nothing from the one that lasts longest. */
function calibrated(tool: KeptTool, validUntil: Instant): KeptTool {
  const { calibratedUntil = validUntil } = tool;
  return { ...tool, calibratedUntil: calibratedUntil < validUntil ? validUntil : calibratedUntil };
}

type ToldBetween = Extract<ToolDeed, { type: 'ToolAccepted' | 'ToolCheckedOut' | 'ToolReturned' }>;

/** Who has it now stays as it is; that it was broken when it came back holds until it is repaired. */
function toldBetween(tool: KeptTool, event: ToldBetween): KeptTool {
  const { occurredAt: since, type, data } = event;
  const { employee } = data;
  const due = type === 'ToolCheckedOut' ? data.due : undefined;
  const whose = {
    ToolCheckedOut: { receiver: employee, ...(due && { due }) },
    ToolAccepted: { holder: employee },
    ToolReturned: {},
  }[type];
  const before = tool.hands.filter((each) => each.since <= since);
  const after = tool.hands.slice(before.length);
  const hands = [...before, { since, ...whose }, ...after].slice(-REMEMBERED);
  const broken = type === 'ToolReturned' && data.condition === 'damaged';
  const then = broken && tool.conditionSince <= since ? inCondition(tool, 'damaged', since) : tool;
  return { ...then, hands };
}

/** More time for a loan that is over leaves the one that runs as it is. */
function extendedBetween(tool: KeptTool, { occurredAt, data }: ToolLoanExtended): KeptTool {
  if (dueBetween(tool, occurredAt) === undefined) return tool;
  const out = tool.hands.findLastIndex(
    ({ since, receiver }) => since <= occurredAt && receiver !== undefined,
  );
  return { ...tool, hands: tool.hands.with(out, { ...tool.hands[out]!, due: data.due }) };
}

function withLoan(tool: KeptTool, change: Partial<Loan>): KeptTool {
  return tool.loan ? { ...tool, loan: { ...tool.loan, ...change } } : tool;
}

function withoutOffer(tool: KeptTool): KeptTool {
  const { offeredTo: _, ...loan } = tool.loan!;
  return { ...tool, loan };
}

/** The new holder owes it by the same time; of nobody who has left is anything carried over. */
function transferred(tool: KeptTool, employee: string, since: Instant): KeptTool {
  if (!tool.loan) return tool;
  const { offeredTo: _, askedBack: __, ...loan } = tool.loan;
  return inHandsOf(tool, since, { ...loan, employee, since, accepted: true });
}

function extended(tool: KeptTool, due: Instant): KeptTool {
  if (!tool.loan) return tool;
  const { overdue: _, ...loan } = tool.loan;
  return { ...tool, loan: { ...loan, due } };
}
