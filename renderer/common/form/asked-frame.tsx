import { Alert, Button, Spin } from 'antd'
import type { ReactNode } from 'react'
import { consoleText } from '../text/console.ts'
import type { Asked } from './use-ask.ts'

/** Shows what was asked for, that it is on its way, or why it did not come. */
export function AskedFrame<T>({ asked, children }: { asked: Asked<T>; children: (answer: T) => ReactNode }) {
  const { answer, problem, again } = asked
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
      {answer === null && problem === '' && <Spin className="page-spin" description={consoleText.loading} />}
      {answer !== null && children(answer)}
    </>
  )
}
