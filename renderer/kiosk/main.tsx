import '../common/base.css'
import './kiosk.css'
import { createRoot } from 'react-dom/client'
import { createStore } from 'zustand/vanilla'
import { watchView } from '../common/hub-link.ts'
import { watchCatalogue } from './catalogue.ts'
import { runErrands, takeStep } from './errands.ts'
import { freshFlow, type KioskFlow } from './flow.ts'
import { createKeyLine } from './key-line.ts'
import { KioskApp } from './kiosk-app.tsx'
import { kioskHub } from './kiosk-hub.ts'
import { kioskPrinter } from './kiosk-printer.ts'
import { isPlainKey, lockDown } from './lock-down.ts'

const watch = watchView('kiosk')
const flow = createStore<KioskFlow>(() => freshFlow)
const catalogue = watchCatalogue(watch.store, kioskHub.catalogue)

const printer = () => {
  const settings = watch.store.getState().view?.printer
  return settings === undefined ? null : kioskPrinter(settings, kioskHub, window.hallShell)
}
runErrands({ flow, hub: kioskHub, printer })

lockDown(document)
const readKey = createKeyLine(() => watch.store.getState().view?.phase.hallDay ?? '')
document.addEventListener('keydown', (key) => {
  if (!isPlainKey(key)) return
  const { steps, isTaken } = readKey({ key: key.key, at: performance.now() })
  if (isTaken) key.preventDefault()
  for (const step of steps) takeStep(flow, step)
})

const root = document.querySelector('#root')
if (root === null) throw new Error('the page has no #root')
createRoot(root).render(
  <KioskApp watch={watch} flow={flow} catalogue={catalogue.store} hasPrinter={() => printer() !== null} />,
)
