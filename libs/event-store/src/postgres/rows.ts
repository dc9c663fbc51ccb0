import type { EventRow } from '../adapter/prepared-append.js';

/** The elements as PostgreSQL reads an array of text. */
export function textArray(elements: readonly string[]): string {
  return `{${elements.map((element) => `"${element.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

/** The elements as PostgreSQL reads an array of anything that needs no quotes. */
export function plainArray(elements: readonly (string | number)[]): string {
  return `{${elements.join(',')}}`;
}

/** Events as parallel arrays, the form in which a statement takes many. */
export class EventColumns {
  readonly ids: string[] = [];
  readonly types: string[] = [];
  readonly schemaVersions: number[] = [];
  private readonly datas: string[] = [];
  private readonly metas: string[] = [];

  push({ id, type, schemaVersion, data, meta }: EventRow): void {
    this.ids.push(id);
    this.types.push(type);
    this.schemaVersions.push(schemaVersion);
    this.datas.push(data);
    this.metas.push(meta);
  }

  get length(): number {
    return this.ids.length;
  }

  /** One JSON array: its elements need no quoting, and the server gives each back to the byte. */
  get data(): string {
    return `[${this.datas.join(',')}]`;
  }

  get meta(): string {
    return `[${this.metas.join(',')}]`;
  }
}
