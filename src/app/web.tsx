import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyTheme } from '../ui/theme/use-theme.ts'
import '../ui/theme/tokens.css'
import '../ui/theme/base.css'
import { Application } from './web/frame/application.tsx'
import { keepShell } from './web/shell/keep-shell.ts'

applyTheme()
keepShell()
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Application />
    </StrictMode>,
  )
