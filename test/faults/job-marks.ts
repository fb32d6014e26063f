import { jobRuns } from '../../src/platform/jobs/index.js'
import { leases } from '../../src/platform/leases/index.js'
import { type Collection, defineCollection, type Stored } from '../../src/platform/store/index.js'

/** That a tick was run, and by whom. */
interface Mark extends Stored {
  readonly tick: string
  readonly process: number
}

export const jobMarks = defineCollection<Mark>({
  name: 'job_marks',
  shape: { tick: 'string', process: 'number' },
})

export const marked: readonly Collection<Stored>[] = [jobRuns, leases, jobMarks]
