import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import { isHanUnit } from './han.js'

/** Above the frequency of any pair of common words, so that an added word is never cut in two. */
const addedWordFrequency = 200_000

let shared: Jieba | undefined

/** One for the process: reading the dictionary costs about 300 ms and 40 MB. */
function jieba(): Jieba {
  shared ??= Jieba.withDict(dict)
  return shared
}

/**
 * Teaches the segmenter words of the domain, for the whole process.
 * @param words normalised; those with white space or of one character are passed over: neither can be cut out as a word
 */
export function addWords(words: Iterable<string>): void {
  const lines: string[] = []
  for (const word of words) {
    if (word.length > 1 && !/\s/.test(word)) lines.push(`${word} ${addedWordFrequency} n\n`)
  }
  if (lines.length) jieba().loadDict(Buffer.from(lines.join('')))
}

/**
 * The words of a text in order: Chinese as the dictionary and, for unknown words, a hidden Markov model cut it; Latin
 * words lower-cased and stemmed (services -> servic); punctuation and spaces dropped.
 * @param text normalised, see `normalize`; about 30 microseconds per 100 characters
 */
export function segment(text: string): string[] {
  return words(jieba().cut(text, true))
}

/** As `segment`, with the shorter words inside a long one before it: 居委, 委会, 居委会. */
export function segmentForSearch(text: string): string[] {
  return words(jieba().cutForSearch(text, true))
}

/**
 * English stem of a Latin word in lower case (Porter 1980); any other word is returned as it is, and so is one whose
 * stem would be under three letters: the rules make "a" of aed and "io" of ios.
 */
export function stem(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word
  const stemmed = PorterStemmer.stem(word)
  return stemmed.length < 3 ? word : stemmed
}

const partOfWord = /[\p{L}\p{N}]/u
const ascii = /^[\x20-\x7e]+$/

function words(cut: readonly string[]): string[] {
  const kept: string[] = []
  for (const piece of cut) {
    // As nearly all begin; to ask the expressions costs as much as a fifth of the cutting.
    if (isHanUnit(piece.charCodeAt(0))) kept.push(piece)
    else if (!ascii.test(piece)) {
      if (partOfWord.test(piece)) kept.push(piece)
    } else {
      // jieba leaves Latin runs with their joints: covid-19, a&b.
      for (const word of piece.toLowerCase().match(/[a-z0-9]+/g) ?? []) kept.push(stem(word))
    }
  }
  return kept
}
