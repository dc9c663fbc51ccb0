import { aggregate, changes, creates, edits, internal } from '@app/aggregates';
import { customerAccount } from './account/customer.account.js';
import { customerDecider, unknownCustomer } from './domain/customer.decider.js';
import { customerEventTypes } from './domain/customer.events.js';
import { customerStreams } from './domain/customer.state.js';
import { ContactDto, RemoveContactDto } from './http/contact.dto.js';
import { ErasePersonDto, HoldErasureDto } from './http/erasure.dto.js';
import {
  ChangeDetailsDto,
  CustomerBody,
  RegisterCustomerDto,
  SiteDto,
  StateConsentDto,
} from './http/customer.dto.js';
import { keepers, readCustomer } from './permissions.js';

export const customers = aggregate({
  streams: customerStreams,
  decider: customerDecider,
  events: customerEventTypes,
  path: 'customers',
  id: 'customer',
  commands: {
    RegisterCustomer: creates(RegisterCustomerDto, keepers),
    ChangeDetails: edits(ChangeDetailsDto, keepers),
    AddSite: changes(SiteDto, keepers),
    ChangeSite: edits(SiteDto, keepers),
    AddContact: changes(ContactDto, keepers),
    ChangeContact: edits(ContactDto, keepers),
    RemoveContact: changes(RemoveContactDto, keepers),
    StateConsent: changes(StateConsentDto, keepers),
    HoldErasure: changes(HoldErasureDto, ['general-manager']),
    ErasePerson: changes(ErasePersonDto, ['general-manager']),
    BeginErasureToo: internal,
    CompleteErasure: internal,
    EndErasureToo: internal,
    DestroyPersonKeys: internal,
  },
  shows: {
    as: CustomerBody,
    summary: "A customer's file.",
    to: readCustomer,
    unknown: unknownCustomer,
  },
  account: customerAccount,
});
