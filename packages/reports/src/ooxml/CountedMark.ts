/**
 * The mark of columns that Frist counts itself. `@frist/editions` leaves out the columns that carry it when a report is
 * handed in as an edition; tests read reports again to show that both agree on the mark.
 */

/** The style of the headings of counted columns in Word. */
export const countedStyle = { id: "FristCounted", name: "Frist Counted" } as const

/** The defined name of counted columns in a sheet of Excel. */
export const countedName = "_Frist.Counted"
