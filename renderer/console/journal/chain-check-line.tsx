import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { ChainCheck } from '../../../shared/contract/contract.ts'
import { isAnswer } from '../../common/form/pressed.ts'
import { hub } from '../../common/hub-link.ts'
import { consoleText } from '../../common/text/console.ts'
import { journalText } from '../../common/text/console-journal.ts'
import { useConsoleView } from '../console-context.ts'

/** Where the chain ends now, and a check of all of it on request. */
export function ChainCheckLine() {
  const head = useConsoleView((view) => view.journal)
  const [checked, setChecked] = useState<ChainCheck | null>(null)
  const [problem, setProblem] = useState('')
  const [isChecking, setChecking] = useState(false)
  const check = async () => {
    setChecking(true)
    setProblem('')
    setChecked(null)
    try {
      setChecked(await hub.query.verifyChain({}))
    } catch (reason) {
      setProblem(isAnswer(reason) ? consoleText.queryFailed(reason.message) : consoleText.queryUnreachable)
    } finally {
      setChecking(false)
    }
  }
  return (
    <section className="chain-check">
      <div className="page-actions">
        <Button loading={isChecking} onClick={() => void check()}>
          {isChecking ? journalText.verifying : journalText.verify}
        </Button>
        <span className="soft chain-head">{journalText.head(head.seq, head.hash)}</span>
      </div>
      {problem !== '' && <Alert type="warning" showIcon title={problem} />}
      {checked !== null && <CheckedAlert checked={checked} />}
    </section>
  )
}

function CheckedAlert({ checked }: { checked: ChainCheck }) {
  const { isWhole, entriesChecked, brokenAt, headSeq, headHash } = checked
  const milliseconds = Math.round(checked.milliseconds)
  if (isWhole) {
    return (
      <Alert
        type="success"
        showIcon
        title={journalText.whole(entriesChecked, milliseconds)}
        description={journalText.head(headSeq, headHash)}
      />
    )
  }
  return (
    <Alert
      type="error"
      showIcon
      title={journalText.broken(brokenAt ?? headSeq)}
      description={journalText.checked(entriesChecked, milliseconds)}
    />
  )
}
