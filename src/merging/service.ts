import { reaches } from '../access/index.js'
import {
  enlarged,
  judged,
  mergedAway,
  movable,
  type Need,
  type NeedDraft,
  type Needs,
  needKind,
  reduced,
  restored,
  urgencies,
} from '../needs/index.js'
import type { Actor } from '../platform/actor.js'
import { Conflict, Invalid, NotFound } from '../platform/errors.js'
import { type Deed, type Unit, type UnitDeps, unitOfWork } from '../platform/records/index.js'
import type { RawDocument } from '../platform/store/index.js'
import { mask } from '../privacy/index.js'
import type { Regions } from '../regions/index.js'
import type { Taxonomy } from '../taxonomy/index.js'
import { mergeKind, mergesCollection } from './collection.js'
import type { JointOrder, Merge, MergeOrder } from './model.js'

export interface MergingDeps extends UnitDeps {
  readonly regions: Regions
  readonly taxonomy: Taxonomy
  readonly needs: Pick<Needs, 'getOwn' | 'create'>
}

/** Needs made one by a person, and taken apart again. */
export interface Merging {
  /**
   * Merges needs of one region into another one of it: what is open of them is added up where units agree, and what is
   * promised or done of them stays theirs.
   * @throws NotFound, Forbidden; Invalid `merge.region`, `merge.self`; Conflict `state.refused`
   */
  merge(intoId: string, order: MergeOrder, actor: Actor): Promise<Need>
  /**
   * Makes one need of a street or the district of those of several communities.
   * @throws as `merge` does; Invalid `merge.region`, `amount.unit`
   */
  raise(order: JointOrder, actor: Actor): Promise<Need>
  /** @throws NotFound; Conflict `state.refused` once what was added is promised or done, or it is undone already */
  undo(id: string, revision: number, reason: string, actor: Actor): Promise<Merge>
  /** What was merged into a need, or it into others; newest first, at most 200. @throws NotFound */
  of(needId: string, actor: Actor): Promise<Merge[]>
  getRaw(id: string): Promise<RawDocument>
}

const mostShown = 200

export function createMerging(deps: MergingDeps): Merging {
  const { store, regions, taxonomy, needs } = deps

  const ownAll = (ids: readonly string[], actor: Actor) =>
    Promise.all(ids.map((id) => needs.getOwn(id, actor)))

  /** Takes what is open of one need away from it and writes down what became of it. */
  async function take(unit: Unit, need: Need, into: Need, add: boolean, deed: Deed): Promise<Merge> {
    const { id, revision, region, createdBy, source, amount } = need
    const moved = movable(need)
    const away = (before: Need): Need => mergedAway(before, into.id)
    await unit.amend(needKind, { id, revision, change: away }, deed)
    const merge = await unit.create(mergeKind, {
      ...{ needId: id, intoId: into.id, region, requestedBy: createdBy, source },
      ...{ value: moved.value, count: moved.count, unit: amount.unit },
      ...{ added: add && amount.unit === into.amount.unit, state: 'merged', key: id },
    })
    unit.announce({ name: 'need.merged', kind: needKind.name, subject: id, facts: { into: into.id, region } })
    return merge
  }

  async function get(id: string, actor: Actor): Promise<Merge> {
    const merge = await store.get(mergesCollection, id)
    if (!merge || !reaches(actor, merge.region, regions)) throw new NotFound(mergeKind.name, id)
    return merge
  }

  return {
    async merge(intoId, order, actor) {
      const into = await needs.getOwn(intoId, actor)
      const sources = await ownAll(order.needs, actor)
      const errors = sources.flatMap(({ id, region }, at) => {
        const field = `needs[${at}]`
        if (id === intoId) return [{ field, code: 'merge.self' }]
        return region === into.region ? [] : [{ field, code: 'merge.region' }]
      })
      if (errors.length) throw new Invalid(errors)
      const deed = { action: 'merge', reason: mask(order.reason).text }
      return unitOfWork(deps, actor, async (unit) => {
        const merges: Merge[] = []
        for (const need of sources) merges.push(await take(unit, need, into, order.add, deed))
        const moved = sumOf(merges.filter(({ added }) => added))
        // How many there are tells whether a single one could be recognised.
        const change = (before: Need) => judged(enlarged(before, moved), taxonomy)
        return unit.amend(needKind, { id: intoId, revision: undefined, change }, deed)
      })
    },
    async raise(order, actor) {
      const sources = await ownAll(order.needs, actor)
      const unitOf = sources[0]?.amount.unit ?? 'case'
      const errors = sources.flatMap(({ region, amount }, at) => [
        ...(regions.covers(order.region, region) ? [] : [{ field: `needs[${at}]`, code: 'merge.region' }]),
        ...(amount.unit === unitOf ? [] : [{ field: `needs[${at}]`, code: 'amount.unit' }]),
      ])
      if (regions.get(order.region)?.level === 'community')
        errors.push({ field: 'region', code: 'merge.region' })
      if (errors.length) throw new Invalid(errors)
      const deed = { action: 'raise', reason: mask(order.reason).text }
      return needs.create(jointDraft(order, sources), actor, async (unit, joint) => {
        for (const need of sources) await take(unit, need, joint, true, deed)
        unit.announce({
          ...{ name: 'need.raised', kind: needKind.name, subject: joint.id },
          facts: { region: joint.region, needs: sources.map(({ id }) => id) },
        })
        const change = (before: Need): Need => ({ ...before, joint: true })
        return unit.amend(needKind, { id: joint.id, revision: joint.revision, change }, deed)
      })
    },
    async undo(id, revision, said, actor) {
      const reason = mask(said).text
      const { needId, intoId, value, count, added } = await get(id, actor)
      await needs.getOwn(intoId, actor)
      const deed = { action: 'unmerge', reason }
      return unitOfWork(deps, actor, async (unit) => {
        const undone = await unit.amend(mergeKind, { id, revision, change: undo }, { action: 'undo', reason })
        const moved = { value, count }
        const back = (before: Need): Need => restored(before, moved)
        const less = (before: Need): Need => judged(reduced(before, moved), taxonomy)
        await unit.amend(needKind, { id: needId, revision: undefined, change: back }, deed)
        if (added) await unit.amend(needKind, { id: intoId, revision: undefined, change: less }, deed)
        const facts = { into: intoId, region: undone.region }
        unit.announce({ name: 'need.unmerged', kind: needKind.name, subject: needId, facts })
        return undone
      })
    },
    async of(needId, actor) {
      await needs.getOwn(needId, actor)
      const options = { sort: { field: 'createdAt', direction: 'desc' }, limit: mostShown } as const
      const both = await Promise.all([
        store.find(mergesCollection, { intoId: needId }, options),
        store.find(mergesCollection, { needId }, options),
      ])
      return both.flat().slice(0, mostShown)
    },
    async getRaw(id) {
      const raw = await store.getRaw(mergesCollection, id)
      if (!raw) throw new NotFound(mergeKind.name, id)
      return raw
    },
  }
}

function undo(merge: Merge): Merge {
  if (merge.state !== 'merged') throw new Conflict('state.refused', `${merge.state}; allowed: -`)
  const { key: _, ...rest } = merge
  return { ...rest, state: 'undone' }
}

function sumOf(merges: readonly Merge[]) {
  return {
    value: merges.reduce((sum, { value }) => sum + value, 0),
    count: merges.reduce((sum, { count }) => sum + count, 0),
  }
}

/** As pressing as the most pressing of them, seen by as few as the most hidden, with all groups and categories named. */
function jointDraft({ region, title, text }: JointOrder, sources: readonly Need[]): NeedDraft {
  const all = <T>(of: (need: Need) => readonly T[]): T[] => [...new Set(sources.flatMap(of))]
  const unit = sources[0]?.amount.unit ?? 'case'
  const level = Math.max(...sources.map(({ urgency }) => urgencies.indexOf(urgency.level)))
  const hidden = (['staff', 'matched', 'public'] as const).find((visibility) =>
    sources.some((need) => need.visibility === visibility),
  )
  return {
    ...{ region, title, text, state: 'open', source: 'visit', visibility: hidden ?? 'matched' },
    urgency: urgencies[level] ?? 'routine',
    amount: { unit, value: sources.reduce((sum, need) => sum + movable(need).value, 0) },
    beneficiaries: {
      count: sources.reduce((sum, need) => sum + need.beneficiaries.count, 0),
      groups: all(({ beneficiaries }) => beneficiaries.groups).slice(0, 20),
    },
    categories: all(({ categories }) => categories).slice(0, 20),
    modes: all(({ modes }) => modes),
  }
}
