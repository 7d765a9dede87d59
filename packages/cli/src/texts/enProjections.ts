/**
 * What Frist says of read models, in English.
 */
import type { svProjections } from "./svProjections.ts"

const plans = (n: number) => (n === 1 ? "1 plan" : `${n} plans`)

export const enProjections: typeof svProjections = {
  following: "The read models follow the log; end with Ctrl-C.",
  projected: (done) =>
    done === 0 ? "The read models were up to the log already." : `Brought up to the log: ${plans(done)}.`,
  parked: (plan, why, detail) => `Plan ${plan} stands still: ${why} (${detail}).`,
  why: {
    unreadable: "an event cannot be read; upgrade Frist if a newer version recorded it, and run frist project",
    killed: "attempts end before they are done; find out why, and run frist project --plan",
    behind: "the log is shorter than what the read models show, so it was restored; run frist rebuild --plan"
  },
  standsStill: (n) => `${n === 1 ? "1 plan stands" : `${n} plans stand`} still; see above what to do.`,
  checked: (tables, rows) =>
    `Compared: ${tables === 1 ? "1 table" : `${tables} tables`}, ${rows === 1 ? "1 row" : `${rows} rows`}. All is as the log says.`,
  behind: (plan, projection, events) =>
    `Note: ${projection} of plan ${plan} lacks the ${events} latest events; run frist project.`,
  differs: {
    missing: (row, from) => `${row} is missing; it should come from ${from}.`,
    extra: (row, from) => `${row} should not be there; what there is of it is ${from}.`,
    differs: (row, from, column, stands, derived) =>
      `${row}, column ${column}: it says ${stands} and should say ${derived}; it should come from ${from}.`
  },
  row: (plan, projection, key) => `${projection}, plan ${plan}, row ${key}`,
  from: (positions) => `event ${positions}`,
  fromNothing: "no event",
  differ: (n) =>
    `${n === 1 ? "1 table does" : `${n} tables do`} not agree with the log; make them anew with frist rebuild.`,
  rebuilt: (events, planCount) => `Made anew from ${events} events in ${plans(planCount)}.`,
  dropped: (names) => `Removed: ${names}.`,
  busy: "Somebody else is rebuilding read models already; wait until that is done.",
  notRebuilt: (n) =>
    `Nothing was exchanged, for ${n === 1 ? "1 plan stands" : `${n} plans stand`} still; see frist doctor.`,
  noProjection: (name, all) => `There is no read model ${name}; choose one of: ${all}.`,
  notWorkers: (most) => `Give between 1 and ${most} workers.`,
  progress: (built, of, percent, rate, left) =>
    `${percent} % (${built} of ${of} events), ${rate} a second, ${left} left`,
  mayNot: (database) =>
    `The login may not keep read models in ${database}; ask for the role frist_projector, or frist_reader to read only`
}
