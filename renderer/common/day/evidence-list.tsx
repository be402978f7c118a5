import { Alert, Button, Image, Space } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Evidence, evidenceMediaType } from '../../../shared/vocabulary/violation.ts'
import { OutcomeAlert } from '../form/outcome-alert.tsx'
import type { Pressed } from '../form/pressed.ts'
import { violationText } from '../text/violation.ts'
import { clockText, dayText } from '../time-text.ts'
import { attachEvidence, readEvidence } from './evidence.ts'

const words = violationText.evidence

interface EvidenceListProps {
  violationId: number
  evidence: readonly Evidence[]
  names: Readonly<Record<string, string>>
}

/** 证据, each read by its hash; one that was changed says so in its place. */
export function EvidenceList({ violationId, evidence, names }: EvidenceListProps) {
  if (evidence.length === 0) return <p className="soft">{words.none}</p>
  return (
    <ul className="evidence-list">
      {evidence.map((one, at) => (
        <li key={one.hash}>
          <OneEvidence violationId={violationId} evidence={one} place={at + 1} />
          <small>{words.by(names[one.addedBy] ?? '', `${dayText(one.at)} ${clockText(one.at)}`)}</small>
        </li>
      ))}
    </ul>
  )
}

function OneEvidence({ violationId, evidence, place }: { violationId: number; evidence: Evidence; place: number }) {
  const { url, problem } = useEvidence(violationId, evidence.hash)
  if (problem !== '') return <Alert type="error" showIcon title={problem} />
  if (url === null) return <span className="evidence-waiting" />
  if (evidence.mediaType === 'application/pdf') {
    return (
      <Button href={url} download={words.fileName(place)}>
        {words.download}
      </Button>
    )
  }
  return <Image src={url} alt={words.photo(place)} height={120} />
}

/** The file behind an address of this page alone, for as long as it is shown. */
function useEvidence(violationId: number, hash: string): { url: string | null; problem: string } {
  const [state, setState] = useState<{ url: string | null; problem: string }>({ url: null, problem: '' })
  useEffect(() => {
    let url: string | null = null
    let isGone = false
    readEvidence(violationId, hash).then(
      (file) => {
        if (isGone) return
        url = URL.createObjectURL(file)
        setState({ url, problem: '' })
      },
      (problem: unknown) => {
        if (!isGone) setState({ url: null, problem: problem instanceof Error ? problem.message : String(problem) })
      },
    )
    return () => {
      isGone = true
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [violationId, hash])
  return state
}

interface AddEvidenceProps {
  violationId: number
  onAdded: () => void
  /** A tablet on its round takes the picture itself. */
  offersCamera?: boolean
}

/** 附证据: from the camera, or a file. */
export function AddEvidence({ violationId, onAdded, offersCamera = false }: AddEvidenceProps) {
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const [isSending, setSending] = useState(false)
  const send = useCallback(
    async (file: File) => {
      setSending(true)
      const answer = await attachEvidence(violationId, file)
      setSending(false)
      setPressed(answer)
      if (answer.kind === 'done') onAdded()
    },
    [violationId, onAdded],
  )
  return (
    <div className="add-evidence">
      <Space wrap>
        {offersCamera && (
          <FileButton
            label={words.take}
            accept="image/*"
            isCamera
            isBusy={isSending}
            onFile={(file) => void send(file)}
          />
        )}
        <FileButton
          label={isSending ? words.adding : words.add}
          accept={evidenceMediaType.options.join(',')}
          isBusy={isSending}
          onFile={(file) => void send(file)}
        />
      </Space>
      <p className="soft">{words.remark}</p>
      <OutcomeAlert pressed={pressed} />
    </div>
  )
}

interface FileButtonProps {
  label: string
  accept: string
  isCamera?: boolean
  isBusy: boolean
  onFile: (file: File) => void
}

function FileButton({ label, accept, isCamera = false, isBusy, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        {...(isCamera ? { capture: 'environment' as const } : {})}
        onChange={(change) => {
          const [file] = change.target.files ?? []
          // The same file chosen again has to be a change.
          change.target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
      <Button size="large" loading={isBusy} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}
