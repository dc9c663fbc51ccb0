import { aggregate, creates } from '@app/aggregates';
import {
  chinese,
  duration,
  hoursText,
  plainAccount,
  where,
  who,
} from '@app/audit/src/words/index.js';
import { customerOnFile } from '@app/customers';
import { managers } from '@app/identity';
import {
  noOwnTerms,
  slaTermsDecider,
  slaTermsEvents,
  slaTermsStreams,
  type SlaTermsSet,
} from './domain/sla-terms.js';
import { SetSlaTermsDto, SlaTermsBody } from './http/registers.dto.js';
import { readRegister } from './permissions.js';

export const slaTerms = aggregate({
  streams: slaTermsStreams,
  decider: slaTermsDecider,
  events: slaTermsEvents,
  path: 'sla-terms',
  id: 'customer',
  commands: { SetSlaTerms: creates(SetSlaTermsDto, managers) },
  known: { setSlaTerms: customerOnFile },
  shows: {
    as: SlaTermsBody,
    summary: "A customer's own terms; 404 `no-own-terms` where the policy's hold (B2).",
    to: readRegister,
    operation: 'readSlaTerms',
    unknown: noOwnTerms,
    body: (entry, customer) => ({ customer, ...entry }),
  },
  account: plainAccount<SlaTermsSet>({
    SlaTermsSet: ({ data: { customer, terms, response, restoration, hours = [] }, actor }) => {
      const [come, gone] = [duration(response), duration(restoration)];
      const within = hoursText(hours);
      const counted = where(
        hours.length > 0,
        `，只计工作日历中工作日的服务时段（${within.zh}）`,
        `, counting the hours of working days alone (${within.en})`,
      );
      return {
        zh: chinese`${who(actor).zh}与客户${customer}约定（${terms}）：${come.zh}内到场，${gone.zh}内排除故障${counted.zh}。`,
        en: `${who(actor).en} promised customer ${customer} (${terms}): on site within ${come.en}, the fault gone within ${gone.en}${counted.en}.`,
      };
    },
  }),
});
