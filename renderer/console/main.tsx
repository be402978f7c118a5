import '../common/no-eval.ts'
import '../common/base.css'
import '../common/form/form.css'
import '../common/promise/promise.css'
import '../common/day/day.css'
import './console.css'
import './discipline/patrol.css'
import { createRoot } from 'react-dom/client'
import { AntdTheme } from '../common/antd-theme.tsx'
import { ConsoleApp } from './console-app.tsx'

createRoot(document.getElementById('root')!).render(
  <AntdTheme>
    <ConsoleApp />
  </AntdTheme>,
)
