import { useEffect } from 'react'
import type { Desk } from './desk.ts'
import { functionKeys, keyActions } from './foresee.ts'

/**
 * F1–F8 press the desk's keys. The browser's own meanings (help, find, reload, caret) never apply;
 * a key held down counts once; while a dialog is open the keys are its own.
 */
export function useFunctionKeys(desk: Desk): void {
  useEffect(() => {
    const press = (pressed: KeyboardEvent) => {
      const key = functionKeys.find((one) => one === pressed.key)
      if (key === undefined || pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.shiftKey) return
      pressed.preventDefault()
      if (pressed.repeat || desk.store.getState().dialog !== null) return
      const { view } = desk.watch.store.getState()
      if (view !== null) desk.press(keyActions(view)[key])
    }
    // In the capturing phase, so that no part of the page can keep a key for itself.
    addEventListener('keydown', press, true)
    return () => removeEventListener('keydown', press, true)
  }, [desk])
}
