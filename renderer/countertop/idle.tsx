import type { CountertopView } from '../../shared/contract/view.ts'
import { common } from '../common/text/common.ts'
import { countertopText as words } from '../common/text/countertop.ts'

/** Nobody stands at the window: what the hall promises to whoever comes. */
export function Idle({ view: { hall, serviceWindow, promises } }: { view: CountertopView }) {
  return (
    <main className="idle">
      <h1>{hall.name}</h1>
      <p className="idle-state" role="status">
        {serviceWindow.status === 'open' ? words.welcome : common.windowStatus[serviceWindow.status]}
      </p>
      <ul>
        {(promises.length === 0 ? words.promises : promises.slice(0, shownMax)).map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
        <li>{words.noFee}</li>
      </ul>
    </main>
  )
}

/** More lines than this do not stand on the smallest screen. */
const shownMax = 5
