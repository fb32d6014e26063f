/** The texts of one language alone, made by texts-by-language.ts. */
declare module 'virtual:texts/zh' {
  const texts: object
  export default texts
}
declare module 'virtual:texts/en' {
  const texts: object
  export default texts
}
