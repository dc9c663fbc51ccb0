import { Module } from '@nestjs/common';
import { askForToolsWhenEmployeeLeaves } from './processes/ask-for-tools-when-employee-leaves.js';
import { findWhenToolIsOverdue } from './processes/find-when-tool-is-overdue.js';
import { toolListModel } from './read-models/tool-list/tool-list.read-model.js';
import { tools } from './tool.aggregate.js';

/** Tools and materials: where they are, in whose hands, and in which condition. */
@Module({ controllers: tools.controllers, providers: tools.handledBy() })
export class InventoryModule {
  static readonly aggregates = [tools];
  static readonly readModels = [toolListModel];
  static readonly processes = [findWhenToolIsOverdue, askForToolsWhenEmployeeLeaves];
}
