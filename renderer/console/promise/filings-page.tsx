import { Input, Radio } from 'antd'
import { useId, useState } from 'react'
import type { FilingRow, LightName } from '../../../shared/contract/promise-view.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { optionsOf } from '../../common/form/fields.tsx'
import { hub } from '../../common/hub-link.ts'
import { FilingTable } from '../../common/promise/matter-tables.tsx'
import { consolePromise } from '../../common/text/console-promise.ts'
import { promiseText } from '../../common/text/promise.ts'
import { useAskPerPromise } from '../ask-anew.ts'
import { useConsoleView } from '../console-context.ts'
import { ReassignMattersButton } from '../parts/reassign-matters.tsx'
import { FindMatter, FoundList, type FoundMatters } from './find-matter.tsx'
import { type Matter, OpenedMatter } from './opened-matter.tsx'

const words = consolePromise.filings
const askMatters = () => hub.query.matters({ scope: 'hall' })

/** 办件: everything that is open in the hall, the most urgent first, and any filing by its number. */
export function FilingsPage() {
  const asked = useAskPerPromise(askMatters)
  const [matter, setMatter] = useState<Matter | null>(null)
  const [found, setFound] = useState<FoundMatters | null>(null)
  return (
    <>
      <PromiseCounts />
      <div className="section-head">
        <FindMatter onFound={setFound} />
        <div className="page-actions">
          <ReassignMattersButton />
        </div>
      </div>
      {found === null ? (
        <AskedFrame asked={asked}>
          {({ filings }) => <OpenFilings filings={filings} onOpen={(filingId) => setMatter({ filingId })} />}
        </AskedFrame>
      ) : (
        <FoundList found={found} onOpen={setMatter} onLeave={() => setFound(null)} />
      )}
      <OpenedMatter matter={matter} onOpen={setMatter} />
    </>
  )
}

function PromiseCounts() {
  const promise = useConsoleView((view) => view.promise)
  return (
    <dl className="today-figures" aria-label={words.counts}>
      {(['openFilings', 'yellow', 'overdue', 'offered', 'alarms'] as const).map((key) => (
        <div key={key}>
          <dt>{words[key]}</dt>
          <dd>{promise[key]}</dd>
        </div>
      ))}
    </dl>
  )
}

const everyLight = { every: words.everyLight, ...promiseText.light }

interface OpenFilingsProps {
  filings: FilingRow[]
  onOpen: (filingId: number) => void
}

function OpenFilings({ filings, onOpen }: OpenFilingsProps) {
  const [text, setText] = useState('')
  const [light, setLight] = useState<LightName | 'every'>('every')
  const id = useId()
  const shown = filings.filter((one) => (light === 'every' || one.light === light) && mentions(one, text.trim()))
  return (
    <>
      <div className="page-actions">
        <label htmlFor={id}>{words.filter}</label>
        <Input
          id={id}
          className="page-search"
          allowClear
          value={text}
          placeholder={words.filterExample}
          onChange={(change) => setText(change.target.value)}
        />
        <Radio.Group
          aria-label={words.light}
          optionType="button"
          options={optionsOf(everyLight)}
          value={light}
          onChange={(change) => setLight(change.target.value)}
        />
      </div>
      <FilingTable filings={shown} onOpen={onOpen} {...(filings.length > 0 ? { emptyText: words.noneLeft } : {})} />
    </>
  )
}

function mentions({ number, itemName, partyMask, ownerName }: FilingRow, text: string): boolean {
  const wanted = text.toUpperCase()
  return [number, itemName, partyMask, ownerName].some((part) => part.toUpperCase().includes(wanted))
}
