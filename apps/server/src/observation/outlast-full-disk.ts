/** What the operating system says where the disk has no room for a line. */
const NO_ROOM = ['ENOSPC', 'EDQUOT'];

/**
 * Lets the process go on without the lines of its log that a full disk does not take; it writes again
 * once there is room. Whatever else befalls the stream ends the process, as it does by itself.
 */
export function outlastFullDisk(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!NO_ROOM.includes(error.code ?? '')) throw error;
  });
}
