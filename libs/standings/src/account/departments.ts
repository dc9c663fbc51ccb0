/** 售后服务中心的部门, as they are called. */
export const DEPARTMENTS = {
  sales: { zh: '零配件营业部', en: 'sales' },
  repair: { zh: '维修部', en: 'repair' },
  office: { zh: '办公室', en: 'office' },
} as const;
