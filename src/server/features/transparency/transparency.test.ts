import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../contracts/checkpoints.ts'
import { readCheckpointText } from '../../../domain/transparency/checkpoint.ts'
import { bytesOfHex, hexOf } from '../../../domain/transparency/encoding.ts'
import { leafHash, provesConsistency, provesInclusion } from '../../../domain/transparency/merkle.ts'
import { isSignedBy, readKeyText, readNote } from '../../../domain/transparency/signed-note.ts'
import { inTransaction } from '../../db/database.ts'
import { CLOCK, record, sha256 } from '../../db/journal.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { makeCheckpoint } from './checkpoints.ts'
import { verifiesEd25519 } from './ed25519.ts'
import { makeKey } from './keys.ts'
import { growTree, takeTurn } from './tree.ts'
import { verifyTree } from './verify-tree.ts'

let s: Scenario
let made = 0
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

const lineOf = (subject: string) => ({
  ...{ school: 'platform', subject, action: 'test', at: s.now(), actor: CLOCK },
  ...{ from: null, to: null, reason: null, data: { nth: ++made } },
})
const write = (...subjects: string[]) => inTransaction(s.db, (tx) => record(tx, subjects.map(lineOf)))
const leavesOf = async () => {
  const { rows } = await sql<{ position: number; subject: string; seq: number; hash: Buffer; line: Buffer }>`
    select position, subject, seq, l.hash, j.hash as line from journal_leaves l
    join journal j using (school_id, subject, seq) order by position`.execute(s.db)
  return rows
}
const bytes = (hashes: readonly string[]) => hashes.map((hash) => bytesOfHex(hash)!)
const headOf = (note: string) => readCheckpointText(readNote(note)!.text)!

test('there is nothing to show before the first line, and nothing is made up', async () => {
  expect(await makeCheckpoint(s.services)).toBeNull()
  expect((await s.visitor().ask(contract.readLatestCheckpoint)).statusCode).toBe(404)
  expect(await s.visitor().call(contract.listCheckpoints, { query: {} })).toMatchObject({
    items: [],
    keys: [],
  })
})

test('a line that commits late has its place behind those that overtook it; positions have no gap, and chains their order', async () => {
  let goOn = () => {}
  const held = new Promise<void>((release) => {
    goOn = release
  })
  let isWritten = () => {}
  const whenWritten = new Promise<void>((ready) => {
    isWritten = ready
  })
  const late = inTransaction(s.db, async (tx) => {
    await record(tx, [lineOf('test:late')])
    isWritten()
    await held
  })
  await whenWritten
  await write('test:a', 'test:z')
  await write('test:a')
  const first = await makeCheckpoint(s.services)
  expect(first!.size).toBe(3)
  goOn()
  await late
  const second = await makeCheckpoint(s.services)
  expect(second!.size).toBe(4)
  const leaves = await leavesOf()
  expect(leaves.map(({ position }) => Number(position))).toEqual([0, 1, 2, 3])
  expect(leaves.map(({ subject, seq }) => `${subject} ${seq}`)).toEqual([
    'test:a 1',
    'test:a 2',
    'test:z 1',
    'test:late 1',
  ])
  for (const { hash, line } of leaves) expect(hash).toEqual(Buffer.from(leafHash(sha256, line)))
  expect(await makeCheckpoint(s.services)).toEqual(second)
})

test('two instances at once, while lines are written, leave one dense tree', async () => {
  const before = (await leavesOf()).length
  await Promise.all([
    ...Array.from({ length: 20 }, (_, nth) => write(`test:busy${nth % 3}`, `test:idle${nth}`)),
    makeCheckpoint(s.services),
    makeCheckpoint(s.secondServices),
    makeCheckpoint(s.services),
  ])
  await makeCheckpoint(s.secondServices)
  const positions = (await leavesOf()).map(({ position }) => Number(position))
  expect(positions).toEqual(Array.from({ length: before + 40 }, (_, nth) => nth))
})

describe('for everybody', () => {
  test('each checkpoint is signed by the published key, and is the beginning of each later one', async () => {
    for (let nth = 0; nth < 3; nth++) {
      await write(`test:more${nth}`)
      s.setClock(new Date(s.now().getTime() + 3_600_000).toISOString())
      await makeCheckpoint(s.services)
    }
    const { items, keys } = await s.visitor().call(contract.listCheckpoints, { query: {} })
    const key = readKeyText(sha256, keys[0]!)!
    expect(key.name).toBe('localhost:3000/journal')
    const latest = await s.visitor().ask(contract.readLatestCheckpoint)
    expect(latest.headers['content-type']).toContain('text/plain')
    expect(latest.body).toBe(items[0]!.note)
    for (const { note, size, root, at } of items) {
      expect(isSignedBy(sha256, verifiesEd25519, readNote(note)!, key)).toBe(true)
      expect(headOf(note)).toMatchObject({ origin: key.name, size, at, root: bytesOfHex(root) })
      const same = await s.visitor().ask(contract.readCheckpoint, { params: { size: String(size) } })
      expect(same.body).toBe(note)
      expect(same.headers['cache-control']).toContain('immutable')
    }
    const heads = items.map(({ note }) => headOf(note))
    for (const after of heads)
      for (const before of heads.filter(({ size }) => size <= after.size)) {
        const query = { from: before.size, to: after.size }
        const { proof } = await s.visitor().call(contract.proveConsistency, { query })
        expect(provesConsistency(sha256, before, after, bytes(proof))).toBe(true)
      }
  })

  test('each line is proved to be in each tree that has it; what is not there is not found', async () => {
    const { items } = await s.visitor().call(contract.listCheckpoints, { query: {} })
    const leaves = await leavesOf()
    for (const { size, root } of items)
      for (const { hash, position } of leaves.filter((leaf) => Number(leaf.position) < size)) {
        const query = { leaf: hexOf(hash), size }
        const { index, path } = await s.visitor().call(contract.proveInclusion, { query })
        expect(index).toBe(Number(position))
        const head = { size, root: bytesOfHex(root)! }
        expect(provesInclusion(sha256, hash, { index, path: bytes(path) }, head)).toBe(true)
      }
    const ask = async (
      query: object,
      endpoint: typeof contract.proveInclusion | typeof contract.proveConsistency,
    ) => (await s.visitor().ask(endpoint, { query })).statusCode
    const leaf = hexOf(leaves.at(-1)!.hash)
    const [{ size }] = items as [(typeof items)[number]]
    expect(await ask({ leaf, size: size - 1 }, contract.proveInclusion)).toBe(404)
    expect(await ask({ leaf, size: size + 1 }, contract.proveInclusion)).toBe(404)
    expect(await ask({ leaf: '0'.repeat(64), size }, contract.proveInclusion)).toBe(404)
    expect(await ask({ leaf: 'x', size }, contract.proveInclusion)).toBe(422)
    expect(await ask({ from: 1, to: size + 1 }, contract.proveConsistency)).toBe(404)
    expect(await ask({ from: 2, to: 1 }, contract.proveConsistency)).toBe(422)
    expect(
      (await s.visitor().ask(contract.readCheckpoint, { params: { size: String(size + 1) } })).statusCode,
    ).toBe(404)
  })

  test('after a change of the key both sign, and documents name the new one', async () => {
    const [before] = (await s.visitor().call(contract.listCheckpoints, { query: {} })).keys
    await inTransaction(s.db, (tx) => makeKey(tx, { ...s.services, at: s.now() }))
    await write('test:rotated')
    const { key, note } = (await makeCheckpoint(s.services))!
    const { keys } = await s.visitor().call(contract.listCheckpoints, { query: {} })
    expect(keys).toEqual([key, before])
    for (const text of keys)
      expect(isSignedBy(sha256, verifiesEd25519, readNote(note)!, readKeyText(sha256, text)!)).toBe(true)
  })
})

describe('the database', () => {
  test.each([
    sql`update journal_leaves set position = position + 1000`,
    sql`delete from journal_leaves`,
    sql`update journal_checkpoints set note = ''`,
    sql`delete from journal_checkpoints`,
    sql`delete from journal_tiles`,
    sql`update journal_tiles set hashes = substring(hashes for 32)`,
    sql`update journal_tiles set hashes = set_byte(hashes, 0, 1)`,
    sql`update journal_tiles set nth = nth + 1`,
  ])('lets nobody, not even its owner, change what was said', async (change) => {
    await expect(change.execute(s.owner)).rejects.toThrow('is never changed or removed')
  })

  test('lets the application remove no key', async () => {
    await expect(sql`delete from checkpoint_keys`.execute(s.db)).rejects.toThrow('permission denied')
  })

  test('has one key in use', async () => {
    await expect(sql`update checkpoint_keys set retired_at = null`.execute(s.owner)).rejects.toThrow(
      'checkpoint_keys_one_in_use',
    )
  })
})

test('what is written in several parts is one tree, and costs a few statements a part', async () => {
  await write(...Array.from({ length: 700 }, (_, nth) => `test:part${nth}`))
  s.statements.length = 0
  const grow = () =>
    inTransaction(s.db, async (tx) => {
      await takeTurn(tx)
      return growTree(tx, 300)
    })
  expect([await grow(), await grow(), await grow()]).toEqual([300, 300, 100])
  expect(s.statements.length).toBeLessThanOrEqual(3 * 7)
  const { size, root } = (await makeCheckpoint(s.services))!
  const leaves = await leavesOf()
  expect(leaves).toHaveLength(size)
  const fold = (hashes: readonly Uint8Array[]): Uint8Array => {
    if (hashes.length === 1) return hashes[0]!
    const k = 2 ** Math.floor(Math.log2(hashes.length - 1))
    return sha256(Buffer.concat([Buffer.of(1), fold(hashes.slice(0, k)), fold(hashes.slice(k))]))
  }
  expect(root).toEqual(fold(leaves.map(({ hash }) => hash)))
})

describe('journal:verify', () => {
  test('finds the tree to be that of the lines, and every checkpoint to be of it', async () => {
    const { checkpoints, fault } = await verifyTree(s.db)
    expect(fault).toBeNull()
    expect(checkpoints).toBeGreaterThan(5)
  })

  const without = sql`set local session_replication_role = replica`
  test.each([
    [
      'a line rewritten with its chain',
      sql`update journal set hash = sha256(hash) where subject = 'test:a' and seq = 1`,
      { at: 'position 0', fault: 'its line is another (platform test:a 1)' },
    ],
    [
      'a chain removed with its head',
      sql`with h as (delete from journal_heads where subject = 'test:z') delete from journal where subject = 'test:z'`,
      { at: 'position 2', fault: 'its line is gone (platform test:z 1)' },
    ],
    [
      'a leaf removed',
      sql`delete from journal_leaves where position = 1`,
      { at: 'position 1', fault: 'is missing' },
    ],
    [
      'the past rewritten, leaves and all',
      sql`with j as (update journal set hash = sha256(hash) where subject = 'test:a' and seq = 1 returning hash)
      update journal_leaves set hash = sha256('\\x00'::bytea || j.hash) from j where position = 0`,
      { at: 'checkpoint 3', fault: 'is not of these lines' },
    ],
    [
      'the end of the tree cut off',
      sql`delete from journal_leaves where position > 5`,
      { fault: 'has more lines than there are' },
    ],
    [
      'a checkpoint replaced',
      sql`update journal_checkpoints set root = sha256('') where size = 4`,
      { at: 'checkpoint 4', fault: 'is not of these lines' },
    ],
    [
      'a note replaced',
      sql`update journal_checkpoints set note = (select note from journal_checkpoints where size = 3) where size = 4`,
      { at: 'checkpoint 4', fault: 'does not say what was signed' },
    ],
    [
      'a signature replaced',
      sql`update journal_checkpoints set note = split_part(note, E'\n\n', 1) || E'\n\n— x AAAAAAAA\n' where size = 4`,
      { at: 'checkpoint 4', fault: 'is signed by no key of this site' },
    ],
    [
      'a tile replaced',
      sql`update journal_tiles set hashes = set_byte(hashes, 70, get_byte(hashes, 70) # 1) where level = 0 and nth = 0`,
      { at: 'tile 0/0', fault: 'is not of these lines' },
    ],
    [
      'a line kept out of the tree',
      sql`insert into journal select school_id, 'test:hidden', 1, entry, sha256(hash) from journal limit 1`,
      { at: 'platform test:hidden 1', fault: 'is neither in the tree nor waiting to be' },
    ],
  ])('names %s', async (_, tamper, expected) => {
    await s.owner
      .transaction()
      .execute(async (tx) => {
        await without.execute(tx)
        await tamper.execute(tx)
        expect((await verifyTree(tx)).fault).toMatchObject(expected)
        throw new Error('undo')
      })
      .catch((error: Error) => {
        if (error.message !== 'undo') throw error
      })
  })
})
