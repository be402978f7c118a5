import { Alert, Button, Space } from 'antd'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { CountertopState } from '../../../shared/contract/view.ts'
import type { SignedPaper } from '../../../shared/vocabulary/signature.ts'
import { hub } from '../hub-link.ts'
import { common } from '../text/common.ts'
import { promiseText } from '../text/promise.ts'
import { SignaturePad } from './signature-pad.tsx'

const words = promiseText.countertop

const Countertop = createContext<CountertopState>({ state: 'none', request: null })

/** Tells the forms below of the countertop in front of the clerk; the console has none. */
export const CountertopProvider = Countertop.Provider

/** What is to be signed; `documentId` null: the slip. */
export interface PaperToSign {
  filingId: number
  paper: SignedPaper
  documentId: number | null
}

interface CountertopSignatureProps {
  toSign: PaperToSign
  signature: string | undefined
  onSigned: (png: string | undefined) => void
}

/** 请申请人在前置屏签字: what the visitor draws over there becomes the signature of this form. */
function CountertopSignature({ toSign, signature, onSigned }: CountertopSignatureProps) {
  const { state } = useContext(Countertop)
  const { isWaiting, sentence, ask, end } = useRequest(toSign, onSigned)
  if (signature !== undefined) {
    return (
      <div className="signature-drawn">
        <img src={signature} alt={words.drawn} />
        <Button size="small" onClick={() => onSigned(undefined)}>
          {promiseText.field.clearSignature}
        </Button>
      </div>
    )
  }
  const advice = state === 'away' ? (isWaiting ? words.lost : words.away) : isWaiting ? words.waiting : sentence
  return (
    <Space orientation="vertical" className="countertop-signature">
      {advice !== '' && <Alert type={state === 'away' ? 'warning' : 'info'} showIcon title={advice} />}
      {isWaiting && <Button onClick={end}>{words.end}</Button>}
      {!isWaiting && state === 'here' && (
        <Button type="primary" onClick={ask}>
          {words.ask}
        </Button>
      )}
    </Space>
  )
}

/** Whether the visitor is being asked, by this form or another part of it. */
function useIsAsked(): boolean {
  const { request } = useContext(Countertop)
  return request !== null && !request.isSigned
}

/** The request of this form: it ends with the form. */
function useRequest(toSign: PaperToSign, onSigned: (png: string | undefined) => void) {
  const { request } = useContext(Countertop)
  const [requestId, setRequestId] = useState<string | null>(null)
  const [sentence, setSentence] = useState('')
  // The hub's answer may come before the view that shows the request.
  const wasSeen = useRef(false)
  const isShown = requestId !== null && request?.requestId === requestId
  const isSigned = isShown && request.isSigned

  useEffect(() => {
    if (requestId === null) return
    return () => void hub.door.endSignature({ requestId }).catch(() => {})
  }, [requestId])

  useEffect(() => {
    if (isShown) wasSeen.current = true
    if (requestId === null || isShown || !wasSeen.current) return
    setRequestId(null)
    setSentence(words.ended)
  }, [isShown, requestId])

  const take = useRef(onSigned)
  take.current = onSigned
  useEffect(() => {
    if (!isSigned || requestId === null) return
    hub.door.collectSignature({ requestId }).then(
      (answer) => {
        if (answer.kind === 'done') take.current(answer.made.signature)
        else setSentence(answer.sentence)
      },
      () => setSentence(common.unreachable),
    )
  }, [isSigned, requestId])

  const ask = async () => {
    setSentence('')
    try {
      const answer = await hub.door.askSignature(toSign)
      wasSeen.current = false
      if (answer.kind === 'done') setRequestId(answer.made.requestId)
      else setSentence(answer.sentence)
    } catch {
      setSentence(common.unreachable)
    }
  }
  return {
    isWaiting: requestId !== null && !isSigned,
    sentence,
    ask: () => void ask(),
    end: () => {
      setRequestId(null)
      setSentence('')
    },
  }
}

/** 签字: on the countertop where there is one, else on this screen. */
export function SignatureField({ toSign, signature, onSigned }: CountertopSignatureProps) {
  const isAsked = useIsAsked()
  const [isDrawnHere, setDrawnHere] = useState(false)
  const isDrawnThere = signature !== undefined && !isDrawnHere
  return (
    <>
      {!isDrawnHere && <CountertopSignature toSign={toSign} signature={signature} onSigned={onSigned} />}
      {!isAsked && !isDrawnThere && (
        <SignaturePad
          onSigned={(png) => {
            setDrawnHere(png !== undefined)
            onSigned(png)
          }}
        />
      )}
    </>
  )
}
