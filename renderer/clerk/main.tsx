import '../common/no-eval.ts'
import '../common/base.css'
import '../common/form/form.css'
import '../common/promise/promise.css'
import '../common/day/day.css'
import { createRoot } from 'react-dom/client'
import { AntdTheme } from '../common/antd-theme.tsx'
import { ClerkApp } from './clerk-app.tsx'
import './clerk.css'

createRoot(document.getElementById('root')!).render(
  <AntdTheme>
    <ClerkApp />
  </AntdTheme>,
)
