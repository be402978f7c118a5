import '../common/no-eval.ts'
import '../common/base.css'
import './countertop.css'
import { createRoot } from 'react-dom/client'
import { watchView } from '../common/hub-link.ts'
import { countertopText } from '../common/text/countertop.ts'
import { windowInAddress } from './address.ts'
import { CountertopScreen } from './countertop-screen.tsx'

document.title = countertopText.documentTitle

const windowNumber = windowInAddress(location.search)
const root = createRoot(document.querySelector('#root')!)
root.render(
  windowNumber === null ? (
    <p className="whole-message">{countertopText.badAddress}</p>
  ) : (
    <CountertopScreen watch={watchView('countertop', { windowNumber })} />
  ),
)
