import { type ComponentType, lazy } from 'react'
import type { RouteObject } from 'react-router'

/** A page in a file of its own that is loaded when somebody opens it; `handle` loads it ahead. */
export function lazyPage<Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): Pick<RouteObject, 'Component' | 'handle'> {
  const Page = lazy<ComponentType>(async () => ({ default: (await load())[name] }))
  return { Component: Page, handle: load }
}
