/** What a page saw of itself while it opened; times in milliseconds since the navigation began. */
export interface Observed {
  /** When what somebody came for was painted. */
  shownAt?: number
  readonly longTasks: { readonly start: number; readonly end: number }[]
  /** The sum of all shifts that no input caused. */
  shift: number
  largestPaintAt: number
}

declare global {
  interface Window {
    observed: Observed
  }
}

interface Shift extends PerformanceEntry {
  readonly value: number
  readonly hadRecentInput: boolean
}

/** Runs in the page before anything else does; `content` selects what somebody came for. */
export function observe(content: string): void {
  const observed: Observed = { longTasks: [], shift: 0, largestPaintAt: 0 }
  window.observed = observed
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      observed.longTasks.push({ start: startTime, end: startTime + duration })
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries() as Shift[])
      if (!hadRecentInput) observed.shift += value
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) observed.largestPaintAt = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new MutationObserver((_, watcher) => {
    if (!document.querySelector(content)) return
    watcher.disconnect()
    requestAnimationFrame(() => {
      setTimeout(() => {
        observed.shownAt = performance.now()
      })
    })
  }).observe(document, { childList: true, subtree: true })
}
