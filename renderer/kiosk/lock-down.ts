/** Keys that a keypad or a card reader needs; every other one could open something. */
const plainKeys = new Set([
  'Tab',
  'Enter',
  'Backspace',
  ' ',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Shift',
])

/** Whether a key does what it does on this page: a single character or one of a few plain keys. */
export function isPlainKey(key: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>): boolean {
  if (key.ctrlKey || key.altKey || key.metaKey) return false
  return [...key.key].length === 1 || plainKeys.has(key.key)
}

function swallow(touch: Event): void {
  touch.preventDefault()
  touch.stopPropagation()
}

/** Long press, selection, drag, zoom and paste end here; none of them has a use at a kiosk. */
const swallowed = [
  'contextmenu',
  'selectstart',
  'dragstart',
  'dragover',
  'drop',
  'copy',
  'cut',
  'paste',
  'auxclick',
  'gesturestart',
  'gesturechange',
]

/** Keeps citizens on the kiosk's page, whatever they press or draw on the glass. Returns the way back. */
export function lockDown(page: Document): () => void {
  const swallowKey = (key: KeyboardEvent) => {
    if (!isPlainKey(key)) swallow(key)
  }
  const swallowZoom = (wheel: WheelEvent) => {
    if (wheel.ctrlKey) swallow(wheel)
  }
  const swallowPinch = (touch: TouchEvent) => {
    if (touch.touches.length > 1) swallow(touch)
  }
  // Not passive: a passive listener may not keep the browser from zooming.
  const active = { capture: true, passive: false }
  for (const kind of swallowed) page.addEventListener(kind, swallow, active)
  page.addEventListener('keydown', swallowKey, active)
  page.addEventListener('wheel', swallowZoom, active)
  page.addEventListener('touchstart', swallowPinch, active)
  page.addEventListener('touchmove', swallowPinch, active)
  return () => {
    for (const kind of swallowed) page.removeEventListener(kind, swallow, active)
    page.removeEventListener('keydown', swallowKey, active)
    page.removeEventListener('wheel', swallowZoom, active)
    page.removeEventListener('touchstart', swallowPinch, active)
    page.removeEventListener('touchmove', swallowPinch, active)
  }
}
