import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { SlugPipe } from '@app/command-routes';
import type { Folded } from '@app/event-store';
import { AnswersVersionOf, versioned, type Versioned } from '@app/http';
import { Can } from '@app/identity';
import {
  ReadEntitlement,
  ReadParts,
  ReadSlaTerms,
  ReadTool,
} from '../application/read-registers.js';
import type { EntitlementEntry } from '../domain/entitlement.js';
import type { PartsInHand } from '../domain/parts.js';
import type { SlaTermsEntry } from '../domain/sla-terms.js';
import type { Tool } from '../domain/tool.js';
import { EntitlementBody, PartsBody, SlaTermsBody, ToolBody } from './registers.dto.js';

/** One entry of each register, as its stream says now. */
@Controller()
export class ReadRegistersController {
  constructor(private readonly queries: QueryBus) {}

  /** What a document or a barcode entitles to (V11, V12). */
  @Get('entitlements/:reference')
  @ApiTags('entitlements')
  @Can('read-register')
  @AnswersVersionOf(EntitlementBody)
  async readEntitlement(
    @Param('reference', SlugPipe) reference: string,
  ): Promise<Versioned<EntitlementBody>> {
    const { version, state } = await this.queries.execute<
      ReadEntitlement,
      Folded<EntitlementEntry>
    >(new ReadEntitlement(reference));
    return versioned(version, { reference, ...state });
  }

  /** A customer's own terms; 404 `no-own-terms` where the policy's hold (B2). */
  @Get('sla-terms/:customer')
  @ApiTags('sla-terms')
  @Can('read-register')
  @AnswersVersionOf(SlaTermsBody)
  async readSlaTerms(
    @Param('customer', SlugPipe) customer: string,
  ): Promise<Versioned<SlaTermsBody>> {
    const { version, state } = await this.queries.execute<ReadSlaTerms, Folded<SlaTermsEntry>>(
      new ReadSlaTerms(customer),
    );
    return versioned(version, { customer, ...state });
  }

  /** A tool, and in whose hands it is (R11, R12). */
  @Get('tools/:tool')
  @ApiTags('tools')
  @Can('read-register')
  @AnswersVersionOf(ToolBody)
  async readTool(@Param('tool', SlugPipe) tool: string): Promise<Versioned<Tool>> {
    const { version, state } = await this.queries.execute<ReadTool, Folded<Tool>>(
      new ReadTool(tool),
    );
    return versioned(version, state);
  }

  /** How many pieces of a material an employee has in hand (R12). */
  @Get('parts/:sku/in-hand/:employee')
  @ApiTags('parts')
  @Can('read-register')
  @AnswersVersionOf(PartsBody)
  async readParts(
    @Param('sku', SlugPipe) sku: string,
    @Param('employee', SlugPipe) employee: string,
  ): Promise<Versioned<PartsBody>> {
    const { version, state } = await this.queries.execute<ReadParts, Folded<PartsInHand>>(
      new ReadParts(employee, sku),
    );
    return versioned(version, { employee, sku, quantity: state.quantity });
  }
}
