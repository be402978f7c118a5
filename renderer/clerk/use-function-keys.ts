import { useEffect } from 'react'
import type { Desk } from './desk.ts'
import { functionKeys, keyActions } from './foresee.ts'

const panelKeys: Readonly<Record<string, 'record' | 'matters'>> = { F9: 'record', F10: 'matters' }

/**
 * F1–F8 press the desk's keys, F9 and F10 open what stands over it. The browser's own meanings (help, find, reload, caret) never apply;
 * a key held down counts once; while a dialog is open the keys are its own.
 */
export function useFunctionKeys(desk: Desk): void {
  useEffect(() => {
    const press = (pressed: KeyboardEvent) => {
      const key = functionKeys.find((one) => one === pressed.key)
      const opened = panelKeys[pressed.key]
      const isOurs = key !== undefined || opened !== undefined
      if (!isOurs || pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.shiftKey) return
      pressed.preventDefault()
      const { dialog, panel } = desk.store.getState()
      if (pressed.repeat || dialog !== null || panel !== null) return
      if (opened !== undefined) return desk.openPanel(opened)
      if (key === undefined) return
      const { view } = desk.watch.store.getState()
      if (view !== null) desk.press(keyActions(view)[key])
    }
    // In the capturing phase, so that no part of the page can keep a key for itself.
    addEventListener('keydown', press, true)
    return () => removeEventListener('keydown', press, true)
  }, [desk])
}
