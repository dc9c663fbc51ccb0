import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { AsOfQuery, FromRequest, minPositionOf, SlugPipe, type PageOf, type Sent } from '@app/http';
import { Can, type Permission } from '@app/identity';
import { readComplaint } from '@app/complaints/src/permissions.js';
import { ComplaintBoardQuery } from '@app/complaints/src/read-models/complaint-board/complaint-board.query.js';
import { readContract } from '@app/contracts/src/permissions.js';
import { contractListModel } from '@app/contracts/src/read-models/contract-list/contract-list.read-model.js';
import { readCustomer, readUnit } from '@app/customers/src/permissions.js';
import { unitListModel } from '@app/customers/src/read-models/unit-list/unit-list.read-model.js';
import { readBoard } from '@app/tickets/src/read-models/permissions.js';
import { TicketBoardQuery } from '@app/tickets/src/read-models/ticket-board/ticket-board.query.js';
import { CustomerPage } from './customer-page.dto.js';
import { FilesAndCovers } from './files-and-covers.js';

@ApiTags('customers')
@Controller('customers')
export class CustomerPageController {
  constructor(
    private readonly queries: QueryBus,
    private readonly known: FilesAndCovers,
  ) {}

  /**
   * Everything of a customer on one page, whichever of their files is named: persons, sites, consents, units
   * with what covers them now, contracts, tickets and complaints (R8). Each part needs the right to read it.
   */
  @Get(':customer/page')
  @Can(readCustomer)
  @ApiParam({ name: 'customer', schema: { type: 'string' } })
  @ApiOkResponse({ type: CustomerPage })
  async readCustomerPage(
    @Param('customer', SlugPipe) customer: string,
    @Query() params: AsOfQuery,
    @FromRequest() { principal, receivedAt: now }: Sent,
  ): Promise<CustomerPage> {
    const files = await this.known.filesOf(customer);
    const at = minPositionOf(params);
    const filter = { customer };
    const part = async <Item>(to: Permission, ask: () => Promise<PageOf<Item>>) =>
      to.roles.some((role) => principal.roles.includes(role)) ? partOf(await ask()) : undefined;
    const [units, contracts, tickets, complaints] = await Promise.all([
      part(readUnit, async () => {
        const page = await this.queries.execute(new unitListModel.Ask(filter, at));
        return { ...page, items: await this.known.covered(page.items, now) };
      }),
      part(readContract, () => this.queries.execute(new contractListModel.Ask(filter, at))),
      part(readBoard, () => this.queries.execute(new TicketBoardQuery(filter, now, at))),
      part(readComplaint, () =>
        this.queries.execute(new ComplaintBoardQuery(filter, now, principal, at)),
      ),
    ]);
    return {
      files,
      ...(units && { units }),
      ...(contracts && { contracts }),
      ...(tickets && { tickets }),
      ...(complaints && { complaints }),
    };
  }
}

function partOf<Item>({ items, next }: PageOf<Item>) {
  return { items: [...items], next };
}
