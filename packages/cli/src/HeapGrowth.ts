/**
 * How the heap of the command's process grows.
 */
import { setFlagsFromString } from "node:v8"

/**
 * Keeps the heap near what is held. By default V8 lets the young generation grow to 134 MB while a table is read, and the
 * old one to several times what is held, which saves no time here. Only the command decides so, for its own process: a
 * service has one heap for all that it does. Node compiles those of its modules from source that it loads afterwards.
 */
export const keepHeapSmall = (): void => {
  setFlagsFromString("--semi-space-growth-factor=1")
  setFlagsFromString("--heap-growing-percent=50")
}
