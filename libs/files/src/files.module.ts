import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { raw } from 'express';
import { FILE_LIMIT, FILE_TYPES } from './file-types.js';
import { FileStore } from './file-store.js';
import { FilesController } from './files.controller.js';

/** Images of signatures and photos, kept outside the events. */
@Module({ controllers: [FilesController], providers: [FileStore], exports: [FileStore] })
export class FilesModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(raw({ type: [...FILE_TYPES], limit: FILE_LIMIT })).forRoutes(FilesController);
  }
}
