/**
 * Messages of `frist serve`, in Swedish.
 */

/** Messages of `frist serve`, in Swedish. */
export const svServe = {
  serving: (url: string) => `Planen visas på ${url}. Avsluta med Ctrl+C.`,
  notAPort: (port: number) => `${port} är ingen port. Ange ett tal mellan 0 och 65535 med --port.`,
  notAUrl: (words: string) =>
    `”${words}” är ingen adress för besökare. Ange den som https://exempel.se/plan, utan frågetecken, nummertecken eller lösenord.`,
  cannotListen: (address: string, port: number, why: string) =>
    `Det gick inte att lyssna på ${address}, port ${port} (${why}). Välj en annan port med --port, eller en annan adress med --address.`
}
