/**
 * Words of a vocabulary, and their forms.
 */

/**
 * A word, or the source of a regular expression (flag `u`) that matches its forms: `klara?t?`. Case is ignored unless
 * the field says otherwise. An invalid pattern throws a `SyntaxError` when it is first used.
 */
export type WordPattern = string
