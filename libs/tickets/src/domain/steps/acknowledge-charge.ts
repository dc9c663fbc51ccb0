import { enforceOrFind, recordFindings } from '@app/findings';
import { enforce, Invalid } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { aboutVisit, sinceArrival } from '../visit/visit.preconditions.js';
import { afterWarranty } from '../visit/after-warranty.js';
import { chargedBy } from '../visit/money.js';
import { quoteIsSignedAnew } from '../rules/quote-is-signed-anew.js';
import { signedInTime } from '../visit/signature-time.js';
import type { AcknowledgeCharge } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import type { ChargeBasis, Quote, QuoteLine } from '../ticket/ticket.values.js';

const IN_WORDS: readonly ChargeBasis[] = ['outside-conditions', 'extra-service'];

/** What a quote is owed; one that was signed all the same is told late, and it is found. */
const quoted = [
  found.afterWarrantyAtCost,
  found.coverBearsItsPart,
  found.freeLineIsCovered,
  found.externalChargeHasItsCause,
  found.quoteCoversWhatWasCollected,
  found.lowerQuoteIsASupervisors,
];

/**
 * The customer signs what it will cost (V17), line by line: what cover bears is free, whatever else
 * is charged on the same visit (B2, V17, V23, D30). A later quote takes the place of this one: never below
 * what was collected, and lower than it after the repair only by a supervisor (V23).
 */
export function acknowledgeCharge(
  command: AcknowledgeCharge,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { open, visit } = sinceArrival(command, ticket);
  const { actor } = command;
  const { signature } = command.data;
  const quote = withOrigins(command);
  const total = chargedBy(quote.lines);
  const bases = quote.lines.map(({ basis }) => basis);
  explainedLines(quote);
  measuredLines(quote);
  enforce([quoteIsSignedAnew], { signedAt: signature.signedAt, visit });
  signedInTime(command, visit.arrivedAt);
  const wrong = enforceOrFind(command, quoted, {
    ...{ bases, total, visit, actor },
    lines: quote.lines,
  });
  const data = { visit: visit.visit, quote, total, signature };
  return [
    happened(command, 'ChargeAcknowledged', data, ['V17']),
    ...recordFindings(command, open, wrong, aboutVisit(visit, command)),
  ];
}

/** Each line with what its amount comes from, where that is known (B2). */
function withOrigins({ data, known, occurredAt }: AcknowledgeCharge): Quote {
  const lines = data.quote.lines.map((line, index) => {
    const origin = afterWarranty(line, occurredAt, () => known.costs?.[index]);
    return origin ? { ...line, origin } : line;
  });
  return { lines };
}

/** @throws Invalid `line-unexplained`: the customer cannot tell what they are to pay for */
function explainedLines({ lines }: Quote): void {
  const index = lines.findIndex(
    ({ item, basis, what }) => (item === 'other' || IN_WORDS.includes(basis)) && what === undefined,
  );
  if (index < 0) return;
  throw new Invalid(
    'line-unexplained',
    { zh: '此项须写明内容', en: 'this line must say what it is for' },
    `/quote/lines/${index}/what`,
  );
}

/** @throws Invalid `line-measured-otherwise`: pieces are of a part that is named, and hours are of labour */
function measuredLines({ lines }: Quote): void {
  for (const [index, line] of lines.entries()) {
    const field = wronglyMeasured(line);
    if (field === undefined) continue;
    throw new Invalid(
      'line-measured-otherwise',
      {
        zh: '配件才写货号和件数（件数须有货号），人工才写小时数',
        en: 'only parts have a SKU and pieces of it, and only labour has hours',
      },
      `/quote/lines/${index}/${field}`,
    );
  }
}

function wronglyMeasured({ item, sku, quantity, hours }: QuoteLine): keyof QuoteLine | undefined {
  if (sku !== undefined && item !== 'parts') return 'sku';
  if (quantity !== undefined && sku === undefined) return 'quantity';
  return hours !== undefined && item !== 'labour' ? 'hours' : undefined;
}
