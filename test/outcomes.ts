/** `done`, or the name of the error that `work` is refused with. */
export async function outcomeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'done'
  } catch (error) {
    if (error instanceof Error) return error.constructor.name
    throw error
  }
}
