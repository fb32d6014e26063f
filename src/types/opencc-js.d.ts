/** Single dictionaries of opencc-js, which types its converters only: `from to|from to|…`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export default pairs
}

declare module 'opencc-js/dict/HKVariantsRev' {
  const pairs: string
  export default pairs
}
