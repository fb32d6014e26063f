/** So much a browser may load before the first page of a workspace is there, compressed; bytes. */
export const firstLoadLimit = 350_000
