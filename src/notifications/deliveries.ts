import type { Actor } from '../platform/actor.js'
import { Conflict, NotFound } from '../platform/errors.js'
import { given, type UnitDeps, unitOfWork } from '../platform/records/index.js'
import type { Condition, FindOptions } from '../platform/store/index.js'
import { deliveries } from './collection.js'
import type { ChannelName, Delivery } from './model.js'

export interface DeliveryFilters {
  readonly channel?: ChannelName
  readonly state: Delivery['state']
}

/** What administrators see of everything that leaves Duijie: no address, no text of a mail. */
export interface Deliveries {
  list(filters: DeliveryFilters, options: FindOptions): Promise<Delivery[]>
  /** Sends once more, whatever became of it. @throws NotFound; Conflict while it waits anyway */
  replay(id: string, actor: Actor): Promise<Delivery>
}

export function createDeliveries(deps: UnitDeps): Deliveries {
  return {
    list: ({ channel, state }, options) =>
      deps.store.find(deliveries, given<Condition>({ channel, state }), options),
    replay: (id, actor) => replayDelivery(deps, id, () => true, actor),
  }
}

/** Makes a delivery due now, with all its attempts before it. @param isMine of one that is not, it is not there */
export function replayDelivery(
  deps: UnitDeps,
  id: string,
  isMine: (delivery: Delivery) => boolean,
  actor: Actor,
): Promise<Delivery> {
  return unitOfWork(deps, actor, async (unit) => {
    const before = await unit.tx.get(deliveries, id)
    if (!before || !isMine(before)) throw new NotFound('delivery', id)
    if (before.state === 'waiting') throw new Conflict('state.refused', before.state)
    const { error: _, expiresAt: __, ...rest } = before
    const again: Delivery = { ...rest, state: 'waiting', attempts: 0, due: unit.at }
    unit.note({ name: 'delivery' }, { action: 'replay' }, id)
    return unit.tx.replace(deliveries, again, before.revision)
  })
}
