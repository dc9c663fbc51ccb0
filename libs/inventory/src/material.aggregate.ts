import { aggregate, creates, edits } from '@app/aggregates';
import { chinese, plainAccount, quoted, who } from '@app/audit/src/words/index.js';
import { stores } from '@app/identity';
import type { Actor, Bilingual } from '@app/kernel';
import {
  materialDecider,
  materialEvents,
  materialStreams,
  unknownMaterial,
  type MaterialEvent,
} from './domain/material/material.js';
import { ChangeMaterialDto, MaterialBody, RegisterMaterialDto } from './http/material.dto.js';
import { readInventory } from './permissions.js';

export const materials = aggregate({
  streams: materialStreams,
  decider: materialDecider,
  events: materialEvents,
  path: 'materials',
  id: 'sku',
  commands: {
    RegisterMaterial: creates(RegisterMaterialDto, stores),
    ChangeMaterial: edits(ChangeMaterialDto, stores),
  },
  shows: {
    as: MaterialBody,
    summary: 'What is kept under a number, and how it is counted (R11).',
    to: readInventory,
    unknown: unknownMaterial,
  },
  account: plainAccount<MaterialEvent>({
    MaterialRegistered: (event) => filed(event, '登记物料', 'registered material'),
    MaterialChanged: (event) => filed(event, '更改物料', 'changed material'),
  }),
});

function filed(
  {
    actor,
    data: { sku, name, unit },
  }: { readonly actor: Actor; readonly data: MaterialEvent['data'] },
  zh: string,
  en: string,
): Bilingual {
  return {
    zh: chinese`${who(actor).zh}${zh}${sku}：${quoted(name)}，以${unit}计。`,
    en: `${who(actor).en} ${en} ${sku}: ${quoted(name)}, counted in ${unit}.`,
  };
}
