/** What is to be reached: 业绩目标 in yuan; 工时定额 (D32, D36) and 基本工时指标 (D34) in hours. */
export const targets = ['sales', 'quota', 'basic-hours'] as const;
export type Target = (typeof targets)[number];

/** What was reached: yuan of sales less returns, and hours of labour. */
export const results = ['sales', 'hours'] as const;
export type Result = (typeof results)[number];
