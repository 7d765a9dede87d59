/**
 * What a command ends with whose reader closed the output early, as `frist board | head` does.
 */

/** The exit code that shells give a command which was ended by SIGPIPE. Node does not end by it. */
export const closedEarly = 141
