import { type RefObject, useEffect, useRef } from 'react'

/** For what takes the place of something that had the focus: it gets it, and a screen reader reads on from there. */
export function useFocusAtOnce<E extends HTMLElement>(): RefObject<E | null> {
  const place = useRef<E>(null)
  useEffect(() => place.current?.focus(), [])
  return place
}
