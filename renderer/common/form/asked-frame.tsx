import { Alert, Button, Spin } from 'antd'
import type { ReactNode } from 'react'
import { consoleText } from '../text/console.ts'
import type { Asked } from './use-ask.ts'

/** Shows what was asked for, that it is on its way, or why it did not come. */
export function AskedFrame<T>({ asked, children }: { asked: Asked<T>; children: (answer: T) => ReactNode }) {
  const { answer, problem, isAsking, again } = asked
  // To say that there is no such thing is an answer as well.
  const isAnswered = answer !== null || (!isAsking && problem === '')
  return (
    <>
      {problem !== '' && (
        <Alert
          className="form-answer"
          type="warning"
          showIcon
          title={problem}
          action={<Button onClick={again}>{consoleText.again}</Button>}
        />
      )}
      {!isAnswered && problem === '' && <Spin className="page-spin" description={consoleText.loading} />}
      {isAnswered && children(answer as T)}
    </>
  )
}
