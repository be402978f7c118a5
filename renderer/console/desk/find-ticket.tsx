import { Alert, Button, Descriptions, Input, Space } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { TicketFound } from '../../../shared/contract/contract.ts'
import { DialogButton } from '../../common/form/dialog-button.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { isAnswer } from '../../common/form/pressed.ts'
import { hub } from '../../common/hub-link.ts'
import { common } from '../../common/text/common.ts'
import { consoleText } from '../../common/text/console.ts'
import { CancelTicketForm } from './cancel-ticket-form.tsx'

const words = consoleText.desk

/** 按号码查找, for the hall map. */
export function FindTicketButton() {
  return (
    <DialogButton label={consoleText.hall.findTicket} title={words.findTitle} face={{ size: 'small' }}>
      {() => <FindTicket />}
    </DialogButton>
  )
}

/** A number of today by what stands on the slip, and what may be done with it. */
export function FindTicket() {
  const { number, setNumber, found, sentence, isAsking, find } = useFindTicket()
  const id = useId()
  const press = (pressed: FormEvent) => {
    pressed.preventDefault()
    void find(number)
  }
  return (
    <>
      <form onSubmit={press}>
        <label htmlFor={id}>{words.number}</label>
        <Space.Compact block>
          <Input
            id={id}
            value={number}
            maxLength={8}
            placeholder={words.numberExample}
            spellCheck={false}
            onChange={(change) => setNumber(change.target.value)}
          />
          <Button htmlType="submit" loading={isAsking}>
            {words.find}
          </Button>
        </Space.Compact>
      </form>
      {sentence !== '' && <Alert className="form-answer" type="warning" showIcon title={sentence} />}
      {found !== null && <FoundTicket key={found.ticketId} found={found} onChanged={() => void find(found.number)} />}
    </>
  )
}

function useFindTicket() {
  const [number, setNumber] = useState('')
  const [found, setFound] = useState<TicketFound | null>(null)
  const [sentence, setSentence] = useState('')
  const [isAsking, setAsking] = useState(false)
  const find = async (typed: string) => {
    const wanted = typed.trim().toUpperCase()
    if (wanted === '') return
    setAsking(true)
    try {
      const answer = await hub.query.findTicket({ number: wanted })
      setFound(answer)
      setSentence(answer === null ? words.notFound(wanted) : '')
    } catch (problem) {
      setSentence(isAnswer(problem) ? consoleText.queryFailed(problem.message) : consoleText.queryUnreachable)
    } finally {
      setAsking(false)
    }
  }
  return { number, setNumber, found, sentence, isAsking, find }
}

function FoundTicket({ found, onChanged }: { found: TicketFound; onChanged: () => void }) {
  const { ticketId, number, itemName, status, aheadCount, mayRequeue } = found
  // What may be printed again is not over yet, and only that can be cancelled.
  const isOpen = found.mayReprint
  return (
    <section className="found-ticket" aria-label={number}>
      <strong className="made-number">{number}</strong>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'item', label: words.item, children: itemName },
          { key: 'status', label: consoleText.screens.state, children: common.ticketStatus[status] },
          ...(aheadCount > 0 ? [{ key: 'ahead', label: words.aheadLabel, children: words.ahead(aheadCount) }] : []),
        ]}
      />
      <Space wrap>
        {mayRequeue && <Requeue ticketId={ticketId} number={number} onDone={onChanged} />}
        {isOpen && (
          <DialogButton label={words.cancelTicket} title={consoleText.hall.cancelTicketTitle(number)}>
            {(close) => (
              <CancelTicketForm
                ticketId={ticketId}
                number={number}
                onDone={() => {
                  close()
                  onChanged()
                }}
              />
            )}
          </DialogButton>
        )}
      </Space>
    </section>
  )
}

function Requeue({ ticketId, number, onDone }: { ticketId: number; number: string; onDone: () => void }) {
  return (
    <DialogButton label={words.requeue} title={words.requeue} face={{ type: 'primary' }}>
      {(close) => (
        <CommandForm
          type="RequeueTicket"
          initial={{ ticketId }}
          submitText={words.requeue}
          doneText={words.requeued(number)}
          onCancel={close}
          onDone={() => {
            close()
            onDone()
          }}
        >
          <p>{words.requeueSure(number)}</p>
        </CommandForm>
      )}
    </DialogButton>
  )
}
