import {
  chinese,
  duration,
  list,
  minutesShown,
  plural,
  money,
} from '@app/audit/src/words/index.js';
import { isOfFinding } from '@app/findings';
import { reviewedText } from '@app/findings/src/account/index.js';
import { fen, sum, type Bilingual, type Language, type Yuan } from '@app/kernel';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import { billAt, dueBack, notDone, owed } from '../domain/visit/money.js';
import { hasArrived } from '../domain/visit/visit.state.js';
import type { OpenedTicket, Ticket } from '../domain/ticket/ticket.state.js';
import type { AccountLine } from '@app/audit';
import { OUTCOMES } from './outcomes.js';
import { ticketFindingText } from './finding-words.js';
import type { InContext } from './chronological.js';

const STATUS = {
  open: { zh: '处理中', en: 'open' },
  resolved: { zh: '已解决，尚未关闭', en: 'resolved and not yet closed' },
  closed: { zh: '已关闭', en: 'closed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
} as const;

/** What an end is told of. */
export interface Told {
  readonly records: readonly (TicketEvent & { readonly version: number })[];
  /** The same in the order in which it happened. */
  readonly story: readonly InContext<TicketEvent>[];
  /** As it stands by what was recorded. */
  readonly ticket: Ticket;
}

/**
 * The findings with their review, and how the ticket stands by the order in which its events were
 * recorded, which is the one that they were decided in; nothing for a ticket that was never opened.
 */
export function ending({ records, story, ticket }: Told, language: Language): AccountLine[] {
  const events = records.toSorted((a, b) => a.version - b.version);
  if (ticket.status === 'none') return [];
  const texts = findingTexts(story);
  const reviews = events.filter(isOfFinding);
  const findings = ticket.findings.map((finding) => ({
    text: reviewedText(finding, texts.get(finding.finding)!, reviews)[language],
  }));
  const none = { zh: '没有偏差记录。', en: 'There were no findings.' };
  return [
    { text: { zh: '偏差及其审核', en: 'Findings and their review' }[language], heading: true },
    ...(findings.length > 0 ? findings : [{ text: none[language] }]),
    { text: { zh: '现状', en: 'How it stands' }[language], heading: true },
    { text: standing(ticket, events)[language] },
  ];
}

/** What the findings are about, each by its number, as it was told where it was recorded. */
function findingTexts(story: readonly InContext<TicketEvent>[]) {
  return new Map(
    story.flatMap(({ event, context }) =>
      event.type === 'FindingRecorded'
        ? [[event.data.finding, ticketFindingText(event.data, context)] as const]
        : [],
    ),
  );
}

/** Status, visits, hours, money, and what is still in the centre's hands. */
function standing(ticket: OpenedTicket, events: readonly TicketEvent[]): Bilingual {
  const status = statusText(ticket);
  const visits = new Set(
    events.flatMap((event) => (event.type === 'TechnicianArrived' ? [event.data.visit] : [])),
  ).size;
  const hours = ticket.entries.flatMap((each) =>
    each.kind === 'labour' && !each.withdrawn ? [each.span] : [],
  );
  const minutes = hours.reduce((total, span) => total + minutesShown(span), 0);
  const parts = [
    { zh: `工单${status.zh}`, en: `The ticket is ${status.en}` },
    visits > 0
      ? { zh: chinese`实际上门${visits}次`, en: `${plural(visits, 'visit')} made` }
      : { zh: '没有上门', en: 'no visit made' },
    hours.length > 0 && {
      zh: chinese`工时${duration(minutes).zh}`,
      en: `${duration(minutes).en} of labour`,
    },
    ...moneyOf(ticket),
    ticket.custody.length > 0 && inCustody(ticket),
  ].filter((part) => part !== false);
  return {
    zh: `${parts.map(({ zh }) => zh).join('，')}。`,
    en: `${parts.map(({ en }) => en).join('; ')}.`,
  };
}

/** What was collected, let off and given back, and what is still owed; a ticket that was cancelled before anything was done owes nothing. */
function moneyOf(ticket: OpenedTicket): Bilingual[] {
  const bills = ticket.visits.filter(hasArrived).map((visit) => billAt(ticket, visit));
  const all = bills.map(({ money }) => money);
  const of = (amounts: readonly Yuan[], zh: string, en: string) => {
    const total = sum(amounts);
    const said = money(total);
    return fen(total) > 0n ? [{ zh: chinese`${zh}${said.zh}`, en: `${said.en} ${en}` }] : [];
  };
  return [
    ...of(
      all.map((each) => each.collected),
      '收款',
      'collected',
    ),
    ...of(
      all.map((each) => each.waived),
      '免收',
      'waived',
    ),
    ...of(
      all.map((each) => each.refunded),
      '退款',
      'refunded',
    ),
    ...of(
      bills.filter(({ stage }) => stage !== 'cancelled').map(notDone),
      '报价中未做而不收',
      'quoted, not done and not charged',
    ),
    ...of(bills.map(owed), '客户尚欠', 'still owed'),
    ...of(bills.map(dueBack), '应退客户', 'due back to the customer'),
  ];
}

/** The status, and how it ended where it ended without a repair. */
function statusText(ticket: OpenedTicket): Bilingual {
  const { zh, en } = STATUS[ticket.status];
  if (!ticket.outcome || ticket.outcome === 'restored') return { zh, en };
  const outcome = OUTCOMES[ticket.outcome];
  const without =
    ticket.status === 'closed' ? { zh, en } : { zh: '尚未关闭', en: 'not yet closed' };
  return { zh: `${without.zh}（${outcome.zh}）`, en: `${without.en} (${outcome.en})` };
}

function inCustody({ custody }: OpenedTicket): Bilingual {
  const products = list(
    custody.map(({ product }) => product),
    { zh: '', en: '' },
  );
  return { zh: chinese`产品${products.zh}尚未归还`, en: `not yet returned: ${products.en}` };
}
