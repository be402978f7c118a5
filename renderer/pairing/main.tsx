import '../common/base.css'
import './pairing.css'
import { createRoot } from 'react-dom/client'
import { PairingApp } from './pairing-app.tsx'

createRoot(document.getElementById('root')!).render(<PairingApp onApproved={(path) => location.assign(path)} />)
