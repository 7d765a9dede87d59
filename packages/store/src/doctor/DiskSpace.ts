/**
 * Whether there is room left where a file lies.
 */
import { diagnostic, type Diagnostic } from "./Diagnostic.ts"

const megabyte = 1_048_576

/**
 * `free` and `size` in bytes. A file that is copied needs its size again, and each append is written twice for a while;
 * below 10 MB nothing is sure to be stored.
 */
export const diskSpaceDiagnostic = (free: number, size: number): Diagnostic => {
  const seen = `${Math.floor(free / megabyte)} MB`
  if (free < 10 * megabyte) return diagnostic("roomGone", seen)
  return diagnostic(free < Math.max(100 * megabyte, size) ? "roomShort" : "roomEnough", seen)
}
