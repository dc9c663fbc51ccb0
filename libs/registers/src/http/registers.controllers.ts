import { commandController } from '@app/command-routes';
import {
  HandleEntitlement,
  HandleParts,
  HandleSlaTerms,
  HandleTool,
} from '../application/handle-registers.js';
import {
  CheckOutToolDto,
  MovePartsDto,
  RegisterEntitlementDto,
  RegisterToolDto,
  ReturnToolDto,
  SetSlaTermsDto,
} from './registers.dto.js';

export const EntitlementsController = commandController({
  path: 'entitlements',
  id: 'reference',
  message: HandleEntitlement,
  creates: { RegisterEntitlement: RegisterEntitlementDto },
  commands: {},
});

export const SlaTermsController = commandController({
  path: 'sla-terms',
  id: 'customer',
  message: HandleSlaTerms,
  creates: { SetSlaTerms: SetSlaTermsDto },
  commands: {},
});

export const ToolsController = commandController({
  path: 'tools',
  id: 'tool',
  message: HandleTool,
  creates: { RegisterTool: RegisterToolDto },
  commands: { CheckOutTool: CheckOutToolDto, ReturnTool: ReturnToolDto },
});

export const PartsController = commandController({
  path: 'parts',
  id: 'sku',
  message: HandleParts,
  commands: { IssueParts: MovePartsDto, ReturnParts: MovePartsDto },
});
