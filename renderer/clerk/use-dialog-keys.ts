import { useEffect, useRef } from 'react'

export interface DialogKeys {
  /** A digit typed outside of a text field. */
  onDigit?: (digit: string) => void
  /** Arrow down or up. */
  onStep?: (step: 1 | -1) => void
  /** Enter, unless a button has the focus. */
  onConfirm: () => void
}

/** The keys of an open dialog; Escape is the dialog's own. */
export function useDialogKeys(keys: DialogKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const press = (pressed: KeyboardEvent) => {
      // Enter and digits also end and choose a word of a Chinese input method.
      if (pressed.repeat || pressed.isComposing || pressed.altKey || pressed.ctrlKey || pressed.metaKey) return
      const use = keyUse(pressed, latest.current)
      if (use === null) return
      pressed.preventDefault()
      use()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

function keyUse({ key, target }: KeyboardEvent, keys: DialogKeys): (() => void) | null {
  if (key === 'Enter') return isButton(target) ? null : keys.onConfirm
  const { onDigit, onStep } = keys
  if (onDigit !== undefined && /^\d$/.test(key) && !isTextField(target)) return () => onDigit(key)
  if (onStep !== undefined && key === 'ArrowDown') return () => onStep(1)
  return onStep !== undefined && key === 'ArrowUp' ? () => onStep(-1) : null
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement
}

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox'
}
