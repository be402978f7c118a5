import { Alert } from 'antd'
import { useState } from 'react'
import type { BoardsView } from '../../../shared/contract/contract.ts'
import type { StaffDirectory } from '../../../shared/contract/promise-view.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { DialogButton } from '../../common/form/dialog-button.tsx'
import { TextField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { hub } from '../../common/hub-link.ts'
import { PrintButton } from '../../common/promise/print-button.tsx'
import { consolePromise } from '../../common/text/console-promise.ts'
import { useSession } from '../console-context.ts'
import { useAskPerVersion } from '../use-setup.ts'
import { BoardsForm } from './boards-form.tsx'
import type { PeopleOptions } from './contact-fields.tsx'

const words = consolePromise.boards

const askBoards = async () => ({
  view: await hub.query.boards({}),
  directory: await hub.query.staffDirectory({}),
})

/** 公开与联系卡: what the hall makes public, what is still missing of it, and both on paper. */
export function BoardsPage() {
  return (
    <AskedFrame asked={useAskPerVersion(askBoards)}>
      {({ view, directory }) => (
        <>
          <Missing missing={view.missing} />
          <Papers />
          <BoardsForm key={JSON.stringify(view.boards)} published={view.boards} people={peopleOf(view, directory)} />
        </>
      )}
    </AskedFrame>
  )
}

function Missing({ missing }: Pick<BoardsView, 'missing'>) {
  const face = { className: 'form-answer', showIcon: true }
  if (missing.length === 0) return <Alert {...face} type="success" title={words.complete} />
  return (
    <Alert {...face} type="warning" title={words.missing(missing.join('、'))} description={words.missingSentence} />
  )
}

/** The wall and the card as they are printed; staff of the hall give cards out, an administrator does not. */
function Papers() {
  const mayIssue = useSession().role === 'supervisor'
  const [cardNumber, setCardNumber] = useState('')
  return (
    <div className="page-actions">
      <PrintButton label={words.printWall} pageOf={() => hub.query.boardPrint({ kind: 'wall' })} />
      <PrintButton label={words.printCard} pageOf={() => hub.query.boardPrint({ kind: 'card' })} />
      {mayIssue && (
        <DialogButton label={words.issue} title={words.issue}>
          {(close) => (
            <CommandForm
              type="IssueContactCard"
              submitText={words.issue}
              onDone={(made) => {
                setCardNumber(String(made.cardNumber))
                close()
              }}
              onCancel={close}
            >
              <TextField name={['household']} label={words.household} remark={words.householdRemark} />
            </CommandForm>
          )}
        </DialogButton>
      )}
      {cardNumber !== '' && <Alert type="success" showIcon title={words.issued(cardNumber)} />}
    </div>
  )
}

/** Whoever works here now; one who is named but has left stays to be seen, so that he is replaced. */
function peopleOf({ names }: BoardsView, { staff }: StaffDirectory): PeopleOptions {
  const here = staff.map(({ staffId, name, homeUnit }) => ({
    value: staffId,
    label: [name, homeUnit].filter((part) => part !== '').join(' · '),
  }))
  const left = Object.entries(names).filter(([staffId]) => !staff.some((one) => one.staffId === staffId))
  return [...here, ...left.map(([value, name]) => ({ value, label: words.left(name) }))]
}
