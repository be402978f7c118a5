const key = 'shouwen-last-window'

/** The window opened last on this PC: the one a clerk most likely opens again. */
export const lastWindow = {
  read: (): number | null => {
    const kept = Number(localStorage.getItem(key))
    return Number.isInteger(kept) && kept > 0 ? kept : null
  },
  keep: (windowNumber: number): void => localStorage.setItem(key, String(windowNumber)),
}
