/** What happened at the search engine since the start; for metrics. */
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
