/**
 * Where MongoDB is for the tests, or undefined. Taken out of the environment, so that what tests start keeps its data in
 * a folder unless it is told otherwise.
 */
export const mongoUrl = process.env.MONGO_URL?.trim() || undefined
delete process.env.MONGO_URL

/** Root hooks: whatever a test opened through `onCleanup` is closed after it, also when it failed. */
type Cleanup = () => unknown
const cleanups: Cleanup[] = []

export function onCleanup(cleanup: Cleanup): void {
  cleanups.push(cleanup)
}

export const mochaHooks = {
  afterEach: cleanUp,
  // What a `before` opened that failed: no test follows it.
  afterAll: cleanUp,
}

async function cleanUp(): Promise<void> {
  while (cleanups.length) await cleanups.pop()?.()
}
