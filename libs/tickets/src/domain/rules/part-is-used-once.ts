import { rule } from '@app/policy';

/** R12: a serial number names one piece, which is issued once and goes into a product once. */
export const partIsUsedOnce = rule<{
  readonly piece: string | undefined;
  readonly used: readonly string[];
}>(
  'R12',
  'serial-used-before',
  {
    zh: '此序列号的配件已用于本工单',
    en: 'the part with this serial number was used on this ticket already',
    whenFound: {
      zh: '同一序列号的配件在本工单上登记使用了两次',
      en: 'the part with one serial number was put down as used twice on this ticket',
    },
  },
  ({ piece, used }) => piece !== undefined && used.includes(piece),
);
