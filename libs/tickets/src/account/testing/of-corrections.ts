import type {
  CorrectionEvent,
  PreparationCorrected,
  TicketEvent,
} from '../../domain/ticket/ticket.events.js';
import { at, LI_WEI, span } from '../../testing/ticket.builders.js';

type Corrected = CorrectionEvent | PreparationCorrected;
type DataOf<Type> = Extract<TicketEvent, { type: Type }>['data'];

const technician = LI_WEI.id;
const visit = 1;

/** What the corrections of a visit may say. */
export const ofCorrections: { readonly [Type in Corrected['type']]: DataOf<Type> } = {
  PreparationCorrected: {
    visit,
    badge: true,
    uniform: false,
    tools: ['T-100'],
    parts: [],
    before: { badge: false, uniform: false, tools: [], parts: [] },
    reason: '漏记',
  },
  RepairCauseCorrected: {
    visit,
    repairedAt: at('10:30'),
    cause: 'company-product',
    before: 'external',
    reason: '电压正常',
  },
  LabourCorrected: {
    visit,
    entry: 1,
    technician,
    workType: '布线',
    span: span('10:00', '11:00'),
    hours: '1.00',
    before: { workType: '布线', span: span('10:00', '11:30'), hours: '1.50' },
    reason: '看错钟点',
  },
  LabourWithdrawn: {
    visit,
    entry: 1,
    technician,
    before: { workType: '布线', span: span('10:00', '11:30'), hours: '1.50' },
    reason: '记错工单',
  },
  PartCorrected: {
    visit,
    entry: 2,
    technician,
    sku: 'PSU-12',
    quantity: 1,
    before: { sku: 'PSU-12', quantity: 2 },
    reason: '多记一件',
  },
  PartUseExplained: { visit, entry: 2, technician, sku: 'PSU-12', quantity: 1, uncovered: 1 },
  PartWithdrawn: {
    visit,
    entry: 2,
    technician,
    before: { sku: 'PSU-12', quantity: 2 },
    reason: '没有用上',
  },
};
