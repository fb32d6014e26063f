/** What access needs to know of organisations; they know of access, so they are given to it. */
export interface Organizations {
  exists(id: string): Promise<boolean>
  /** Undefined for one that is not there. */
  nameOf(id: string): Promise<string | undefined>
  /** By its unified social credit code or filing number; undefined when none has it. */
  byNumber(number: string): Promise<OrganizationPlace | undefined>
}

export interface OrganizationPlace {
  readonly id: string
  readonly homeRegion: string
}
