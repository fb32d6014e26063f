import { normalize, segment, segmentForSearch } from '../../../src/platform/text/index.js'

/** What a text ranker is given: nothing but the words that anybody can read. */
export interface Document {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** A plain text ranker, as people use it who have nothing else. */
export interface Ranker {
  readonly name: string
  /**
   * Ids of the best documents for a text, best first.
   * @param words how many of the text's words are asked for, joined by OR; default: all
   */
  rank(text: string, limit: number, words?: number): Promise<string[]>
  close(): void
}

/** How a text is cut into words; see `platform/text`. */
export type Cut = (text: string) => string[]

/** The words that the matcher reads: fewer, so a text ranker is fastest with them. */
export const coarse: Cut = (text) => segment(normalize(text))

/** The shorter words inside long ones as well: a text ranker is best with them. */
export const fine: Cut = (text) => segmentForSearch(normalize(text))

/** A document's words, title first, with single spaces between: ready for `split(' ')`. */
export const spaced = ({ title, text }: Document, cut: Cut): string => cut(`${title}。${text}`).join(' ')

/** As issue 3 says, where speed is compared. Needs of the corpus are of about that length as they are: none is shortened for us. */
export const mostWords = 20

/** The first different words of a text. */
export function queryWords(text: string, cut: Cut, most = Number.POSITIVE_INFINITY): string[] {
  return [...new Set(cut(text))].slice(0, most)
}
