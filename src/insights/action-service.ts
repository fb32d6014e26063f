import { reaches, regionScope } from '../access/index.js'
import type { Actor } from '../platform/actor.js'
import { Forbidden, NotFound } from '../platform/errors.js'
import { anyOf, both, dayOf, given, type UnitDeps, unitOfWork } from '../platform/records/index.js'
import type { Condition, FindOptions, RawDocument } from '../platform/store/index.js'
import { mask } from '../privacy/index.js'
import {
  closeAction,
  type GapAction,
  type GapActionDraft,
  type GapActionFilters,
  type GapFigures,
  gapActionKind,
  gapActionsCollection,
} from './actions.js'
import { gapFigures } from './gap-figures.js'
import { assertAsked } from './query.js'
import type { InsightsDeps } from './service.js'

/** An action beside what its cells say now. */
export interface FollowedAction extends GapAction {
  readonly now: GapFigures
}

export type GapActions = ReturnType<typeof createGapActions>

/** What is done about gaps, each by whoever is responsible for its region, and seen by all who are. */
export function createGapActions(deps: InsightsDeps & UnitDeps) {
  const { store, clock, regions } = deps
  const today = (): string => dayOf(clock.now().toISOString())

  /** @throws NotFound, also outside the actor's reach */
  async function seen(id: string, actor: Actor): Promise<GapAction> {
    const action = await store.get(gapActionsCollection, id)
    if (!action || !reaches(actor, action.region, regions)) throw new NotFound(gapActionKind.name, id)
    return action
  }

  async function followed(action: GapAction): Promise<FollowedAction> {
    return { ...action, now: await gapFigures(action, today(), deps) }
  }

  return {
    /** Keeps what the cells say at its beginning. @throws Invalid; Forbidden for a region of others */
    async open(draft: GapActionDraft, actor: Actor): Promise<FollowedAction> {
      const span = { from: today().slice(0, 7), to: today().slice(0, 7) }
      assertAsked({ ...draft, ...span }, deps)
      if (!reaches(actor, draft.region, regions)) throw new Forbidden('insights.act')
      const before = await gapFigures(draft, today(), deps)
      const { note, owner, ...rest } = draft
      const fields = {
        ...rest,
        // It is kept and shown to others: nobody's name or number belongs in it.
        ...{ owner: mask(owner).text, ...(note === undefined ? {} : { note: mask(note).text }) },
        state: 'open' as const,
        before,
      }
      const action = await unitOfWork(deps, actor, (unit) => unit.create(gapActionKind, fields))
      return { ...action, now: before }
    },

    /** @throws NotFound; Conflict `revision.stale`, or `state.refused` when it is closed */
    async close(
      id: string,
      revision: number,
      outcome: string | undefined,
      actor: Actor,
    ): Promise<FollowedAction> {
      await seen(id, actor)
      const kept = outcome === undefined ? undefined : mask(outcome).text
      const change = (before: GapAction) => closeAction(before, today(), kept)
      const action = await unitOfWork(deps, actor, (unit) =>
        unit.amend(gapActionKind, { id, revision, change }, { action: 'close' }),
      )
      return followed(action)
    },

    async list(filters: GapActionFilters, options: FindOptions, actor: Actor): Promise<FollowedAction[]> {
      const codes = regions.narrowedTo(filters.region)
      const asked = given<Condition>({ state: filters.state, region: codes && anyOf(codes) })
      const actions = await store.find(
        gapActionsCollection,
        both(regionScope(actor, regions), asked),
        options,
      )
      return Promise.all(actions.map(followed))
    },

    async getRaw(id: string, actor: Actor): Promise<RawDocument> {
      const action = await followed(await seen(id, actor))
      return { revision: action.revision, json: JSON.stringify(action) }
    },
  }
}
