/**
 * Diagnoses the disk space where a file is.
 */
import { diagnostic, type Diagnostic } from "./Diagnostic.ts"

const megabyte = 1_048_576

/**
 * Diagnoses disk space from `free` and `size`, both in bytes. Copying a file needs its size again, and each append is
 * briefly written twice. Below 10 MB nothing is sure to be stored.
 */
export const diskSpaceDiagnostic = (free: number, size: number): Diagnostic => {
  const seen = `${Math.floor(free / megabyte)} MB`
  if (free < 10 * megabyte) return diagnostic("roomGone", seen)
  return diagnostic(free < Math.max(100 * megabyte, size) ? "roomShort" : "roomEnough", seen)
}
