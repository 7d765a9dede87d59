/**
 * Messages about read models, in English.
 */
import type { svReadModels } from "../sv/svReadModels.ts"

const plans = (n: number) => (n === 1 ? "1 plan" : `${n} plans`)

/** Messages about read models, in English. */
export const enReadModels: typeof svReadModels = {
  file: {
    full: (file) =>
      `The disk is full or cannot be written to, so the read models in ${file} were not updated; the log is untouched. Free some space and run the command again.`,
    corrupt: (file) =>
      `The read models in ${file} are damaged; the log is untouched. Delete the file, and recreate them with frist project.`,
    notALog: (file) =>
      `The file ${file} belongs to another program, and the read models need its name; move it, and run frist project.`,
    other: (file) =>
      `The read models in ${file} cannot be opened; the log is untouched. Check the file, and the permissions of the file and its folder.`
  },
  following: "Following the log; press Ctrl-C to stop.",
  projected: (done) =>
    done === 0 ? "The read models were already up to date." : `Brought up to date: ${plans(done)}.`,
  parked: {
    unreadable: (plan, detail) =>
      `Plan ${plan} is parked: an event cannot be read; upgrade Frist if a newer version recorded it, and run frist project (${detail}).`,
    killed: (plan, detail) =>
      `Plan ${plan} is parked: every attempt is killed before it finishes; find out why, and run frist project --plan ${plan} (${detail}).`,
    wentBack: (plan, detail) =>
      `Plan ${plan} is parked: the log went back since its read models were made, after a failover or a restore; make them again with frist rebuild --plan ${plan} (${detail}).`
  },
  odd: (names) => `This is not as Frist made it: ${names}. Find out who did it, and run frist rebuild.`,
  plansParked: (n) => `${n === 1 ? "1 plan is" : `${n} plans are`} parked; what to do is shown above.`,
  checked: (tables, rows) =>
    `Compared: ${tables === 1 ? "1 table" : `${tables} tables`}, ${rows === 1 ? "1 row" : `${rows} rows`}. Everything matches the log.`,
  behind: (plan, projection, events) =>
    `Note: ${projection} of plan ${plan} lacks the latest ${events} events; run frist project.`,
  differs: {
    missing: (row, from) => `${row} is missing; it should come from ${from}.`,
    extra: (row, from) => `${row} should not exist; what the log has about it is ${from}.`,
    differs: (row, from, column, stored, derived) =>
      `${row}, column ${column}: stored ${stored}, expected ${derived}; it should come from ${from}.`
  },
  row: (plan, projection, key) => `${projection}, plan ${plan}, row ${key}`,
  from: (positions) => `event ${positions}`,
  fromNothing: "no event",
  differ: (n) => `${n === 1 ? "1 table differs" : `${n} tables differ`} from the log; rebuild with frist rebuild.`,
  rebuilt: (events, planCount) => `Rebuilt from ${events} events in ${plans(planCount)}.`,
  dropped: (names) => `Removed: ${names}.`,
  busy: "Another rebuild of the read models is running; wait until it has finished.",
  noProjection: (name, all) => `There is no read model ${name}; choose one of: ${all}.`,
  notWorkers: (most) => `The number of workers is out of range; give 1–${most}.`,
  progress: (built, of, percent, rate, left) =>
    `${percent}% (${built} of ${of} events), ${rate} per second, ${left} left`,
  mayNot: (database) =>
    `The login cannot update read models in ${database}; ask for the role frist_projector, or frist_reader for reading only`
}
