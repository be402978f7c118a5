import '../common/no-eval.ts'
import '../common/base.css'
import './handover.css'
import { createRoot } from 'react-dom/client'
import { HandoverApp } from './handover-app.tsx'

createRoot(document.getElementById('root')!).render(<HandoverApp />)
