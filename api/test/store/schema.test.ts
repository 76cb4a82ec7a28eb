import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrations } from '../../src/store/migrate.ts'
import { type TestStore, openTestStore } from '../support/test-store.ts'
import { readSchemaText } from '../support/schema-text.ts'

const source = join(import.meta.dirname, '..', '..', 'src', 'store')

/** Of the released ones. A new line is added with each migration; a line is never changed. */
const released: Readonly<Record<string, string>> = {
  '0001-projection': '6ef1b0498b79610a5833dc5975467ae1ecb03d1dd48dc533380dff823cdd2e09',
  '0002-following': '0dc908430e9f8d56b130fec1a050019dbb32f1fe11386705a000e21267f04ebd',
  '0003-watches': 'b5d694f1de53cafbf99a016af6d9804a7304f45e72535d744fa02215f0269ec8',
  '0004-work': '0623d86e81fccb980ae1398f28fd4a8bf8d349116a967583595d870cd4bef676',
  '0006-recall': '37f37afb81d933899e7764694a096c9130985068af01849c3915d8c22baed9e6',
  '0007-restoration': '95938fd103dac895a969e7f4aa04c9b9d3d569af53796e54413a8434ad9f5ba4',
  '0008-return': '8c9e3588a98329ac2e8fe22fcc24043c1424e45215c8e4f65c4de062050d636a',
  '0009-exit': '709f44c42ff6653031f760794385c6eb360fef3631aa3efd082ba40e3664e6a2',
  '0010-ownerless': '9f5a19a7d59c085673c0217755f94bd0bf56649e617805ce217907ba8e375fef',
  '0011-policy': '45b415dd902f394e7d2bfcacb838b612c27abc8625facd3328cfccf661951ab6',
  '0012-term': 'acbca6eacc2eb0267d80699105f2e48a0dc841d0c7b8ee459125ff42ee06d473',
  '0013-ending': '28947ae39452d0425cc859464f04843e92e226ce3bf1aa76217bcb68696dba43',
  '0014-bulk': 'ef28a76e0bbeca9e54eb60f3e7454c60dca4bd43e53b611abfbc21015690c649',
  '0015-succession': '2fe71fa8759daab58830014d1ee7105b612adcfe34665ba2fba37777f868c4c5',
  '0016-asked-ending': 'baddcfaf3063bd8fffec3662f27161ebd280ceae14dc89aa1868f372aef742f2',
  '0017-doubt': 'd6150d6b86cb7b528c56c0f2510196cfbeb8cbc9f028da45c100cfd18484c456',
  '0018-inviter': '67caffb838df54cb602201e534a56c7b31f59074c9b481b37351bab264e7cc87',
  '0019-invitation': '3ae778c3c4f34eee9855d72dc2ea425d671a45f904e02f230bea5478e8dd78a0',
  '0020-inviting-delegation': '2e9374ea7c55ee768f93cf5706c03d065c0bce9b77f2a2cc202c672eadc3ea47',
  '0021-invitation-file': 'cefbaa62b3d9b68c56a99d0e00bee824b0d1daef9727e5c1eea0b2b38fbdbb89',
  '0022-move': '3812206ff51f45e029796aaa2c470f6b992e8586b862a18161c8a72b56f8c7b4',
  '0023-reset': 'df975c2a4e95fefdc663382889f7f93b8f5e09feb7a70640ce8711ce05d52b44',
  '0024-invitation-template': 'cc2aa3f175d91c56ea45b5104c689de3db305e6c56ceac1d299ae900d2f335b6',
  '0025-refused-invitation': '373eaaa06c11a676dfa8df54ab102b42d4597cc4177050b16a94e54fca797894',
  '0026-recall-together': 'b469551be6d5e6a1b37166e84eaa106717a0492d6036a7353e6a96d887e967c6',
}

let opened: TestStore

beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(async () => opened[Symbol.asyncDispose]())

test('the types of the tables are those of the migrated database', async () => {
  await expect(await readSchemaText(opened.store.database)).toMatchFileSnapshot(
    join(source, 'tables.ts'),
  )
})

test('no migration that a store may have run is edited or taken away', () => {
  const hashes = Object.keys(migrations).map((name) => {
    const text = readFileSync(join(source, 'migrations', `${name}.ts`))
    return [name, createHash('sha256').update(text).digest('hex')]
  })
  expect(Object.fromEntries(hashes)).toEqual(released)
})
