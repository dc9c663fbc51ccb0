import type { Act, Makes, Telling } from './act.js';
import type { Stores } from './stores.js';
import type { Wish } from './wishes.js';

/** Tools that go from hand to hand. */
export const handingOver: Makes<'handOut' | 'takeTool' | 'handOn' | 'bringBack'> = {
  handOut: (stores, wish, telling) => tool(stores, wish, telling, 'check-out-tool'),
  takeTool: (stores, wish, telling) => tool(stores, wish, telling, 'accept-tool'),
  handOn: (stores, wish, telling) => tool(stores, wish, telling, 'transfer-tool'),
  bringBack: (stores, wish, telling) => tool(stores, wish, telling, 'return-tool'),
};

type ToolCommand = 'check-out-tool' | 'accept-tool' | 'transfer-tool' | 'return-tool';

function tool(stores: Stores, { which, to }: Wish, { now }: Telling, command: ToolCommand): Act {
  const { technician, mate } = stores.cast;
  const id = [...stores.tools.keys()][which % 2]!;
  const [one, other] = to % 2 === 0 ? [technician, mate] : [mate, technician];
  const known = () => stores.tools.get(id)!;
  const set = (with_: { readonly has?: string; readonly expects?: string }) => () =>
    void stores.tools.set(id, with_);
  const how = {
    'check-out-tool': {
      ...{ by: 'storekeeper', data: { employee: one } },
      may: () => known().has === undefined && known().expects === undefined,
      apply: set({ expects: one }),
    },
    'accept-tool': {
      by: one,
      data: {},
      may: () => known().expects === one,
      apply: set({ has: one }),
    },
    'transfer-tool': {
      ...{ by: one, data: { employee: other } },
      may: () => known().has === one && known().expects === undefined,
      apply: set({ has: one, expects: other }),
    },
    'return-tool': {
      ...{ by: 'storekeeper', data: { condition: 'good' } },
      may: () => known().has !== undefined || known().expects !== undefined,
      apply: set({}),
    },
  }[command];
  const { by, data, may, apply } = how;
  const body = { ...data, occurredAt: now };
  return { by, path: `tools/${id}/${command}`, body, may: () => (may() ? 'yes' : 'no'), apply };
}
