import { Button } from 'antd'
import { type PointerEvent, useRef } from 'react'
import { promiseText } from '../text/promise.ts'

const words = promiseText.field
const size = { width: 480, height: 160 }

/** 签字板: drawn by finger, pen or mouse; a PNG while it is not empty. */
export function SignaturePad({ onSigned }: { onSigned: (png: string | undefined) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const isDrawing = useRef(false)

  const at = (pointer: PointerEvent<HTMLCanvasElement>) => {
    const box = pointer.currentTarget.getBoundingClientRect()
    const scale = size.width / box.width
    return [(pointer.clientX - box.left) * scale, (pointer.clientY - box.top) * scale] as const
  }
  const begin = (pointer: PointerEvent<HTMLCanvasElement>) => {
    const pen = canvas.current?.getContext('2d')
    if (pen == null) return
    pointer.currentTarget.setPointerCapture(pointer.pointerId)
    isDrawing.current = true
    pen.lineWidth = 3
    pen.lineCap = 'round'
    pen.beginPath()
    pen.moveTo(...at(pointer))
  }
  const draw = (pointer: PointerEvent<HTMLCanvasElement>) => {
    const pen = canvas.current?.getContext('2d')
    if (pen == null || !isDrawing.current) return
    pen.lineTo(...at(pointer))
    pen.stroke()
  }
  const end = () => {
    if (!isDrawing.current) return
    isDrawing.current = false
    onSigned(canvas.current?.toDataURL('image/png'))
  }
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, size.width, size.height)
    onSigned(undefined)
  }
  return (
    <div className="signature-pad">
      <p>{words.signature}</p>
      <canvas
        role="img"
        aria-label={words.signature}
        ref={canvas}
        {...size}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <Button size="small" onClick={clear}>
        {words.clearSignature}
      </Button>
    </div>
  )
}
