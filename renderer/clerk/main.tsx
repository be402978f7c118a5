import '../common/base.css'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { AntdTheme } from '../common/antd-theme.tsx'
import { ClerkApp } from './clerk-app.tsx'
import './clerk.css'

// The CSP forbids making code from text, which zod would try first.
z.config({ jitless: true })

createRoot(document.getElementById('root')!).render(
  <AntdTheme>
    <ClerkApp />
  </AntdTheme>,
)
