import { rule } from '@app/policy';

/** V5: what is on the tool list is really there, checked out to the technician who carries it. */
export const toolsAreInHand = rule<{ tools: readonly string[]; toolsInHand: readonly string[] }>(
  'V5',
  'tool-not-in-hand',
  {
    zh: '清单上的工具未由该技术员领用',
    en: 'a tool on the list is not checked out to the technician',
    whenFound: {
      zh: '清单上的工具当时未由该技术员领用',
      en: 'a tool on the list was not checked out to the technician',
    },
  },
  ({ tools, toolsInHand }) => tools.some((tool) => !toolsInHand.includes(tool)),
);
