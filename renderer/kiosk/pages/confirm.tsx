import { clockText } from '../../common/time-text.ts'
import { useKiosk } from '../kiosk-context.ts'
import { PageFrame } from '../parts/page-frame.tsx'
import { endingOf, nameIn, queueWords } from '../words.ts'

/** Everything once more before the press that counts. */
export function ConfirmPage() {
  const { view, flow, text, press, freshCommandId } = useKiosk()
  const { serviceItem, holder, idNumber, carriedNumber } = flow.draft
  if (serviceItem === null) return null
  const queue = view.queues.find(({ letter }) => letter === serviceItem.queue)
  const { waiting, estimate } = queueWords(queue, text)
  const { closesSoonAt } = view.phase
  const foot = (
    <button
      type="button"
      className="main-key huge"
      onClick={() => press({ type: 'confirm', commandId: freshCommandId() })}
    >
      {text.confirm.take}
    </button>
  )
  return (
    <PageFrame title={text.confirm.title} foot={foot}>
      <dl className="card facts roomy">
        <Fact term={text.confirm.serviceItem} value={nameIn(serviceItem, flow.language)} isLarge />
        <Fact term={text.confirm.holder} value={text.holderName[holder]} />
        {serviceItem.identity === 'none' ? null : (
          <Fact
            term={text.confirm.idNumber}
            value={idNumber === '' ? text.confirm.noIdNumber : text.confirm.idNumberEnding(endingOf(idNumber))}
          />
        )}
        {carriedNumber === null ? null : <Fact term={text.confirm.carried} value={carriedNumber} />}
        <Fact term={text.confirm.queue} value={[waiting, estimate].join(text.listSeparator)} />
      </dl>
      {closesSoonAt === null ? null : (
        <p className="complaint" role="status">
          {text.confirm.soonClosing(clockText(closesSoonAt))}
        </p>
      )}
    </PageFrame>
  )
}

function Fact({ term, value, isLarge = false }: { term: string; value: string; isLarge?: boolean }) {
  return (
    <div className={isLarge ? 'large' : undefined}>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}
