import { Alert, Button, Input, Space } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { FilingRow, InquiryRow } from '../../../shared/contract/promise-view.ts'
import { isAnswer } from '../../common/form/pressed.ts'
import { hub } from '../../common/hub-link.ts'
import { FilingTable, InquiryTable } from '../../common/promise/matter-tables.tsx'
import { consoleText } from '../../common/text/console.ts'
import { consolePromise } from '../../common/text/console-promise.ts'
import { promiseText } from '../../common/text/promise.ts'
import type { Matter } from './opened-matter.tsx'

const words = consolePromise.filings

export interface FoundMatters {
  filings: FilingRow[]
  inquiries: InquiryRow[]
}

/** 找办件 by a number on paper or an ID number, which goes to the hub alone and stands in no address. */
export function FindMatter({ onFound }: { onFound: (found: FoundMatters) => void }) {
  const [text, setText] = useState('')
  const [sentence, setSentence] = useState('')
  const [isAsking, setAsking] = useState(false)
  const id = useId()
  const find = async (pressed: FormEvent) => {
    pressed.preventDefault()
    if (text.trim() === '') return
    setAsking(true)
    try {
      const answer = await hub.door.findMatter({ text })
      if (answer.kind === 'refused') return setSentence(answer.sentence)
      const isFound = answer.made.filings.length + answer.made.inquiries.length > 0
      setSentence(isFound ? '' : promiseText.nothingFound)
      if (isFound) onFound(answer.made)
    } catch (problem) {
      setSentence(isAnswer(problem) ? consoleText.queryFailed(problem.message) : consoleText.queryUnreachable)
    } finally {
      setAsking(false)
    }
  }
  return (
    <form className="page-actions" onSubmit={(pressed) => void find(pressed)}>
      <label htmlFor={id}>{words.findLabel}</label>
      <Space.Compact>
        <Input
          id={id}
          className="page-search"
          value={text}
          maxLength={40}
          placeholder={words.findExample}
          spellCheck={false}
          autoComplete="off"
          onChange={(change) => setText(change.target.value)}
        />
        <Button htmlType="submit" loading={isAsking}>
          {words.find}
        </Button>
      </Space.Compact>
      {sentence !== '' && <Alert type="warning" showIcon title={sentence} />}
    </form>
  )
}

interface FoundListProps {
  found: FoundMatters
  onOpen: (matter: Matter) => void
  onLeave: () => void
}

/** What was found, ended matters included. */
export function FoundList({ found, onOpen, onLeave }: FoundListProps) {
  const { filings, inquiries } = found
  return (
    <section aria-label={words.found}>
      <div className="section-head">
        <h2>{words.found}</h2>
        <Button onClick={onLeave}>{words.leaveFound}</Button>
      </div>
      {filings.length > 0 && <FilingTable filings={filings} onOpen={(filingId) => onOpen({ filingId })} />}
      {inquiries.length > 0 && <InquiryTable inquiries={inquiries} onOpen={(inquiryId) => onOpen({ inquiryId })} />}
    </section>
  )
}
