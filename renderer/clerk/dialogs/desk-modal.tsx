import { Button, Modal } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { clerkText } from '../../common/text/clerk.ts'
import { useDesk, useDeskState } from '../desk-context.ts'
import { type DialogKeys, useDialogKeys } from '../use-dialog-keys.ts'

interface DeskModalProps extends Omit<DialogKeys, 'onConfirm'> {
  title: string
  children: ReactNode
  confirmText: string
  /** What is still missing before it can be confirmed; empty when nothing. */
  missing?: string
  onConfirm: () => void
  backText?: string
  isDangerous?: boolean
  width?: number
}

/** A question of the desk: Enter confirms, Escape goes back, the hub's refusal stands above the buttons. */
export function DeskModal(props: DeskModalProps) {
  const { title, children, missing = '', onConfirm, isDangerous = false, width = 560 } = props
  const desk = useDesk()
  const { busy, answers } = useDeskState()
  const [openedAfter] = useState(answers[0]?.answerId ?? 0)
  const [isMissingShown, setMissingShown] = useState(false)

  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // A ring around the first choice would look like a choice made; fields that want the focus have it already.
    if (!body.current?.contains(document.activeElement)) body.current?.focus()
  }, [])

  const confirm = () => {
    if (missing === '') onConfirm()
    else setMissingShown(true)
  }
  useDialogKeys({
    onConfirm: confirm,
    ...(props.onDigit === undefined ? {} : { onDigit: props.onDigit }),
    ...(props.onStep === undefined ? {} : { onStep: props.onStep }),
  })

  const refused = answers.find((answer) => answer.answerId > openedAfter && answer.tone !== 'done')
  const problem = isMissingShown && missing !== '' ? missing : refused?.sentence
  return (
    <Modal
      open
      centered
      title={title}
      width={width}
      mask={{ closable: false }}
      keyboard={busy === null}
      closable={false}
      onCancel={desk.dismiss}
      footer={
        <>
          <Button onClick={desk.dismiss} disabled={busy !== null}>
            {props.backText ?? clerkText.dialog.back} <kbd>{clerkText.dialog.escape}</kbd>
          </Button>
          <Button type="primary" danger={isDangerous} onClick={confirm} disabled={busy !== null}>
            {busy === null ? props.confirmText : clerkText.keys.busy} <kbd>{clerkText.dialog.enter}</kbd>
          </Button>
        </>
      }
    >
      <div ref={body} tabIndex={-1} className="desk-dialog">
        {children}
        {problem !== undefined && (
          <p className="desk-dialog-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
    </Modal>
  )
}
