import { NotPossible, type LocalDate } from '@app/kernel';

/** Tickets, or contracts, that are named in a refusal at most. */
const NAMED = 10;

export function beingErased(): NotPossible {
  return new NotPossible('being-erased', {
    zh: '正在删除该客户的个人数据，请稍后查看结果',
    en: 'the customer is being erased; see in a moment what came of it',
  });
}

export function erasureHeld({ basis, until }: { basis: string; until: LocalDate }): NotPossible {
  return new NotPossible('erasure-held', {
    zh: `依法须保留至 ${until}：${basis}`,
    en: `a law asks for it until ${until}: ${basis}`,
  });
}

export function complaintsOpen(): NotPossible {
  return new NotPossible('complaints-open', {
    zh: '客户还有未结案的投诉',
    en: 'complaints of the customer are not closed yet',
  });
}

export function ticketsOpen(open: readonly string[]): NotPossible {
  return new NotPossible('tickets-open', {
    zh: `客户还有未关闭的工单：${named(open, '、', ' 等')}`,
    en: `tickets of the customer are not closed yet: ${named(open, ', ', ', …')}`,
  });
}

export function contractsInForce(contracts: readonly string[]): NotPossible {
  return new NotPossible('contracts-in-force', {
    zh: `客户还有生效中的合同：${named(contracts, '、', ' 等')}`,
    en: `contracts of the customer are still in force: ${named(contracts, ', ', ', …')}`,
  });
}

function named(all: readonly string[], between: string, more: string): string {
  return `${all.slice(0, NAMED).join(between)}${all.length > NAMED ? more : ''}`;
}
