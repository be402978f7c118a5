import type { CountertopView } from '../../shared/contract/view.ts'
import { filingStatusWords } from '../../shared/vocabulary/words.ts'
import { countertopText as words } from '../common/text/countertop.ts'
import { dueSentence, limitSentence } from './sentences.ts'

type Current = NonNullable<CountertopView['current']>
type Filing = NonNullable<CountertopView['filing']>

/** Somebody is called or served: by his number, never by his name. */
export function Served({ current, filing }: { current: Current; filing: Filing | null }) {
  const { number, isServing, itemName, promisedLimit } = current
  return (
    <main className="served">
      <p className="served-number" role="status">
        <small>{isServing ? words.serving : words.called}</small>
        <b>{number}</b>
      </p>
      <section className="served-matter">
        <h2>{filing?.itemName ?? itemName}</h2>
        {filing === null ? <p>{limitSentence(promisedLimit)}</p> : <FilingState filing={filing} />}
      </section>
    </main>
  )
}

/** 办件 as its applicant wants to know it: where it is, and until when. */
export function FilingState({ filing }: { filing: Filing }) {
  const due = dueSentence(filing)
  return (
    <dl className="filing-state">
      <dt>{words.filing}</dt>
      <dd>{filing.number}</dd>
      <dt>{words.state}</dt>
      <dd>{filingStatusWords[filing.status]}</dd>
      <dt>{words.due}</dt>
      <dd>
        <b className={`light ${filing.light}`}>{words.light[filing.light]}</b>
        {due === '' ? null : <span>{due}</span>}
      </dd>
    </dl>
  )
}
