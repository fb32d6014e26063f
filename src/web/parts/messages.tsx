import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { createContext, type ReactNode, use, useMemo, useRef, useState } from 'react'

type Kind = 'success' | 'warning' | 'error'

interface Message {
  readonly id: number
  readonly kind: Kind
  readonly text: string
}

/** Says in passing what came of something. */
export type Messages = Readonly<Record<Kind, (text: string) => void>>

const MessagesContext = createContext<Messages | undefined>(undefined)

/** What went wrong stays longer; milliseconds. */
const shownMs = { success: 4_000, warning: 8_000, error: 8_000 } as const
const icons = {
  success: <CheckCircleFilled aria-hidden />,
  warning: <ExclamationCircleFilled aria-hidden />,
  error: <CloseCircleFilled aria-hidden />,
}

/** Shows messages over the page for a while, and reads them out. */
export function MessagesProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly Message[]>([])
  const last = useRef(0)
  const messages = useMemo(() => {
    const show = (kind: Kind) => (text: string) => {
      const id = ++last.current
      setShown((before) => [...before, { id, kind, text }])
      setTimeout(() => setShown((before) => before.filter((message) => message.id !== id)), shownMs[kind])
    }
    return { success: show('success'), warning: show('warning'), error: show('error') }
  }, [])
  return (
    <MessagesContext value={messages}>
      {children}
      <div className="messages" role="status" aria-live="polite">
        {shown.map(({ id, kind, text }) => (
          <div key={id} className={`message ${kind}`}>
            {icons[kind]} {text}
          </div>
        ))}
      </div>
    </MessagesContext>
  )
}

export function useMessages(): Messages {
  const messages = use(MessagesContext)
  if (!messages) throw new Error('there is no MessagesProvider around')
  return messages
}
