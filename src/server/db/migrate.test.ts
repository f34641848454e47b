import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { APPLICATION_ROLE, connect } from './database.ts'
import { migrate } from './migrate.ts'

const asServer = async (query: string) => {
  const client = new pg.Client({ connectionString: inject('clusterUrl') })
  await client.connect()
  try {
    await client.query(query)
  } finally {
    await client.end()
  }
}

test('an owner who may not create roles: told so, and at home once an administrator has given the role', async () => {
  const name = `owner_${randomUUID().replaceAll('-', '')}`
  await asServer(`create role ${name} login password 'owner'`)
  await asServer(`create database ${name} owner ${name}`)
  onTestFinished(async () => {
    await asServer(`drop database ${name} with (force)`)
    await asServer(`drop role ${name}`)
  })
  const url = new URL(inject('clusterUrl'))
  url.pathname = `/${name}`
  url.username = name
  url.password = 'owner'

  await expect(migrate(url.href)).rejects.toMatchObject({ code: '42501' })
  await asServer(`grant ${APPLICATION_ROLE} to ${name}`)
  await migrate(url.href)
  await migrate(url.href)

  const application = connect({ url: url.href, role: APPLICATION_ROLE, poolSize: 1 })
  expect(await application.selectFrom('installation').select('demo').execute()).toEqual([{ demo: 'none' }])
  await application.destroy()
})
