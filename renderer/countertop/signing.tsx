import { useState } from 'react'
import type { CountertopView } from '../../shared/contract/view.ts'
import { hub } from '../common/hub-link.ts'
import { useInk } from '../common/promise/ink.ts'
import { countertopText as words } from '../common/text/countertop.ts'
import { promiseText } from '../common/text/promise.ts'
import { FilingState } from './served.tsx'

interface SigningProps {
  signing: NonNullable<CountertopView['signing']>
  filing: NonNullable<CountertopView['filing']>
  isLost: boolean
}

/** A paper to read and sign, as long as the window asks for it. */
export function Signing({ signing, filing, isLost }: SigningProps) {
  return (
    <main className="signing">
      <section className="paper" aria-label={promiseText.documentKind[signing.paper]}>
        <h1>{promiseText.documentKind[signing.paper]}</h1>
        <h2>{filing.itemName}</h2>
        <FilingState filing={filing} />
        <PaperFacts signing={signing} />
        <Materials lines={signing.lines} />
      </section>
      {signing.isSigned ? (
        <p className="signed" role="status">
          {words.signed}
        </p>
      ) : (
        <Pad requestId={signing.requestId} paper={signing.paper} isLost={isLost} />
      )}
    </main>
  )
}

function PaperFacts({ signing: { partyMask, decision, resultName } }: Pick<SigningProps, 'signing'>) {
  const facts: [string, string][] = [
    [promiseText.party.applicant, partyMask],
    [promiseText.filing.decision, decision === null ? '' : promiseText.decision[decision]],
    [promiseText.filing.result, resultName],
  ]
  return (
    <dl className="filing-state">
      {facts
        .filter(([, value]) => value !== '')
        .flatMap(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} said`}>{value}</dd>])}
    </dl>
  )
}

function Materials({ lines }: Pick<SigningProps['signing'], 'lines'>) {
  return (
    <ul className="materials">
      {lines.map(({ materialCode, name, form, copies, state, problem }) => (
        <li key={materialCode} className={state}>
          <b>{promiseText.materialState[state]}</b>
          <span>
            {name}
            <small>{words.copies(promiseText.materialForm[form], copies)}</small>
            {problem === '' ? null : <em>{problem}</em>}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** 签字板 with its two keys. An empty pad cannot be confirmed. */
function Pad({ requestId, paper, isLost }: { requestId: string; paper: keyof typeof words.declares; isLost: boolean }) {
  const [signature, setSignature] = useState<string | undefined>(undefined)
  const [sentence, setSentence] = useState('')
  const [isSending, setSending] = useState(false)
  const { canvas, clear } = useInk((png) => {
    setSignature(png)
    setSentence('')
  })
  const confirm = async () => {
    if (signature === undefined) return setSentence(words.emptyPad)
    setSending(true)
    setSentence(await give(requestId, signature))
    setSending(false)
  }
  return (
    <section className="pad">
      <p className="pad-declares">{words.declares[paper]}</p>
      <canvas role="img" aria-label={promiseText.field.signature} {...canvas} />
      <p className="pad-sentence" role="alert">
        {sentence}
      </p>
      <div className="pad-keys">
        <button type="button" className="key" onClick={clear}>
          {words.anew}
        </button>
        <button
          type="button"
          className="key is-main"
          aria-disabled={signature === undefined}
          disabled={isSending || isLost}
          onClick={() => void confirm()}
        >
          {words.confirm}
        </button>
      </div>
    </section>
  )
}

/** Empty when the window has it. */
async function give(requestId: string, signature: string): Promise<string> {
  try {
    const answer = await hub.door.giveSignature({ requestId, signature })
    return answer.kind === 'done' ? '' : answer.sentence
  } catch {
    return words.notSent
  }
}
