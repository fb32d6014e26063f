import { reaches } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import type { ImportDraft, New, Reach, Resolved, Unit } from '../platform/records/index.js'
import type { Reference } from './filters.js'
import { hiddenIn, type IdentityKeeper, keptOf, masked, type Wording } from './masking.js'
import { following, type Need, type NeedChange, type NeedDraft } from './model.js'
import { resolveNeed } from './references.js'
import { importedNeed } from './schema.js'
import type { UrgencySigns } from './urgency.js'

/** What the words of each text say about urgency, in their order; undefined where nothing presses. */
export type DetectUrgencies = (texts: readonly string[]) => Promise<readonly (UrgencySigns | undefined)[]>

export interface NeedImportParts extends Reference {
  readonly identities: IdentityKeeper
  readonly detectUrgencies: DetectUrgencies
  made(draft: NeedDraft, signs: UrgencySigns | undefined): New<Need>
  changed(before: Need, change: NeedChange, signs: UrgencySigns | undefined): Need
  reachOf(actor: Actor): Pick<Reach<Need, Need>, 'changes'>
}

/** A draft whose texts are masked already, and the wording where that hid something. */
type MaskedDraft = NeedDraft & { readonly wording?: Wording }

/** The words of a text that stays have been looked at already, by the rules of the day. */
export const isReworded = (before: Pick<Need, 'text'> | undefined, { text }: Pick<Need, 'text'>): boolean =>
  before?.text !== text

/** How rows become needs, for somebody who may enter them in some regions only. */
export function needImport(parts: NeedImportParts, actor: Actor) {
  const { regions, identities, detectUrgencies, made, changed } = parts
  const reach = parts.reachOf(actor)
  const isBeyond = ({ draft: { region }, before }: ImportDraft<Need, MaskedDraft>): boolean =>
    (regions.has(region) && !reaches(actor, region, regions)) ||
    (before !== undefined && !reach.changes(before))
  const resolve = (row: ImportDraft<Need, MaskedDraft>): Resolved<MaskedDraft> => {
    const answer = resolveNeed(row.draft, parts)
    const errors = 'errors' in answer ? answer.errors : []
    if (isBeyond(row)) return { errors: [{ field: 'region', code: 'region.beyond' }, ...errors] }
    if ('errors' in answer) return answer
    const { draft, wording } = masked(answer.draft)
    return { draft: wording ? { ...draft, wording } : draft }
  }
  const signsOf = new WeakMap<MaskedDraft, UrgencySigns>()
  const read = async (rows: readonly ImportDraft<Need, MaskedDraft>[]): Promise<void> => {
    const drafts = rows.filter(({ before, draft }) => isReworded(before, draft)).map(({ draft }) => draft)
    const signs = await detectUrgencies(drafts.map(({ text }) => text))
    for (const [at, draft] of drafts.entries()) if (signs[at]) signsOf.set(draft, signs[at])
  }
  return {
    schema: importedNeed,
    following,
    read,
    make: (draft: MaskedDraft) => made(withoutWording(draft), signsOf.get(draft)),
    change: (before: Need, draft: MaskedDraft) => {
      const { state: _, ...change } = withoutWording(draft)
      return changed(before, change, signsOf.get(draft))
    },
    hiddenIn: ({ title = '', text }: MaskedDraft) => hiddenIn({ title, text }).length,
    resolve: async (rows: readonly ImportDraft<Need, MaskedDraft>[]) => rows.map(resolve),
    companion: (unit: Unit, written: readonly { draft: MaskedDraft; record: Need }[]) =>
      identities.keep(
        unit,
        written.map(({ draft, record }) => keptOf(record.id, draft.wording)),
      ),
  }
}

/** Mostly nothing is hidden, and a copy without it would cost an import of many rows. */
function withoutWording(draft: MaskedDraft): NeedDraft {
  if (!draft.wording) return draft
  const { wording: _, ...rest } = draft
  return rest
}
