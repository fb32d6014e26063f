import type { Taxonomy, Tree } from '../taxonomy/index.js'
import type { Need, NeedChange } from './model.js'

/** Groups whose members a special act protects: 未成年人, 严重精神障碍, 社区矫正与刑释, 戒毒, 艾滋, 家庭暴力 */
export const guardedTopics = [
  'minors',
  'severe-mental',
  'corrections',
  'drug-rehabilitation',
  'hiv',
  'domestic-violence',
] as const
export type GuardedTopic = (typeof guardedTopics)[number]

interface Signs {
  /** Terms of the two trees; those under them count where the taxonomy calls them sensitive. */
  readonly groups: readonly string[]
  readonly services: readonly string[]
  /** Plain words, for a need whose group nobody stated. */
  readonly words?: RegExp
}

const signs: Readonly<Record<GuardedTopic, Signs>> = {
  minors: { groups: ['children'], services: ['minors', 'corrections.juvenile'] },
  'severe-mental': {
    groups: ['severe-mental', 'mental-carers'],
    services: ['psychiatric'],
    words: /精神(?:分裂|病|障碍|失常)|精障|重精|疯病/,
  },
  corrections: {
    groups: ['offenders'],
    services: ['corrections'],
    words: /矫正对象|社区矫正|社矫|缓刑|假释|服刑|坐牢|坐监|监狱|出狱|刑满|刑释|看守所|解矫/,
  },
  'drug-rehabilitation': {
    groups: ['drug-rehab', 'drug-families'],
    services: ['drug'],
    words: /戒毒|吸毒|复吸|社戒|毒瘾/,
  },
  hiv: { groups: ['hiv'], services: ['health.hiv'], words: /艾滋|HIV|抗病毒治疗/i },
  'domestic-violence': {
    groups: ['dv-survivors'],
    services: ['women-family.violence'],
    words: /家暴|家庭暴力|人身安全保护令|告诫书/,
  },
}

/** From so many minors on, no single child can be told from a need; as for published counts of sensitive groups. */
const manyMinors = 10
const adult = 18

type Described = Pick<Need | NeedChange, 'beneficiaries' | 'categories' | 'text'>

/** Which protected groups a need is about: by its stated groups, categories and ages, and by plain words of its text. */
export function topicsOf(need: Described, taxonomy: Taxonomy): GuardedTopic[] {
  return guardedTopics.filter((topic) =>
    topic === 'minors' ? isAboutMinors(need, taxonomy) : isAbout(need, signs[topic], taxonomy),
  )
}

/** The need with whether it is about a protected group, as it is kept. */
export function judged<N extends Described>(need: N, taxonomy: Taxonomy): N & { readonly guarded: boolean } {
  return { ...need, guarded: topicsOf(need, taxonomy).length > 0 }
}

function isAboutMinors(need: Described, taxonomy: Taxonomy): boolean {
  const { count, ages } = need.beneficiaries
  if (count >= manyMinors) return false
  return (ages !== undefined && ages.to < adult) || isAbout(need, signs.minors, taxonomy)
}

function isAbout(need: Described, { groups, services, words }: Signs, taxonomy: Taxonomy): boolean {
  return (
    isUnder(taxonomy.groups, groups, need.beneficiaries.groups) ||
    isUnder(taxonomy.services, services, need.categories) ||
    (words?.test(need.text) ?? false)
  )
}

function isUnder(tree: Tree, tops: readonly string[], ids: readonly string[]): boolean {
  return ids.some((id) => {
    if (!tree.has(id) || tree.term(id).sensitivity !== 'sensitive') return false
    const at = tree.indexOf(id)
    return tops.some((top) => tree.covers(tree.indexOf(top), at))
  })
}
