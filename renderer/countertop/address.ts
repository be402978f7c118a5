/** The window that the screen's address names, as in `/countertop/?window=3`; null when it names none. */
export function windowInAddress(search: string): number | null {
  const text = new URLSearchParams(search).get('window') ?? ''
  return /^[1-9]\d?$/.test(text) ? Number(text) : null
}
