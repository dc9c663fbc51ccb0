/** How what was sold was paid for. */
export type PaymentMethod = 'cash' | 'card' | 'wechat' | 'alipay' | 'transfer';
