/** Keeps one view in step with the change log. */
export interface Follower {
  /** The view's name, for people who watch. */
  readonly view: string
  /** Does what there is to do. @throws whatever stands in the way; nothing is lost by it */
  run(): Promise<void>
  /** The last step of the change log that the view has. */
  position(): Promise<string>
  /** Hands over what others could go on with. */
  release(): Promise<void>
}
