import { reaches } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import type { ImportDraft, New, Reach, Resolved, Unit } from '../platform/records/index.js'
import type { Reference } from './filters.js'
import { hiddenIn, type IdentityKeeper, keptOf, masked, type Wording } from './masking.js'
import type { Need, NeedChange, NeedDraft } from './model.js'
import { resolveNeed } from './references.js'
import { importedNeed } from './schema.js'

export interface NeedImportParts extends Reference {
  readonly identities: IdentityKeeper
  made(draft: NeedDraft): New<Need>
  changed(before: Need, change: NeedChange): Need
  reachOf(actor: Actor): Pick<Reach<Need, Need>, 'changes'>
}

/** A draft whose texts are masked already, and the wording where that hid something. */
type MaskedDraft = NeedDraft & { readonly wording?: Wording }

/** How rows become needs, for somebody who may enter them in some regions only. */
export function needImport(parts: NeedImportParts, actor: Actor) {
  const { regions, identities, made, changed } = parts
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
  return {
    schema: importedNeed,
    make: ({ wording: _, ...draft }: MaskedDraft) => made(draft),
    change: (before: Need, { state: _, wording: __, ...change }: MaskedDraft) => changed(before, change),
    hiddenIn: ({ title = '', text }: MaskedDraft) => hiddenIn({ title, text }).length,
    resolve: async (rows: readonly ImportDraft<Need, MaskedDraft>[]) => rows.map(resolve),
    companion: (unit: Unit, written: readonly { draft: MaskedDraft; record: Need }[]) =>
      identities.keep(
        unit,
        written.map(({ draft, record }) => keptOf(record.id, draft.wording)),
      ),
  }
}
