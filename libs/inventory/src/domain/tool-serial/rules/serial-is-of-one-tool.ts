import { rule } from '@app/policy';

/** R11: every tool is registered, once; of its class it is known by what its maker engraved. */
export const serialIsOfOneTool = rule<{ readonly owner: string | undefined }>(
  'R11',
  'tool-serial-of-another',
  {
    zh: '同一类别中一个序列号只对应一件工具',
    en: 'within a class a serial number is that of one tool',
  },
  ({ owner }) => owner !== undefined,
);
