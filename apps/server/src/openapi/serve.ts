import { createHash } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { stringify } from 'yaml';
import { namesTag } from '@app/http';
import { API_PREFIX } from '../paths.js';
import { describe } from './document.js';

/** The description as pages for people, and as JSON and YAML for programs. */
export function serveDescription(app: INestApplication): void {
  let described: OpenAPIObject | undefined;
  const description = () => (described ??= describe(app));
  SwaggerModule.setup(`${API_PREFIX}/docs`, app, description, { raw: false });
  const json = () => JSON.stringify(description());
  const yaml = () => stringify(description(), { aliasDuplicateObjects: false });
  const adapter = app.getHttpAdapter();
  adapter.get(`/${API_PREFIX}/openapi.json`, once('application/json; charset=utf-8', json));
  adapter.get(`/${API_PREFIX}/docs-yaml`, once('text/yaml; charset=utf-8', yaml));
}

/**
 * Answers with bytes that are made when they are first asked for, and are the same for everybody:
 * an answer that waits to be read takes no memory of its own. 304 for who has them already.
 */
function once(type: string, make: () => string) {
  let made: { readonly bytes: Buffer; readonly tag: string } | undefined;
  return (request: Request, response: Response): void => {
    const { bytes, tag } = (made ??= tagged(Buffer.from(make())));
    response.setHeader('ETag', tag);
    response.setHeader('Cache-Control', 'no-cache');
    if (namesTag(request.headers['if-none-match'], tag)) {
      response.status(304).end();
      return;
    }
    response.setHeader('Content-Type', type);
    response.setHeader('Content-Length', bytes.length);
    response.end(bytes);
  };
}

function tagged(bytes: Buffer) {
  return { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url')}"` };
}
