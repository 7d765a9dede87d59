/**
 * Text in which every character is one column wide, as in most Swedish tables. Measuring it needs no Unicode tables,
 * which take longer to load than such a table takes to print.
 */

/** Printable ASCII, Latin letters, dashes, quotes, and the lines and marks of tables; no combining marks. */
const plain =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02af\u2010-\u2027\u2039\u203a\u2190-\u2193\u2212\u2248\u2260\u2264\u2265\u2500-\u257f\u25a0-\u25cf\u25d0\u2605\u26a0\u2713\u2714\u2716]*$/u

/** Returns true if the width of the text is its length. */
export const isPlain = (text: string): boolean => plain.test(text)
