import '../common/base.css'
import './console.css'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { ConsoleApp } from './console-app.tsx'
import { ConsoleTheme } from './console-theme.tsx'

// The CSP forbids code made at run time, which zod would otherwise try for speed.
z.config({ jitless: true })

createRoot(document.getElementById('root')!).render(
  <ConsoleTheme>
    <ConsoleApp />
  </ConsoleTheme>,
)
