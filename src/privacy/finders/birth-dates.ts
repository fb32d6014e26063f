import { numeralClass } from '../fold.js'
import { type Finder, matches } from '../hit.js'

const year = `(?:(?:19|20)\\d{2}|\\d{2}|[${numeralClass}]{2,4})`
const small = `[0-9${numeralClass}十]{1,3}`
const day = `${year}[ ]?(?:年[ ]?${small}[ ]?月(?:[ ]?${small}[ ]?[日号])?|[-./]\\d{1,2}[-./]\\d{1,2})|(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)`
const before =
  '(?:出生(?:日期|年月日?|时间|于)?|生于|生日|诞生于|生辰)(?:是|为|在|[:：])?[ ]{0,2}(?:农历|阴历|公历|阳历)?'
const cueFirst = new RegExp(`${before}(?<found>${day})`, 'dg')
const cueLast = new RegExp(`(?<!\\d)(?<found>${day})[ ]?(?:出?生(?!病|活|意|产|效|下|计|前)|诞生)`, 'dg')

/** Days of birth beside a word that says so; other dates stay, and so does a mere year. */
export const findBirthDates: Finder = function* (text) {
  for (const pattern of [cueFirst, cueLast])
    for (const [start, end] of matches(pattern, text, 'found'))
      yield { kind: 'birth-date', start, end, confidence: 0.9 }
}
