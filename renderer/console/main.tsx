import '../common/no-eval.ts'
import '../common/base.css'
import '../common/form/form.css'
import '../common/promise/promise.css'
import './console.css'
import { createRoot } from 'react-dom/client'
import { ConsoleApp } from './console-app.tsx'
import { ConsoleTheme } from './console-theme.tsx'

createRoot(document.getElementById('root')!).render(
  <ConsoleTheme>
    <ConsoleApp />
  </ConsoleTheme>,
)
