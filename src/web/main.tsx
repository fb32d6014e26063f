import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.js'
import { startTexts } from './i18n/language.js'
import { markStyles } from './nonce.js'
import { loadAhead } from './router.js'
import './style.css'

markStyles()
loadAhead()

await startTexts()
const root = document.getElementById('app')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
