/** What the screen's address asks for: `/display/`, `/display/?window=3`, `/display/?sound=off`. */
export type BoardAddress =
  /** One loudspeaker an area: the other boards in earshot are set to `sound=off`. */
  { board: 'hall'; hasSound: boolean } | { board: 'window'; windowNumber: number } | { board: 'bad-address' }

export function boardAddress(search: string): BoardAddress {
  const asked = new URLSearchParams(search)
  const windowText = asked.get('window')
  if (windowText === null) return { board: 'hall', hasSound: asked.get('sound') !== 'off' }
  if (!/^[1-9]\d?$/.test(windowText)) return { board: 'bad-address' }
  return { board: 'window', windowNumber: Number(windowText) }
}
