import type { Actor } from '../platform/actor.js'
import { Conflict, NotFound } from '../platform/errors.js'
import { type Birth, type Unit, type UnitDeps, unitOfWork } from '../platform/records/index.js'
import type { Regions } from '../regions/index.js'
import { assertOpen, type Place } from './closings.js'
import { serviceRecordKind } from './collection.js'
import type { ServiceRecord } from './model.js'
import type { MonthGates } from './month-gates.js'
import { countIn } from './totals.js'
import { type ServiceRecordVersion, serviceRecordVersions } from './versions.js'

/** How a record that was there is replaced, and what the history says of it. */
export interface Replacement {
  readonly action: ServiceRecordVersion['action']
  readonly reason?: string | undefined
}

/**
 * The only writer of records, their earlier states and totals: each write puts all three into one transaction, through
 * the gates of its months, and is refused where one of them is closed.
 */
export class Entries {
  constructor(
    private readonly deps: UnitDeps & { readonly regions: Regions },
    private readonly gates: MonthGates,
  ) {}

  /**
   * All or none.
   * @param births at most 500
   * @param check sees inside the transaction that they may still be entered
   */
  enter(
    births: readonly Birth<ServiceRecord>[],
    actor: Actor,
    action: string,
    check?: (unit: Unit) => Promise<void>,
  ): Promise<ServiceRecord[]> {
    const places = births.map(({ fields }) => fields)
    return this.#throughGates(places, actor, async (unit) => {
      await check?.(unit)
      const records = await unit.createMany(serviceRecordKind, births, { action })
      await countIn(
        unit.tx,
        records.map((record) => ({ record, sign: 1 })),
      )
      return records
    })
  }

  /** @throws NotFound; Conflict `revision.stale` when the record is not what `before` says any more */
  replace(
    before: ServiceRecord,
    after: ServiceRecord,
    actor: Actor,
    replacement: Replacement,
    check?: (unit: Unit) => Promise<void>,
  ): Promise<ServiceRecord> {
    return this.#throughGates([before, after], actor, async (unit) => {
      await check?.(unit)
      const amendment = { id: before.id, revision: before.revision, change: () => after }
      const stored = await unit.amend(serviceRecordKind, amendment, replacement)
      await this.#keep(unit, before, replacement)
      await countIn(unit.tx, [
        { record: before, sign: -1 },
        { record: stored, sign: 1 },
      ])
      return stored
    })
  }

  /** Its last state stays among the versions. @throws as `replace` does */
  remove(before: ServiceRecord, reason: string, actor: Actor): Promise<void> {
    return this.#throughGates([before], actor, async (unit) => {
      const replacement = { action: 'remove', reason } as const
      await unit.remove(serviceRecordKind, before.id, before.revision, replacement)
      await this.#keep(unit, before, replacement)
      await countIn(unit.tx, [{ record: before, sign: -1 }])
    })
  }

  #throughGates<R>(places: readonly Place[], actor: Actor, work: (unit: Unit) => Promise<R>): Promise<R> {
    return this.gates.through(places, (hold) =>
      unitOfWork(this.deps, actor, async (unit) => {
        await hold(unit.tx)
        await assertOpen(unit.tx, places, this.deps.regions)
        return work(unit)
      }),
    )
  }

  async #keep(unit: Unit, state: ServiceRecord, { action, reason }: Replacement): Promise<void> {
    await unit.tx.insert(serviceRecordVersions, {
      id: `${state.id}/${state.revision}`,
      revision: 1,
      record: state.id,
      number: state.revision,
      state,
      action,
      replacedAt: unit.at,
      replacedBy: unit.actor.id,
      ...(reason === undefined ? {} : { reason }),
    })
  }
}

/** @throws NotFound, Conflict `revision.stale` */
export function assertAt(record: ServiceRecord | undefined, id: string, revision: number): ServiceRecord {
  if (!record) throw new NotFound(serviceRecordKind.name, id)
  if (record.revision !== revision) throw new Conflict('revision.stale', `${serviceRecordKind.name} ${id}`)
  return record
}
