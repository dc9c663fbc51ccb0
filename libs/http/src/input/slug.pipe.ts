import type { PipeTransform } from '@nestjs/common';
import { NotFound } from '@app/kernel';

const SLUG = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

/** Lets a well-formed id pass; nothing can exist under any other. */
export class SlugPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (SLUG.test(id)) return id;
    throw new NotFound('unknown-id', { zh: '没有此编号', en: 'there is nothing under this id' });
  }
}
