import { filled } from '../platform/http/messages.js'
import type { Text2 } from '../platform/http/route.js'
import type { Facts } from '../platform/records/index.js'
import { type ReasonCode, reasons } from '../reasons/index.js'
import type { Regions } from '../regions/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import type { Notice } from './model.js'
import { topics } from './topics.js'

export interface TextsDeps {
  readonly taxonomy: Pick<Taxonomy, 'services'>
  readonly regions: Pick<Regions, 'get' | 'chain'>
  readonly timeZone: string
}

/** Makes texts of notices. */
export interface Texts {
  /** One line in both languages; knows names of categories and regions, and shows of the rest only what is no text. */
  of(notice: Notice): Text2
}

/** An id, a code, a region, a day or an instant: neither words about a person nor a telephone or identity number. */
const bare = /^(?:[a-z][\w.:-]{0,63}|\d{12}|\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,12}Z)?)$/i
const nothing: Text2 = { zh: '—', en: '—' }

export function createTexts({ taxonomy: { services }, regions, timeZone }: TextsDeps): Texts {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })

  const category = (id: unknown): Text2 => {
    const at = typeof id === 'string' && services.has(id) ? services.indexOf(id) : undefined
    return (at !== undefined && services.terms[at]) || { zh: '未分类', en: 'no category yet' }
  }
  /** A sensitive kind of help is placed by the street only: with the community beside it a person may be guessed. */
  const region = ({ region: code, category: id }: Facts): Text2 => {
    if (typeof code !== 'string') return nothing
    const isSensitive = typeof id === 'string' && services.has(id) && sensitivityOf(id) === 'sensitive'
    const chain = regions.chain(code).flatMap((one) => regions.get(one) ?? [])
    return (isSensitive ? chain.find(({ level }) => level !== 'community') : chain[0]) ?? nothing
  }
  const sensitivityOf = (id: string) => services.terms[services.indexOf(id)]?.sensitivity

  return {
    of({ topic, subject, facts }) {
      const template = topics.get(topic)?.text
      if (!template) return { zh: topic, en: topic }
      const [what, where, why] = [category(facts.category), region(facts), reasonOf(facts.reason)]
      const shared = {
        subject: bareText(subject),
        dueAt: shown(facts.dueAt, clock),
        count: shown(facts.count, clock),
      }
      const params = (language: keyof Text2) => ({
        ...shared,
        category: what[language],
        region: where[language],
        reason: why[language],
      })
      return { zh: filled(template.zh, params('zh')), en: filled(template.en, params('en')) }
    },
  }
}

function shown(fact: Facts[string] | undefined, clock: Intl.DateTimeFormat): string {
  if (typeof fact === 'number') return String(fact)
  if (typeof fact !== 'string') return nothing.zh
  return /^\d{4}-\d{2}-\d{2}T/.test(fact) && !Number.isNaN(Date.parse(fact))
    ? clock.format(new Date(fact))
    : bareText(fact)
}

/** Its name where it is one of ours, else the code. */
function reasonOf(code: Facts[string] | undefined): Text2 {
  if (typeof code !== 'string') return nothing
  if (Object.hasOwn(reasons, code)) return reasons[code as ReasonCode]
  return { zh: bareText(code), en: bareText(code) }
}

function bareText(value: string): string {
  return bare.test(value) ? value : nothing.zh
}

/** The facts of an event that may leave Duijie or be kept: those that are no text. */
export function safeFacts(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([, fact]) => {
      const values = Array.isArray(fact) ? fact : [fact]
      return values.length <= 100 && values.every((value) => typeof value !== 'string' || bare.test(value))
    }),
  )
}
