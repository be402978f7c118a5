import type { DisplayCall } from '../../shared/contract/view.ts'
import { display } from '../common/text/display.ts'

/** A call stands out for as long as a person takes to look up. */
export const freshForMs = 10_000

/** Both times are the hub's; a clock set back must not leave an old call highlighted. */
export function isFresh(call: Pick<DisplayCall, 'at'>, now: number): boolean {
  return Math.abs(now - call.at) < freshForMs
}

/** The newest call, readable from the last row of chairs. */
export function LatestCall({ call, now }: { call: DisplayCall | undefined; now: number }) {
  const { latest } = display
  if (call === undefined) {
    return (
      <section className="latest panel" aria-label={latest.title}>
        <p className="no-call">
          <b className="no-call-welcome">{display.welcome}</b>
          <span className="no-call-words">{display.waitingForCalls}</span>
        </p>
      </section>
    )
  }
  const fresh = isFresh(call, now)
  return (
    <section className={fresh ? 'latest panel fresh' : 'latest panel'} aria-label={latest.title}>
      <h2 className="latest-badge">{fresh ? latest.fresh : latest.title}</h2>
      <p className="latest-words">
        {latest.please}
        <b className="latest-figure">{call.number}</b>
        {latest.number}
      </p>
      <p className="latest-words">
        {latest.to}
        <b className="latest-figure">{call.windowNumber}</b>
        {latest.windowWord}
      </p>
      <p className="latest-name">{call.windowName}</p>
    </section>
  )
}
