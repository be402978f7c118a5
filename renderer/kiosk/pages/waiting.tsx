import { useKiosk } from '../kiosk-context.ts'

/** While the kiosk is on an errand. */
export function WaitingPage({ errand }: { errand: 'checking-printer' | 'sending' | 'looking' }) {
  const { text } = useKiosk()
  return (
    <div className="page message alone" role="status">
      <span className="spinner" aria-hidden="true" />
      <h1>{text.waiting[errand]}</h1>
      <p>{text.waiting.hint}</p>
    </div>
  )
}
