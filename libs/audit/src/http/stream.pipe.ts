import { Injectable, type PipeTransform } from '@nestjs/common';
import { NotFound } from '@app/kernel';

/** A stream's name from a path: what cannot be one is not looked for. */
@Injectable()
export class StreamPipe implements PipeTransform<string, string> {
  transform(name: string): string {
    if (name.length <= 250 && /^[^\p{Cc}\p{Cs}]+$/u.test(name)) return name;
    throw new NotFound('stream-not-found', { zh: '没有这个流', en: 'there is no such stream' });
  }
}
