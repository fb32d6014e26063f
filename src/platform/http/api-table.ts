import { type Operation, type OperationDeps, operation } from './operation.js'
import { Refusal } from './refusal.js'
import type { Route } from './route.js'
import { RouteTable } from './route-table.js'

/** What answers at one path, by method. */
export type Operations = ReadonlyMap<string, Operation>

/**
 * The operations of the API by their paths under `root`.
 * @throws RangeError when two routes contradict each other, or one names no permission that the gate knows
 */
export function apiTable(
  routes: readonly Route[],
  root: string,
  deps: OperationDeps,
): RouteTable<Operations> {
  const table = new RouteTable<Operations>()
  const byPath = new Map<string, Map<string, Operation>>()
  const names = new Set<string>()
  for (const route of routes) {
    const { path, method, operationId } = route.spec
    const operations = byPath.get(path) ?? new Map<string, Operation>()
    if (names.has(operationId) || operations.has(method.toUpperCase()))
      throw new RangeError(`${operationId}: declared twice`)
    names.add(operationId)
    byPath.set(path, operations)
    const run = operation(route, deps)
    operations.set(method.toUpperCase(), run)
    if (method === 'get') operations.set('HEAD', run)
  }
  for (const [path, operations] of byPath) table.put(root + path, operations)
  return table
}

/** What answers a method; of one that none is for, with those that there are. */
export function operationOf(operations: Operations, method = ''): Operation {
  return operations.get(method) ?? otherMethod([...operations.keys(), 'OPTIONS'].join(', '))
}

function otherMethod(allow: string): Operation {
  return async (exchange) => {
    if (exchange.request.method !== 'OPTIONS') throw new Refusal('method.refused', { allow }, { allow })
    exchange.send({ status: 204, headers: ['allow', allow] })
  }
}
