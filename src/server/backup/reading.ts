import { buffer } from 'node:stream/consumers'
import { OperatorError } from '../db/operator-error.ts'
import { type Entry, readArchive } from './archive.ts'
import { ABOUT, type About, about, CONTENTS, type Contents, contents, kindOf } from './format.ts'

const refuse = (path: string, cause?: unknown): never => {
  throw new OperatorError(
    `${path} 不是完整的备份：文件被截断、被改动，或不是 npm run backup 生成的。什么也没有改变。`,
    `${path} is no whole back-up: it was cut off or changed, or was not made by npm run backup. Nothing has been changed.`,
    { cause },
  )
}

/** Reads all of the file, each byte of it with its checksum, and says what it holds. Throws an OperatorError where it is not whole. */
export async function verifyArchive(path: string): Promise<About & Contents> {
  let first: About | undefined
  let last: Contents | undefined
  let files = 0
  try {
    for await (const { name, bytes } of readArchive(path)) {
      if (last || (name === ABOUT) !== (first === undefined)) refuse(path)
      if (name === ABOUT) first = about.parse(await jsonIn(bytes))
      else if (name === CONTENTS) last = contents.parse(await jsonIn(bytes))
      else {
        const found = kindOf(name)
        if (!found) refuse(path)
        if (found?.kind === 'file') files++
        for await (const _ of bytes);
      }
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT')
      throw new OperatorError(`没有文件 ${path}。`, `There is no file ${path}.`, { cause: error })
    if (error instanceof OperatorError) throw error
    refuse(path, error)
  }
  if (!first || !last || files !== last.files) return refuse(path)
  return { ...first, ...last }
}

const jsonIn = async (bytes: Entry['bytes']): Promise<unknown> =>
  JSON.parse((await buffer(bytes)).toString('utf8'))
