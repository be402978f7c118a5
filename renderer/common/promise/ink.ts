import { type PointerEvent, useRef } from 'react'

/** Pixels of the picture that is kept and printed. */
const size = { width: 480, height: 160 }
/** A touch that leaves less than this, in pixels of the picture, is no signature. */
const lengthMin = 40

/**
 * 签字: what finger, pen or mouse draws on a canvas. `onSigned` gets a PNG as a data address after each
 * stroke, and undefined while there is too little on it for a signature.
 */
export function useInk(onSigned: (png: string | undefined) => void) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<{ x: number; y: number } | null>(null)
  const length = useRef(0)

  const at = (pointer: PointerEvent<HTMLCanvasElement>) => {
    const box = pointer.currentTarget.getBoundingClientRect()
    const scale = size.width / box.width
    return { x: (pointer.clientX - box.left) * scale, y: (pointer.clientY - box.top) * scale }
  }
  const begin = (pointer: PointerEvent<HTMLCanvasElement>) => {
    const pen = canvas.current?.getContext('2d')
    if (pen == null) return
    pointer.currentTarget.setPointerCapture(pointer.pointerId)
    pen.lineWidth = 3
    pen.lineCap = 'round'
    pen.beginPath()
    last.current = at(pointer)
    pen.moveTo(last.current.x, last.current.y)
  }
  const draw = (pointer: PointerEvent<HTMLCanvasElement>) => {
    const pen = canvas.current?.getContext('2d')
    if (pen == null || last.current === null) return
    const { x, y } = at(pointer)
    length.current += Math.hypot(x - last.current.x, y - last.current.y)
    last.current = { x, y }
    pen.lineTo(x, y)
    pen.stroke()
  }
  const end = () => {
    if (last.current === null) return
    last.current = null
    onSigned(length.current < lengthMin ? undefined : canvas.current?.toDataURL('image/png'))
  }
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, size.width, size.height)
    length.current = 0
    onSigned(undefined)
  }
  return {
    clear,
    canvas: {
      ref: canvas,
      ...size,
      onPointerDown: begin,
      onPointerMove: draw,
      onPointerUp: end,
      onPointerCancel: end,
    },
  }
}
