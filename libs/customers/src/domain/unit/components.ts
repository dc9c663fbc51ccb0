import { Invalid, NotFound, NotPossible, type Command } from '@app/kernel';
import { happened } from '@app/policy';
import type { Component, UnitEvent } from './unit.events.js';
import type { InstalledComponent, KnownUnit } from './unit.state.js';

export type AddComponent = Command<'AddComponent', { component: Component; ticket?: string }>;
export type ReplaceComponent = Command<
  'ReplaceComponent',
  { replaced: string; by: Component; ticket?: string }
>;

/** Components of one unit at most, those that were replaced among them: each reading has them all. */
export const MOST_COMPONENTS = 500;

export function addComponent(command: AddComponent, known: KnownUnit): UnitEvent[] {
  const { unit, components } = known;
  mayCome(command.data.component, components, '/component/barcode');
  return [happened(command, 'ComponentAdded', { unit, ...command.data }, ['V12'])];
}

/** V12: what is swapped stays known by its barcode, with what took its place; the warranty stays the unit's. */
export function replaceComponent(command: ReplaceComponent, known: KnownUnit): UnitEvent[] {
  const { unit, components } = known;
  const { replaced, by } = command.data;
  const there = components.find(({ barcode }) => isSame(barcode, replaced));
  if (!there) throw unknownComponent(replaced);
  if (there.replacedBy !== undefined) throw replacedBefore(there);
  mayCome(by, components, '/by/barcode');
  const swapped = { unit, ...command.data, replaced: there.barcode };
  return [happened(command, 'ComponentReplaced', swapped, ['V12'])];
}

/** Scanners and people write small letters as they come. */
export function isSame(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase();
}

/** @throws Invalid `barcode-repeated` */
export function requireDistinct(components: readonly Component[]): void {
  const index = components.findIndex(({ barcode }, at) =>
    components.slice(0, at).some((earlier) => isSame(earlier.barcode, barcode)),
  );
  if (index < 0) return;
  const says = { zh: '条码重复', en: 'the barcode is said twice' };
  throw new Invalid('barcode-repeated', says, `/components/${index}/barcode`);
}

function mayCome(
  { barcode }: Component,
  components: readonly InstalledComponent[],
  pointer: string,
): void {
  if (components.some((each) => isSame(each.barcode, barcode))) {
    const says = {
      zh: `条码 ${barcode} 已登记在这台设备上`,
      en: `barcode ${barcode} is on this unit already`,
    };
    throw new Invalid('component-known', says, pointer);
  }
  if (components.length >= MOST_COMPONENTS) throw tooManyComponents();
}

function unknownComponent(barcode: string): NotFound {
  const says = { zh: `设备上没有部件 ${barcode}`, en: `the unit has no component ${barcode}` };
  return new NotFound('unknown-component', says, '/replaced');
}

function replacedBefore({ barcode, replacedBy }: InstalledComponent): NotPossible {
  return new NotPossible('component-replaced', {
    zh: `部件 ${barcode} 已被 ${replacedBy} 更换`,
    en: `component ${barcode} was replaced by ${replacedBy} before`,
  });
}

function tooManyComponents(): NotPossible {
  return new NotPossible('too-many-components', {
    zh: `一台设备最多 ${MOST_COMPONENTS} 个部件`,
    en: `a unit has ${MOST_COMPONENTS} components at most`,
  });
}
