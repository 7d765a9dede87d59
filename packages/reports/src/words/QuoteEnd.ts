/**
 * The end of a sentence that ends with a quotation.
 */

/** Returns the full stop after a quotation, or nothing where its own words end a sentence. */
export const quoteEnd = (quote: string): string => (/[.!?…]["”’)]?$/u.test(quote.trim()) ? "" : ".")
