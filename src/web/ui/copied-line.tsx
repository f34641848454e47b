import { Button, Input } from 'antd'
import { said } from './said.tsx'

type Props = {
  label: string
  value: string
  /** What the button says, and what is said once it is copied. */
  words: { readonly copy: string; readonly copied: string }
}

/** One line to take away. Where nothing can be copied it is selected. */
export function CopiedLine({ label, value, words }: Props) {
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    said.success(words.copied)
  }
  return (
    <Input
      readOnly
      aria-label={label}
      value={value}
      onFocus={({ target }) => target.select()}
      addonAfter={
        'clipboard' in navigator && (
          <Button size="small" onClick={() => copy().catch(() => {})}>
            {words.copy}
          </Button>
        )
      }
    />
  )
}
