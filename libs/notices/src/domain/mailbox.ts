import {
  eventTable,
  none,
  Forbidden,
  NotFound,
  streams,
  type Ask,
  type Decider,
  type DomainEvent,
  type Language,
} from '@app/kernel';
import { happened } from '@app/policy';

export type MailboxSet = DomainEvent<
  'MailboxSet',
  { employee: string; address: string; language: Language }
>;
export type SetMailbox = Ask<'SetMailbox', MailboxSet['data'], { employee: 'active' }>;

/** Where a person gets mail, and in which language; undefined: nowhere. Stream `mailbox-<employee>`. */
export type Mailbox = MailboxSet['data'] | undefined;

export const mailboxStreams = streams<Mailbox>('mailbox');

/* These names and shapes are stored for ever; a change of shape is a new schema version. */
export const mailboxEvents = eventTable<MailboxSet>(
  {
    MailboxSet: { employee: 'li-wei', address: 'li.wei@example.com', language: 'zh' },
  },
  none('MailboxSet'),
);

/** Whose roles let them say where another's mail goes. */
export const FOR_OTHERS: readonly string[] = ['supervisor', 'general-manager', 'operator'];

export const mailboxDecider: Decider<SetMailbox, Mailbox, MailboxSet> = {
  initialState: () => undefined,
  evolve: (_, { data }) => data,
  decide(command) {
    const { actor, data } = command;
    if (actor.id !== data.employee && !FOR_OTHERS.includes(actor.role)) throw notYours();
    return [happened(command, 'MailboxSet', data)];
  },
};

export function noMailbox(): NotFound {
  return new NotFound('no-mailbox', {
    zh: '该员工没有登记邮箱',
    en: 'the employee has no mailbox on file',
  });
}

function notYours(): Forbidden {
  return new Forbidden('not-your-mailbox', {
    zh: '只能登记自己的邮箱',
    en: 'only one’s own mailbox can be set',
  });
}
