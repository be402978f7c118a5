import { Button } from 'antd'
import { promiseText } from '../text/promise.ts'
import { useInk } from './ink.ts'

const words = promiseText.field

interface SignaturePadProps {
  /** Who is asked to sign; left out, the applicant. */
  label?: string
  onSigned: (png: string | undefined) => void
}

/** 签字板 on the clerk's own screen; a PNG while there is a signature on it. */
export function SignaturePad({ label = words.signature, onSigned }: SignaturePadProps) {
  const { canvas, clear } = useInk(onSigned)
  return (
    <div className="signature-pad">
      <p>{label}</p>
      <canvas role="img" aria-label={label} {...canvas} />
      <Button size="small" onClick={clear}>
        {words.clearSignature}
      </Button>
    </div>
  )
}
