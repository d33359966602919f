/** Names of the few messages between the shell, the preload script and the page. Everything else goes through the port. */

/** Page to preload script, posted to the window itself: somebody listens, hand over a port. `renderer/api/port.ts` has the same. */
export const READY_MESSAGE = 'shelftalk:ready'
/** Preload script to main: the page wants its port. Main to preload script and on to the page: here it is. */
export const PORT_MESSAGE = 'shelftalk:port'
/** Preload script to main: let the person choose a file. */
export const CHOOSE_FILE_MESSAGE = 'shelftalk:choose-file'
