import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import { useTranslation } from 'react-i18next'
import { Problem } from './api/client.js'
import { SessionProvider } from './api/session.js'
import { componentLocale } from './i18n/language.js'
import { nonce } from './nonce.js'
import { Loading } from './parts/loading.js'
import { MessagesProvider } from './parts/messages.js'
import { Router } from './router.js'
import { theme } from './theme.js'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What the server refused it will refuse again; only a lost connection is worth another try.
      retry: (failures, error) => error instanceof Problem && error.status === 0 && failures < 2,
      staleTime: 10_000,
    },
  },
})

export function App() {
  // Draws everything anew in the other language.
  useTranslation()
  return (
    <ConfigProvider {...componentLocale()} theme={theme} {...(nonce ? { csp: { nonce } } : {})}>
      <MessagesProvider>
        <QueryClientProvider client={queries}>
          <SessionProvider loading={<Loading />}>
            <Router />
          </SessionProvider>
        </QueryClientProvider>
      </MessagesProvider>
    </ConfigProvider>
  )
}
