import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { Body, Controller, HttpCode, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';

@Controller()
class EmptyController {
  @Post('empty')
  @HttpCode(200)
  take(@Body() _body: unknown): object {
    return {};
  }
}

@Module({ controllers: [EmptyController] })
class EmptyModule {}

/** A Nest server as the framework makes it, with one endpoint that reads a JSON body and does nothing. */
const app = await NestFactory.create<NestExpressApplication>(EmptyModule, { logger: false });
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as AddressInfo;
process.stdout.write(`http://127.0.0.1:${port}\n`);
