import { Controller, Get, Param, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { FromRequest, HttpProblem, Takes, type Sent } from '@app/http';
import { Can } from '@app/identity';
import { contentType } from './content-type.js';
import { FileBody } from './file-body.interceptor.js';
import { FileStore } from './file-store.js';
import { FILE_TYPES } from './file-types.js';
import { StoredFile } from './stored-file.dto.js';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('files')
@Controller('files')
export class FilesController {
  constructor(private readonly files: FileStore) {}

  /**
   * Stores an image of a signature or a photo, at most 5 MiB; steps name it by the hash that is
   * answered. `application/vnd.strokes+json` is the strokes of a pen: JSON objects or arrays in UTF-8, one
   * value or one on each line, such as `[{"x":12,"y":40,"t":0},{"x":14,"y":41,"t":16}]` for a stroke. They are
   * kept byte for byte, and the service reads nothing in them.
   */
  @Post()
  @Can('store-file')
  @Takes(...FILE_TYPES)
  @UseInterceptors(FileBody)
  @ApiConsumes(...FILE_TYPES)
  @ApiBody(BINARY)
  @ApiCreatedResponse({ type: StoredFile })
  async storeFile(@Req() request: Request, @FromRequest() sent: Sent): Promise<StoredFile> {
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw empty();
    const declared = request.headers['content-type']!.split(';', 1)[0]!.trim().toLowerCase();
    const found = await contentType(bytes);
    if (found !== declared) throw notAsDeclared(declared, found);
    return { hash: await this.files.store(bytes, found, sent.actor.id) };
  }

  /** A file's bytes. */
  @Get(':hash')
  @Can('read-file')
  @ApiOkResponse({ content: Object.fromEntries(FILE_TYPES.map((type) => [type, BINARY])) })
  async readFile(@Param('hash') hash: string, @Res() response: Response): Promise<void> {
    const { bytes, mediaType } = await this.files.read(hash);
    response
      .type(mediaType)
      .set({ 'Cache-Control': 'private, immutable', 'Content-Disposition': 'attachment' })
      .send(bytes);
  }
}

function empty(): HttpProblem {
  return new HttpProblem(400, 'empty-file', {
    says: { zh: '文件为空', en: 'the file is empty' },
  });
}

/** Whoever opens the file later trusts the type that it is served with. */
function notAsDeclared(declared: string, found: string | undefined): HttpProblem {
  return new HttpProblem(415, 'media-type-mismatch', {
    says: {
      zh: `声明为 ${declared}，内容却是${found === undefined ? '其他格式' : ` ${found}`}`,
      en: `declared as ${declared}, but its content is ${found ?? 'of another type'}`,
    },
  });
}
