/** What happened at a search server since the start; for metrics. All stay 0 where the engine is embedded. */
export interface SearchCounters {
  /** Requests that found it away: no connection, no answer in time, 5xx, refused key. */
  unavailable: number
  tasksDone: number
  tasksFailed: number
  tasksRetried: number
}

export function searchCounters(): SearchCounters {
  return { unavailable: 0, tasksDone: 0, tasksFailed: 0, tasksRetried: 0 }
}
