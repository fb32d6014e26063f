/** The same keys with any texts: holds one language to the other when the pages are compiled. */
export type Texts<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Texts<T[Key]> }
