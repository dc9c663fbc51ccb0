import type { Actor } from '../message.js';

/* The people of the tests, one of each role that acts in them. */

export const LI_WEI: Actor = { id: 'li-wei', role: 'technician' };
export const WANG_FANG: Actor = { id: 'wang-fang', role: 'technician' };
export const DISPATCHER: Actor = { id: 'zhao-min', role: 'dispatcher' };
export const SUPERVISOR: Actor = { id: 'chen-gang', role: 'supervisor' };
export const HOTLINE: Actor = { id: 'liu-yang', role: 'hotline' };
export const STOREKEEPER: Actor = { id: 'he-jun', role: 'storekeeper' };
export const MANAGER: Actor = { id: 'ma-guoqiang', role: 'general-manager' };
