import { type ComponentType, createElement, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMessages } from './messages.js'

interface Closable {
  readonly onClose: () => void
}

interface Loader<Props> {
  readonly load: () => Promise<ComponentType<Props>>
  loaded?: ComponentType<Props>
}

/**
 * A dialog in a file of its own that is loaded when it is first opened, for most who look at a page open none. Where the
 * file cannot be had, it says so and closes again; the next press is another try.
 */
export function lazyDialog<Props extends Closable>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  const loader: Loader<Props> = { load }
  return (props) => createElement(Loaded<Props>, { loader, props })
}

function Loaded<Props extends Closable>({ loader, props }: { loader: Loader<Props>; props: Props }) {
  const { t } = useTranslation()
  const messages = useMessages()
  const [Dialog, setDialog] = useState(() => loader.loaded)
  const { onClose } = props
  useEffect(() => {
    if (Dialog) return
    const keep = (dialog: ComponentType<Props>) => {
      loader.loaded = dialog
      setDialog(() => dialog)
    }
    loader.load().then(keep, () => {
      messages.error(t('problem.unreachable'))
      onClose()
    })
  }, [Dialog, loader, messages, onClose, t])
  return Dialog ? createElement(Dialog, props) : null
}
