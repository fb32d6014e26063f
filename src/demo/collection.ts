import { defineCollection, type Stored } from '../platform/store/index.js'

/** That the demo is being written into this store, or was; the only document is called `demo`. */
export interface DemoLoad extends Stored {
  /** ISO instant to which the demo was aged, also by whoever goes on with it. */
  readonly startedAt: string
  readonly done: boolean
}

export const demoLoads = defineCollection<DemoLoad>({
  name: 'demo_loads',
  shape: { startedAt: 'string', done: 'boolean' },
})
