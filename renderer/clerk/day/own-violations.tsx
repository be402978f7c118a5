import { App, Drawer } from 'antd'
import { useEffect, useState } from 'react'
import type { ClerkView } from '../../../shared/contract/view.ts'
import { lastMessageOnly } from '../../common/antd-theme.tsx'
import { ViolationDrawer } from '../../common/day/violation-drawer.tsx'
import { ViolationTable } from '../../common/day/violation-table.tsx'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { useAsk } from '../../common/form/use-ask.ts'
import { hub } from '../../common/hub-link.ts'
import { clerkDay } from '../../common/text/clerk-day.ts'
import { useDesk, useDeskState } from '../desk-context.ts'

const words = clerkDay.violations

/** 我的违纪与申诉: opened by oneself, and called out while one has yet to be heard. */
export function OwnViolations({ view }: { view: ClerkView }) {
  const desk = useDesk()
  const { panel } = useDeskState()
  const { violationsToState } = view
  return (
    <>
      <button
        type="button"
        className={violationsToState > 0 ? 'desk-button is-waiting' : 'desk-button'}
        onClick={() => desk.openPanel('violations')}
      >
        {words.title}
        {violationsToState > 0 && <b className="day-waiting">{words.toState(violationsToState)}</b>}
      </button>
      {panel === 'violations' && (
        <App component={false} message={lastMessageOnly}>
          <OwnList daySeq={view.daySeq} onClose={desk.closePanel} />
        </App>
      )}
    </>
  )
}

const askOwn = () => hub.query.ownViolations({})

function OwnList({ daySeq, onClose }: { daySeq: number; onClose: () => void }) {
  const { session } = useDesk()
  const asked = useAsk(askOwn)
  const { again } = asked
  useEffect(() => {
    if (daySeq > 0) again()
  }, [daySeq, again])
  const [opened, setOpened] = useState<number | null>(null)
  return (
    <Drawer open onClose={onClose} title={words.title} size={900} destroyOnHidden>
      <p className="soft">{words.sentence}</p>
      <AskedFrame asked={asked}>
        {(violations) => (
          <ViolationTable
            isOwn
            violations={violations.filter(({ staffId }) => staffId === session.staffId)}
            onOpen={setOpened}
          />
        )}
      </AskedFrame>
      {opened !== null && (
        <ViolationDrawer violationId={opened} daySeq={daySeq} isSupervisor={false} onClose={() => setOpened(null)} />
      )}
    </Drawer>
  )
}
