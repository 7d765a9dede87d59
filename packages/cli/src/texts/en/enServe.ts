/**
 * Messages of `frist serve`, in English.
 */
import type { svServe } from "../sv/svServe.ts"

/** Messages of `frist serve`, in English. */
export const enServe: typeof svServe = {
  serving: (url) => `The plan is shown at ${url}. Stop with Ctrl+C.`,
  notAPort: (port) => `${port} is not a port. Give a number from 0 to 65535 with --port.`,
  notAUrl: (words) =>
    `“${words}” is not an address for visitors. Give it as https://example.se/plan, without a question mark, a number sign or a password.`,
  cannotListen: (address, port, why) =>
    `Could not listen on ${address}, port ${port} (${why}). Choose another port with --port, or another address with --address.`
}
