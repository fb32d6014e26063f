import { reaches } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import type { FieldError } from '../platform/errors.js'
import type { ImportDraft, New, Reach, Resolved, Unit } from '../platform/records/index.js'
import type { Reference } from './filters.js'
import { hiddenIn, type IdentityKeeper, keptOf, masked } from './masking.js'
import type { Need, NeedChange, NeedDraft } from './model.js'
import { resolveNeed } from './references.js'
import { importedNeed } from './schema.js'

export interface NeedImportParts extends Reference {
  readonly identities: IdentityKeeper
  made(draft: NeedDraft): New<Need>
  changed(before: Need, change: NeedChange): Need
  reachOf(actor: Actor): Pick<Reach<Need, Need>, 'changes'>
}

/** How rows become needs, for somebody who may enter them in some regions only. */
export function needImport(parts: NeedImportParts, actor: Actor) {
  const { regions, identities, made, changed } = parts
  const reach = parts.reachOf(actor)
  const isBeyond = ({ draft: { region }, before }: ImportDraft<Need, NeedDraft>): boolean =>
    (regions.has(region) && !reaches(actor, region, regions)) ||
    (before !== undefined && !reach.changes(before))
  const resolve = (row: ImportDraft<Need, NeedDraft>): Resolved<NeedDraft> => {
    const answer = resolveNeed(row.draft, parts)
    if (!isBeyond(row)) return answer
    const beyond: FieldError = { field: 'region', code: 'region.beyond' }
    return { errors: 'errors' in answer ? [beyond, ...answer.errors] : [beyond] }
  }
  return {
    schema: importedNeed,
    make: (draft: NeedDraft) => made(masked(draft).draft),
    change: (before: Need, { state: _, ...change }: NeedDraft) => changed(before, masked(change).draft),
    hiddenIn(draft: NeedDraft) {
      const { title = '', text } = masked(draft).draft
      return hiddenIn({ title, text }).length
    },
    resolve: async (rows: readonly ImportDraft<Need, NeedDraft>[]) => rows.map(resolve),
    companion: (unit: Unit, written: readonly { draft: NeedDraft; record: Need }[]) =>
      identities.keep(
        unit,
        written.map(({ draft, record }) => keptOf(record.id, masked(draft).wording)),
      ),
  }
}
