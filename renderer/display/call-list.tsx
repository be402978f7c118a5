import type { DisplayCall } from '../../shared/contract/view.ts'
import { display } from '../common/text/display.ts'
import { clockText } from '../common/time-text.ts'

/** Each number once, where it was called last; newest first. */
export function latestOfEach(calls: readonly DisplayCall[]): DisplayCall[] {
  return calls.filter((call, at) => calls.findIndex((one) => one.number === call.number) === at)
}

/** The calls before the newest. The style sheet shows as many as the orientation has room for. */
export function CallList({ calls }: { calls: readonly DisplayCall[] }) {
  return (
    <section className="call-list panel" aria-label={display.calls.title}>
      <table className="call-table">
        <thead>
          <tr className="call-row head">
            <th scope="col" className="call-head">
              {display.calls.number}
            </th>
            <th scope="col" className="call-head">
              {display.calls.serviceWindow}
            </th>
            <th scope="col" className="call-head call-time">
              {display.calls.time}
            </th>
          </tr>
        </thead>
        <tbody className="call-rows">
          {calls.map((call) => (
            <tr key={call.seq} className="call-row">
              <td className="call-cell call-number">{call.number}</td>
              <td className="call-cell">
                <b className="call-window">{call.windowNumber}</b>
                {display.latest.windowWord}
              </td>
              <td className="call-cell call-time">{clockText(call.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
