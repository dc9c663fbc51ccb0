import { Module } from '@nestjs/common';
import {
  HandleEntitlementHandler,
  HandlePartsHandler,
  HandleSlaTermsHandler,
  HandleToolHandler,
} from './application/handle-registers.js';
import {
  ReadEntitlementHandler,
  ReadPartsHandler,
  ReadSlaTermsHandler,
  ReadToolHandler,
} from './application/read-registers.js';
import { ReadRegistersController } from './http/read-registers.controller.js';
import {
  EntitlementsController,
  PartsController,
  SlaTermsController,
  ToolsController,
} from './http/registers.controllers.js';

/** What tickets ask of warranties, promises, tools and parts, until each has a context of its own. */
@Module({
  controllers: [
    EntitlementsController,
    SlaTermsController,
    ToolsController,
    PartsController,
    ReadRegistersController,
  ],
  providers: [
    HandleEntitlementHandler,
    HandleSlaTermsHandler,
    HandleToolHandler,
    HandlePartsHandler,
    ReadEntitlementHandler,
    ReadSlaTermsHandler,
    ReadToolHandler,
    ReadPartsHandler,
  ],
})
export class RegistersModule {}
