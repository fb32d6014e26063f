/** Root hooks: whatever a test opened through `onCleanup` is closed after it, also when it failed. */
type Cleanup = () => unknown
const cleanups: Cleanup[] = []

export function onCleanup(cleanup: Cleanup): void {
  cleanups.push(cleanup)
}

export const mochaHooks = {
  async afterEach() {
    while (cleanups.length) await cleanups.pop()?.()
  },
}
