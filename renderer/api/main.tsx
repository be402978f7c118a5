import '../common/base.css'
import './api.css'
import { createRoot } from 'react-dom/client'
import { ApiPage } from './api-page.tsx'

createRoot(document.getElementById('root')!).render(<ApiPage />)
