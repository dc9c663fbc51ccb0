/** The connection broke, could not be made or fell silent; whether what was asked last was done is unknown. */
export class ConnectionLost extends Error {}
