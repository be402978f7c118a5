/**
 * Choosing from a short list by typing its code: `7`, or `0` `3`, or simply `3` where the codes
 * have two digits. `1` chooses 01 at once and a second `1` makes it 11, so that nobody waits.
 */
export interface TypedCode {
  /** Digits typed so far that could still become a longer code. */
  typed: string
  /** The code they stand for; null while they stand for none. */
  code: string | null
}

/** The digit after what was typed before, among `codes` (all of one length, one or two digits). */
export function typeDigit(codes: readonly string[], typed: string, digit: string): TypedCode {
  const whole = typed + digit
  if (codes.includes(whole)) return { typed: whole, code: whole }
  if (codes.includes(digit)) return { typed: digit, code: digit }
  const padded = `0${digit}`
  return { typed: digit, code: codes.includes(padded) ? padded : null }
}

/** The code `step` places after `code` in the list, round its end; the first where none is chosen. */
export function stepCode(codes: readonly string[], code: string | null, step: 1 | -1): string | null {
  if (code === null) return codes[0] ?? null
  const place = (codes.indexOf(code) + step + codes.length) % codes.length
  return codes[place] ?? null
}
