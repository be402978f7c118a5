import { Alert, Button, Descriptions, Input, Space, Upload } from 'antd'
import { useState } from 'react'
import { type LogVerification, verifyLogPath } from '../../../shared/contract/log-view.ts'
import { isAnswer } from '../../common/form/pressed.ts'
import { hub, sessionToken } from '../../common/hub-link.ts'
import { common } from '../../common/text/common.ts'
import { consoleText } from '../../common/text/console.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'

const words = consoleDiscipline.verify

/** A file goes by its own address: it is no message of the contract. */
async function askByFile(file: File): Promise<LogVerification> {
  const headers = { authorization: `Bearer ${sessionToken.read() ?? ''}` }
  const response = await fetch(verifyLogPath, { method: 'POST', body: file, headers })
  const answer = await response.json()
  if (response.ok) return answer as LogVerification
  throw Object.assign(new Error(String(answer.message)), { status: response.status })
}

/** 日志核验: whether a printed log, or a PDF of it, is what the journal says. */
export function VerifyLog() {
  const [number, setNumber] = useState('')
  const [found, setFound] = useState<LogVerification | null>(null)
  const [problem, setProblem] = useState('')
  const [isAsking, setAsking] = useState(false)

  const look = async (asked: Promise<LogVerification>) => {
    setAsking(true)
    setProblem('')
    setFound(null)
    try {
      setFound(await asked)
    } catch (failure) {
      setProblem(isAnswer(failure) ? consoleText.queryFailed(failure.message) : common.unreachable)
    } finally {
      setAsking(false)
    }
  }
  return (
    <>
      <p className="soft">{words.sentence}</p>
      <Space className="page-actions">
        <Upload
          accept=".pdf"
          showUploadList={false}
          beforeUpload={(file) => {
            void look(askByFile(file))
            return false
          }}
        >
          <Button type="primary" loading={isAsking}>
            {words.chooseFile}
          </Button>
        </Upload>
        <Input.Search
          className="log-number"
          aria-label={words.number}
          placeholder={words.numberExample}
          value={number}
          maxLength={14}
          enterButton={words.byNumber}
          loading={isAsking}
          onChange={({ target }) => setNumber(target.value)}
          onSearch={(typed) => void look(hub.query.verifyLog({ number: typed.trim().toUpperCase() }))}
        />
      </Space>
      {problem !== '' && <Alert type="error" showIcon title={problem} />}
      {found !== null && <Verdict found={found} />}
    </>
  )
}

function Verdict({ found }: { found: LogVerification }) {
  const { isGenuine, number, day, chain, range, differences } = found
  const title = isGenuine ? words.genuine(number ?? '', day ?? '') : words.notGenuine
  const lines = linesOf(found)
  return (
    <>
      <Alert
        className="form-answer"
        type={isGenuine ? 'success' : 'error'}
        showIcon
        title={title}
        description={isGenuine ? words.genuineSentence : reasonsOf(found).map((one) => <div key={one}>{one}</div>)}
      />
      <Descriptions
        column={1}
        size="small"
        bordered
        items={lines.map(([label, value]) => ({ key: label, label, children: value }))}
      />
      <p className="soft">
        {words.work(chain.entriesChecked, found.milliseconds)}
        {range === null || differences === null ? '' : words.recounted(range.toSeq)}
      </p>
    </>
  )
}

/** What exactly is not as it should be. */
function reasonsOf({ number, day, file, chain, isContentWhole, differences }: LogVerification): string[] {
  return [
    day === null ? words.unknown(number) : '',
    file === 'altered' ? words.altered : '',
    chain.isWhole ? '' : words.chainBroken(chain.brokenAt ?? 0),
    day !== null && !isContentWhole ? words.contentBroken : '',
    (differences?.length ?? 0) > 0 ? words.differs((differences ?? []).join('、')) : '',
  ].filter((reason) => reason !== '')
}

function linesOf({ file, fileHash, range, contentHash, number, day }: LogVerification): [string, string][] {
  const lines: [string, string][] = [
    [words.line.number, number ?? words.none],
    [words.line.day, day ?? words.none],
    [words.line.file, words.file[file]],
    [words.line.fileHash, fileHash ?? ''],
    [words.line.contentHash, contentHash ?? ''],
    [words.line.range, range === null ? '' : words.entries(range.fromSeq, range.toSeq)],
    [words.line.headHash, range?.headHash ?? ''],
  ]
  return lines.filter(([, value]) => value !== '')
}
