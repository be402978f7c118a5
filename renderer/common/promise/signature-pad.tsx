import { Button } from 'antd'
import { promiseText } from '../text/promise.ts'
import { useInk } from './ink.ts'

const words = promiseText.field

/** 签字板 on the clerk's own screen; a PNG while there is a signature on it. */
export function SignaturePad({ onSigned }: { onSigned: (png: string | undefined) => void }) {
  const { canvas, clear } = useInk(onSigned)
  return (
    <div className="signature-pad">
      <p>{words.signature}</p>
      <canvas role="img" aria-label={words.signature} {...canvas} />
      <Button size="small" onClick={clear}>
        {words.clearSignature}
      </Button>
    </div>
  )
}
