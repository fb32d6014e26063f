import { isPermission } from '../src/access/index.js'
import { type Actor, systemActor } from '../src/platform/actor.js'
import type { Gate } from '../src/platform/http/gate.js'

/** Lets everything pass as `actor`, for tests of what lies behind the gate. */
export function openGate(actor: Actor = systemActor('tester')): Gate {
  return { knows: isPermission, admit: () => actor }
}
