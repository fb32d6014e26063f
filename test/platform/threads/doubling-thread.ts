import { workerData } from 'node:worker_threads'
import { answering } from '../../../src/platform/threads/index.js'

/** Doubles numbers that the data allow, and ends without an answer at 0. */
answering((number: number): number => {
  if (number === 0) process.exit(3)
  if (number > (workerData as { readonly most: number }).most) throw new RangeError(`too large: ${number}`)
  return number * 2
})
