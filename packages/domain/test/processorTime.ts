/**
 * Returns the processor time of this thread so far, in milliseconds.
 *
 * Unlike the time on a clock it does not grow while other programs have the processor, so a test can bound it.
 */
export const processorTime = (): number => {
  const { system, user } = process.threadCpuUsage()
  return (user + system) / 1000
}
