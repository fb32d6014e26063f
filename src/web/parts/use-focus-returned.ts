import { useEffect, useState } from 'react'

/** AntD gives the focus back when a dialog is hidden, but not when it is taken off the page. */
export function useFocusReturned(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus()
    },
    [before],
  )
}
