import { TableKit } from '@tiptap/extension-table'
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useId, useState } from 'react'
import { LONGEST } from '../../../domain/longest.ts'
import { useWords } from '../../words/language.tsx'
import { announcementWords } from './words.ts'
import './rich-text.css'

/** No more than the server keeps (`server/pages/rich-text.ts`). */
const EXTENSIONS = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    link: { openOnClick: false, autolink: true, protocols: ['http', 'https', 'mailto', 'tel'] },
  }),
  TableKit.configure({ table: { resizable: false } }),
]

type Tool = keyof (typeof announcementWords)['zh']['editor']
type Act = readonly [
  tool: Tool,
  sign: string,
  act: (editor: Editor) => unknown,
  isOn?: (editor: Editor) => boolean,
  isAble?: (editor: Editor) => boolean,
]
const inTable = (editor: Editor) => editor.isActive('table')
const ACTS: readonly Act[] = [
  ['bold', 'B', (e) => e.chain().focus().toggleBold().run(), (e) => e.isActive('bold')],
  ['italic', 'I', (e) => e.chain().focus().toggleItalic().run(), (e) => e.isActive('italic')],
  ['underline', 'U', (e) => e.chain().focus().toggleUnderline().run(), (e) => e.isActive('underline')],
  [
    'heading',
    'H1',
    (e) => e.chain().focus().toggleHeading({ level: 2 }).run(),
    (e) => e.isActive('heading', { level: 2 }),
  ],
  [
    'subheading',
    'H2',
    (e) => e.chain().focus().toggleHeading({ level: 3 }).run(),
    (e) => e.isActive('heading', { level: 3 }),
  ],
  ['bullets', '•', (e) => e.chain().focus().toggleBulletList().run(), (e) => e.isActive('bulletList')],
  ['numbers', '1.', (e) => e.chain().focus().toggleOrderedList().run(), (e) => e.isActive('orderedList')],
  ['quote', '”', (e) => e.chain().focus().toggleBlockquote().run(), (e) => e.isActive('blockquote')],
  ['table', '⊞', (e) => e.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()],
  ['row', '+↓', (e) => e.chain().focus().addRowAfter().run(), undefined, inTable],
  ['column', '+→', (e) => e.chain().focus().addColumnAfter().run(), undefined, inTable],
  ['noTable', '⊟', (e) => e.chain().focus().deleteTable().run(), undefined, inTable],
  ['undo', '↶', (e) => e.chain().focus().undo().run(), undefined, (e) => e.can().undo()],
  ['redo', '↷', (e) => e.chain().focus().redo().run(), undefined, (e) => e.can().redo()],
]

/** What the buttons show, read anew with each step of the editor. */
const useStates = (editor: Editor) =>
  useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      acts: ACTS.map(([, , , isOn, isAble]) => ({
        isOn: isOn?.(now) ?? null,
        isAble: isAble?.(now) ?? true,
      })),
      link: now.isActive('link'),
    }),
  })

function LinkTool({ editor, isOn }: { editor: Editor; isOn: boolean }) {
  const w = useWords(announcementWords).editor
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const put = () => {
    const address = typed?.trim() ?? ''
    if (address) editor.chain().focus().extendMarkRange('link').setLink({ href: address }).run()
    setTyped(null)
  }
  if (isOn)
    return (
      <button type="button" className="tool" onClick={() => editor.chain().focus().unsetLink().run()}>
        {w.noLink}
      </button>
    )
  if (typed === null)
    return (
      <button type="button" className="tool" onClick={() => setTyped('https://')}>
        {w.link}
      </button>
    )
  return (
    <span className="link-tool">
      <label htmlFor={id}>{w.linkAddress}</label>
      <input
        id={id}
        className="choice"
        type="url"
        inputMode="url"
        value={typed}
        maxLength={LONGEST.url}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          put()
        }}
      />
      <button type="button" className="tool" onClick={put}>
        {w.putLink}
      </button>
    </span>
  )
}

function Toolbar({ editor }: { editor: Editor }) {
  const w = useWords(announcementWords).editor
  const states = useStates(editor)
  return (
    <div className="tools" role="toolbar" aria-label={w.toolbar}>
      {ACTS.map(([tool, sign, act], at) => {
        const { isOn, isAble } = states.acts[at] ?? { isOn: null, isAble: true }
        return (
          <button
            key={tool}
            type="button"
            className="tool"
            title={w[tool]}
            aria-label={w[tool]}
            aria-pressed={isOn ?? undefined}
            disabled={!isAble}
            onClick={() => act(editor)}
          >
            {sign}
          </button>
        )
      })}
      <LinkTool editor={editor} isOn={states.link} />
    </div>
  )
}

type Props = {
  /** By which a form finds it. */
  id?: string
  label: string
  value?: string
  onChange?: (html: string) => void
}

/** A text with headings, lists, tables and links, as HTML; nothing to be read is the empty text. */
export function RichTextEditor({ id, label, value = '', onChange = () => {} }: Props) {
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: value,
    onUpdate: ({ editor: now }) => onChange(now.isEmpty ? '' : now.getHTML()),
    editorProps: {
      attributes: {
        ...(id && { id }),
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        class: 'written',
      },
    },
  })
  return (
    <div className="rich-text">
      <Toolbar editor={editor} />
      <EditorContent editor={editor} />
    </div>
  )
}
