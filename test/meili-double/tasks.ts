import { ApiRefusal } from './refusal.js'

export interface DoubleTask {
  readonly uid: number
  readonly indexUid: string | null
  readonly type: string
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed'
  error: ApiRefusal['body'] | null
}

/** Work that is done later, one piece after the other. */
export class Tasks {
  readonly all: DoubleTask[] = []
  /** Refusals that the next tasks end with, whatever they are. */
  readonly failures: ApiRefusal[] = []
  #last: Promise<void> = Promise.resolve()

  add(type: string, indexUid: string | null, work: () => void) {
    const task: DoubleTask = { uid: this.all.length, indexUid, type, status: 'enqueued', error: null }
    this.all.push(task)
    this.#last = this.#last.then(() => later()).then(() => later(() => this.#do(task, work)))
    return { taskUid: task.uid, indexUid, status: 'enqueued', type, enqueuedAt: new Date(0).toISOString() }
  }

  get(uid: number): DoubleTask {
    const task = this.all[uid]
    if (!task) throw new ApiRefusal(404, 'task_not_found')
    return task
  }

  #do(task: DoubleTask, work: () => void): void {
    try {
      const failure = this.failures.shift()
      if (failure) throw failure
      work()
      task.status = 'succeeded'
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error
      task.status = 'failed'
      task.error = error.body
    }
  }
}

/** After the answer to the request has gone out. */
function later(work = (): void => {}): Promise<void> {
  return new Promise((resolve, reject) => {
    setImmediate(() => {
      try {
        resolve(work())
      } catch (error) {
        reject(error)
      }
    })
  })
}
