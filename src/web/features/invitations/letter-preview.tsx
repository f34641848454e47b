import { Modal } from 'antd'
import type { NoticeWords } from '../../../domain/notice-text.ts'
import { warningsOf } from '../../../domain/terms.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { Warnings } from '../terms/terms-view.tsx'
import { inviteWords } from './invite-words.ts'
import { Letter, type LetterProps, SigningNotice } from './letter.tsx'

/** The same letter before it is sent. */
export function LetterPreview({
  letter,
  notice,
  busy,
  onSend,
  onBack,
}: {
  letter: LetterProps | null
  /** 签约须知 that stands below it; not sent before it is here. */
  notice: NoticeWords | undefined
  busy: boolean
  onSend: () => void
  onBack: () => void
}) {
  const w = useWords(inviteWords)
  const ui = useWords(uiWords)
  return (
    <Modal
      open={letter !== null}
      width={860}
      title={w.previewTitle}
      okText={w.send}
      cancelText={ui.backToForm}
      okButtonProps={{ loading: busy, disabled: !notice }}
      onOk={onSend}
      onCancel={onBack}
    >
      {letter && (
        <>
          <Warnings of={warningsOf(letter.terms)} />
          <Letter {...letter}>{notice && <SigningNotice of={notice} />}</Letter>
        </>
      )}
    </Modal>
  )
}
