import { expect, test } from 'vitest'
import { documentText } from '../../main/printing/document-text.ts'
import { promiseText } from '../../renderer/common/text/promise.ts'

test.each([
  ['a decision', promiseText.decision, documentText.decisions],
  ['a delivery', promiseText.way, documentText.ways],
  ['a signature', promiseText.signature, documentText.signatures],
  ['a material', promiseText.materialState, documentText.states],
  ['a return', promiseText.returnGround, documentText.returnGrounds],
])('paper says of %s what the screen says', (_, onScreen, onPaper) => {
  expect(onPaper).toEqual(onScreen)
})

test.each([
  ['a document by its title', promiseText.documentKind, documentText.titles],
  ['a refusal to accept by its ground', promiseText.declineGround, documentText.declineGrounds],
])('paper knows %s as the screen does, and may say more', (_, onScreen, onPaper) => {
  const printed: Record<string, string> = onPaper
  for (const [value, word] of Object.entries(onScreen)) expect(printed[value]).toContain(word)
})
