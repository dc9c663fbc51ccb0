import type { Type as Class } from '@nestjs/common';
import type { Fault } from './field-rule.js';
import { MOST_FAULTS, pointerTo, type Found } from './input-errors.js';
import { faultOf } from './messages.js';
import { FREE, shapeOf, type FieldShape } from './shapes.js';

/** Fields of one object at most; no form of ours has half as many. */
const FIELDS = 100;

/** Characters of a field's name at most; a longer one is not said again in the answer. */
const NAME = 100;

/** Names that every object of JavaScript answers to; none of our fields has one. */
const RESERVED: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

/** What a first look at a value found. */
export interface FirstLook {
  readonly found: readonly Found[];
  /** Whether nothing is left that rules could be tried on: it has faults enough, or is one itself. */
  readonly done: boolean;
  /** Whether a place lies in what was cut off, on which nothing more is to be said. */
  readonly isCutOff: (pointer: string) => boolean;
}

/**
 * Looks through a value before the rules of its form are tried on it, whose work grows with every
 * field and item that they come upon, and faster: finds unknown fields, objects of too many fields
 * and lists of too many items, and stops at the fiftieth. What is too long is not descended into,
 * and cut off from the value.
 */
export function firstLook(value: unknown, form: Class<object> = Object): FirstLook {
  const look = new Look();
  const whole = look.at(value, '', shapeOf(form).size > 0 ? { ...FREE, form } : FREE);
  return {
    found: look.found,
    done: !whole || look.found.length >= MOST_FAULTS,
    isCutOff: (pointer) => look.cut.some((place) => isWithin(pointer, place)),
  };
}

class Look {
  readonly found: Found[] = [];
  readonly cut: string[] = [];

  /** False for a value that is to be cut off. */
  at(value: unknown, pointer: string, field: FieldShape): boolean {
    if (!isNest(value)) return true;
    const fault = Array.isArray(value)
      ? this.list(value, pointer, field)
      : this.fields(value as Record<string, unknown>, pointer, field);
    if (!fault) return true;
    this.found.push({ pointer, ...fault });
    this.cut.push(pointer);
    return false;
  }

  private list(items: unknown[], pointer: string, field: FieldShape): Fault | undefined {
    const { most, form, many } = field;
    if (form && !many) return faultOf('isObject', []);
    if (items.length > most) return faultOf('arrayMaxSize', [most]);
    for (let index = 0; index < items.length && this.goesOn; index++) {
      if (!this.at(items[index], `${pointer}/${index}`, { ...FREE, form })) items[index] = null;
    }
    return undefined;
  }

  private fields(
    value: Record<string, unknown>,
    pointer: string,
    { form }: FieldShape,
  ): Fault | undefined {
    const shape = form && shapeOf(form);
    const names = Object.keys(value);
    if (names.length > FIELDS) return faultOf('fields', [FIELDS]);
    for (const name of names) {
      if (!this.goesOn) break;
      if (name.length > NAME) {
        this.found.push({ pointer, ...faultOf('names', [NAME]) });
        delete value[name];
        continue;
      }
      const field = shape ? shape.get(name) : FREE;
      if (!field || RESERVED.has(name)) {
        const place = pointerTo(pointer, name);
        this.found.push({ pointer: place, ...faultOf('whitelistValidation', []) });
      } else if (!this.within(value[name], pointer, name, field)) value[name] = null;
    }
    return undefined;
  }

  /** Most fields have nothing within them; the pointer is made for those that have. */
  private within(value: unknown, pointer: string, name: string, field: FieldShape): boolean {
    return !isNest(value) || this.at(value, pointerTo(pointer, name), field);
  }

  private get goesOn(): boolean {
    return this.found.length < MOST_FAULTS;
  }
}

/** Whether there is anything within a value. */
function isNest(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isWithin(pointer: string, place: string): boolean {
  return pointer.startsWith(place) && (pointer[place.length] ?? '/') === '/';
}
