import type { Weights } from '../matching/index.js'
import { type Actor, systemActor } from '../platform/actor.js'
import { Conflict, NotFound } from '../platform/errors.js'
import { type UnitDeps, unitOfWork } from '../platform/records/index.js'
import type { FindOptions, RawDocument, Reader, Sort } from '../platform/store/index.js'
import { weightSetKind, weightSets } from './collections.js'
import { installed, type Proposal, proposed, putToUse, usableWeights, type WeightSet } from './weight-set.js'

/** Newest first. */
export const weightSetSort: Sort = { field: 'createdAt', direction: 'desc' }

const lastUsed = { sort: { field: 'usedSince', direction: 'desc' }, limit: 1 } as const

/** The weights of this installation, past and proposed ones too. */
export class WeightSets {
  constructor(private readonly deps: UnitDeps) {}

  /**
   * What a starting server goes by. Weights of a file that are not known yet have been laid there since the last start:
   * they are kept and put to use. Otherwise the file changes nothing.
   */
  async startWith(fromFile: Weights): Promise<Weights> {
    try {
      await this.install(fromFile)
    } catch (error) {
      // Another process starts with the same file.
      if (!(error instanceof Conflict)) throw error
    }
    return (await this.usable()) ?? fromFile
  }

  /** The weights in use, if this version of the program can go by them. */
  async usable(): Promise<Weights | undefined> {
    const inUse = await this.inUse()
    return inUse && usableWeights(inUse)
  }

  /** Keeps weights that a person may approve. @throws Conflict `key.taken` when they are known */
  propose(proposal: Proposal, actor: Actor): Promise<WeightSet> {
    return unitOfWork(this.deps, actor, (unit) =>
      unit.create(weightSetKind, proposed(proposal), { action: 'propose' }),
    )
  }

  /**
   * Approves a proposal, or goes back to an earlier set. Every process goes by it as soon as it has heard of it.
   * @throws NotFound, Conflict `revision.stale`, or `state.refused` when it is in use
   */
  use(id: string, revision: number, reason: string, actor: Actor): Promise<WeightSet> {
    return unitOfWork(this.deps, actor, async (unit) => {
      const inUse = await this.inUse(unit.tx)
      const change = (set: WeightSet) => putToUse(set, inUse, unit.at)
      return unit.amend(weightSetKind, { id, revision, change }, { action: 'use', reason })
    })
  }

  list(options: FindOptions): Promise<WeightSet[]> {
    return this.deps.store.find(weightSets, {}, options)
  }

  /** @throws NotFound */
  async getRaw(id: string): Promise<RawDocument> {
    const raw = await this.deps.store.getRaw(weightSets, id)
    if (!raw) throw new NotFound(weightSetKind.name, id)
    return raw
  }

  async byVersion(version: string): Promise<WeightSet | undefined> {
    const [set] = await this.deps.store.find(weightSets, { version }, { limit: 1 })
    return set
  }

  /** The set that was put to use last. */
  async inUse(reader: Pick<Reader, 'find'> = this.deps.store): Promise<WeightSet | undefined> {
    const [set] = await reader.find(weightSets, { usedSince: { $gt: '' } }, lastUsed)
    return set
  }

  private async install(weights: Weights): Promise<void> {
    if (await this.byVersion(weights.version)) return
    await unitOfWork(this.deps, systemActor('start'), (unit) =>
      unit.create(weightSetKind, installed(weights, unit.at), { action: 'install' }),
    )
  }
}
