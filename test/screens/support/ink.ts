import { fireEvent } from '@testing-library/react'
import { vi } from 'vitest'
import { drawnSignature } from './paper-hub.ts'

/** jsdom draws nothing: a pen that goes nowhere, and the picture that the tests know. */
export function stubInk(): void {
  const pen = { beginPath() {}, moveTo() {}, lineTo() {}, stroke() {}, clearRect() {} }
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue(drawnSignature)
  vi.spyOn(HTMLCanvasElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 480, 160))
  HTMLCanvasElement.prototype.setPointerCapture = () => {}
}

/** One stroke of a length in pixels. */
export function draw(canvas: HTMLElement, length: number): void {
  fireEvent(canvas, new MouseEvent('pointerdown', { bubbles: true, clientX: 10, clientY: 80 }))
  fireEvent(canvas, new MouseEvent('pointermove', { bubbles: true, clientX: 10 + length, clientY: 80 }))
  fireEvent(canvas, new MouseEvent('pointerup', { bubbles: true, clientX: 10 + length, clientY: 80 }))
}
