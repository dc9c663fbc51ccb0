import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { Contexts } from '@app/event-store';
import { FromRequest, SlugPipe, type Sent } from '@app/http';
import { Can } from '@app/identity';
import { noSuch } from '@app/kernel';
import { AfterWarrantyPrices, type Unpriced } from '../application/after-warranty-prices.js';
import { ticketStreams } from '../domain/ticket/ticket.stream.js';
import { chargedBy } from '../domain/visit/money.js';
import { readTicket } from '../read-models/permissions.js';
import { AfterWarrantyParams, AfterWarrantyQuote } from './dto/after-warranty.dto.js';

const unknownTicket = noSuch('ticket', { zh: '这张工单', en: 'ticket' });
const unknownVisit = noSuch('visit', { zh: '这次上门', en: 'visit' });
const basis = 'out-of-cover';

@ApiTags('tickets')
@Controller('tickets')
export class AfterWarrantyQuoteController {
  constructor(
    private readonly contexts: Contexts,
    private readonly prices: AfterWarrantyPrices,
  ) {}

  /** What work and parts come to after the warranty: the fee for an hour, and parts at cost (B2); the customer signs it by `acknowledge-charge` (V17). */
  @Get(':ticket/after-warranty-quote')
  @Can(readTicket)
  @ApiParam({ name: 'ticket', schema: { type: 'string' } })
  @ApiOkResponse({ type: AfterWarrantyQuote })
  async readAfterWarrantyQuote(
    @Param('ticket', SlugPipe) id: string,
    @Query() { visit, hours, parts }: AfterWarrantyParams,
    @FromRequest() { receivedAt: at }: Sent,
  ): Promise<AfterWarrantyQuote> {
    const ticket = await this.contexts.read(ticketStreams, id);
    if (ticket.status === 'none') throw unknownTicket();
    if (!ticket.visits.some((each) => each.visit === visit)) throw unknownVisit('/visit');
    const labour: Unpriced[] = hours === undefined ? [] : [{ item: 'labour', hours, basis }];
    const asked = [...labour, ...parts.map(partSaid)];
    const lines = await this.prices.quoted(asked, { ticket, visit, at });
    const priced = new Set(lines.map(({ sku }) => sku));
    const unknown = asked.flatMap(({ sku }) => (sku && !priced.has(sku) ? [sku] : []));
    return { lines, total: chargedBy(lines), unknown };
  }
}

function partSaid(said: string): Unpriced {
  const [sku, quantity] = said.split(':');
  return { item: 'parts', sku: sku!, quantity: Number(quantity), basis };
}
