/** Where the API begins. */
export const API_PREFIX = 'api/v1';

/** Paths that stand beside the API, as those who run the installation expect them. */
export const BESIDE: readonly string[] = ['health/live', 'health/ready', 'health/deps', 'metrics'];
