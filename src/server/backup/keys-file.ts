import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { OperatorError } from '../db/operator-error.ts'
import { KEY_FILE } from '../services/sealing/key-file.ts'
import { checkValueOf } from '../services/secrets.ts'
import type { About } from './format.ts'

/** Without it nobody reads what is sealed in a back-up, nor seals documents as before: kept apart from the back-up. */
const keys = z.object({
  secret: z.string(),
  /** While the secret is being changed: the one before (SECRET_BEFORE), which a start asks for until that is through. */
  secretBefore: z.string().optional(),
  /** As DATA_DIR has it; null where the operator's own key (SEAL_P12) seals. */
  sealKey: z.string().nullable(),
})
export type Keys = z.infer<typeof keys>

type Kept = {
  readonly secret: string
  readonly secretBefore?: string | undefined
  readonly known: About['secret']
  readonly dataDir: string
}

/** Readable by this user alone. Throws an OperatorError where the secret is not that of the database. */
export async function writeKeys(path: string, { secret, secretBefore, known, dataDir }: Kept): Promise<void> {
  if (known !== checkValueOf(secret).toString('hex'))
    throw new OperatorError(
      'SECRET（或 DATA_DIR 中的 secret 文件）不是这个数据库的密钥：没有写出密钥文件，请另外保管正确的密钥。',
      "SECRET (or the file secret in DATA_DIR) is not this database's: no keys were written, keep the right ones elsewhere.",
    )
  const sealKey = await readFile(join(dataDir, KEY_FILE), 'utf8').catch(ifMissing)
  const text = JSON.stringify({ secret, secretBefore, sealKey } satisfies Keys, null, 1)
  await writeFile(`${path}.part`, `${text}\n`, { mode: 0o600, flush: true })
  await rename(`${path}.part`, path)
}

/** Null where there is no such file. */
export async function readKeys(path: string): Promise<Keys | null> {
  const text = await readFile(path, 'utf8').catch(ifMissing)
  if (text === null) return null
  try {
    return keys.parse(JSON.parse(text))
  } catch (cause) {
    throw new OperatorError(
      `${path} 不是密钥文件，或已损坏。`,
      `${path} is no file of keys, or is damaged.`,
      {
        cause,
      },
    )
  }
}

/** Puts a key where a start looks for it. Throws an OperatorError where another is there. */
export async function placeKey(dataDir: string, name: string, key: string): Promise<void> {
  const file = join(dataDir, name)
  const draft = `${file}.part`
  await mkdir(dataDir, { recursive: true })
  await writeFile(draft, key, { mode: 0o600, flush: true })
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  if ((await readFile(file, 'utf8')).trim() === key.trim()) return
  throw new OperatorError(
    `${file} 是另一个密钥：请恢复到空目录。`,
    `${file} is another key: restore into an empty folder.`,
  )
}

const ifMissing = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null
  throw error
}
