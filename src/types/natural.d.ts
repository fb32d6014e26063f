/**
 * Single files of `natural`, each by its own path: the package's root prints notices and loads database drivers. The
 * package types its root only.
 */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const PorterStemmer: { stem(word: string): string }
  export default PorterStemmer
}
