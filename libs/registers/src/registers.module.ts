import { Module } from '@nestjs/common';
import {
  HandleEntitlementHandler,
  HandlePartsHandler,
  HandleSlaTermsHandler,
  HandleToolHandler,
} from './application/handle-registers.js';
import {
  EntitlementsController,
  PartsController,
  SlaTermsController,
  ToolsController,
} from './http/registers.controllers.js';

/** What tickets ask of warranties, promises, tools and parts, until each has a context of its own. */
@Module({
  controllers: [EntitlementsController, SlaTermsController, ToolsController, PartsController],
  providers: [
    HandleEntitlementHandler,
    HandleSlaTermsHandler,
    HandleToolHandler,
    HandlePartsHandler,
  ],
})
export class RegistersModule {}
